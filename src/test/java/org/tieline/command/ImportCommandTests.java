package org.tieline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.testing.Run;

/** What the import commands say. The example of docs/import.md is run here. */
class ImportCommandTests {
    private static final Path GLEIF = Path.of("src/test/resources/org/tieline/gleif");

    @TempDir
    private Path folder;

    private String into() {
        return folder.resolve("gleif").toString();
    }

    @Test
    void shouldImportGoldenCopiesAndJoinThemToTheShippedData() throws IOException {
        Run run = Run.of(
                Map.of(),
                "import",
                "gleif",
                "--entities",
                GLEIF.resolve("20260916-0800-gleif-goldencopy-lei2-golden-copy.csv")
                        .toString(),
                "--relationships",
                GLEIF.resolve("20260916-0800-gleif-goldencopy-rr-golden-copy.csv")
                        .toString(),
                "--exceptions",
                GLEIF.resolve("20260916-0800-gleif-goldencopy-repex-golden-copy.csv")
                        .toString(),
                "--countries",
                "SE,NO",
                "--beside",
                "seed-data",
                "--ids",
                GLEIF.resolve("ids.csv").toString(),
                "--into",
                into());

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        String page = Files.readString(Path.of("docs/import.md"));
        assertThat(page).contains(run.out().replace(into(), "gleif").stripTrailing());

        Run check = Run.of(Map.of(), "check", "seed-data", into());
        assertThat(check.code()).isZero();
        assertThat(check.out()).startsWith("data set 2026.12.0+gleif-2026-09-16, sha256 ");
    }

    @Test
    void shouldImportEntities() throws IOException {
        Path file = Files.writeString(folder.resolve("entities.ftm.json"), """
                {"id": "a", "schema": "Company", "properties": {"name": ["A"]}}
                {"id": "b", "schema": "Company", "properties": {"name": ["B"]}}
                {"id": "o", "schema": "Ownership", "properties": {"owner": ["a"], "asset": ["b"], "percentage": ["25-50"]}}
                {"id": "p", "schema": "Person", "properties": {"name": ["P"]}}
                """);

        Run run = Run.of(Map.of(), "import", "ftm", file.toString(), "--into", into(), "--publisher", "A registry");

        assertThat(run.code()).isZero();
        assertThat(run.lines())
                .containsExactly(
                        into() + ": 2 organizations, 1 ties, 0 bans, 1 sources, no errors",
                        "left: 1",
                        "       1  Person: a schema that is not imported",
                        "          entities.ftm.json:4: p",
                        "taken in part: 1",
                        "       1  Ownership: its percentage is left, as it may mean several things",
                        "          entities.ftm.json:3: o: 25-50");
        assertThat(Run.of(Map.of(), "check", into()).code()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{"id": "a", "schema": "Company", "properties": {"name": ["A"]}}]              | jq -c '.[]' writes one a line
            {"results": [{"id": "a", "schema": "Company", "properties": {"name": ["A"]}}]} | jq -c '.results[]' writes one a line
            {"id": "p", "schema": "Person", "properties": {"name": ["P"]}}                 | 1  Person: a schema that is not imported
            ''                                                                             | left: 0
            """, quoteCharacter = '\'')
    void shouldFailIfItTookNothing(String content, String said) throws IOException {
        Path file = Files.writeString(folder.resolve("entities.ftm.json"), content);

        Run run = Run.of(Map.of(), "import", "ftm", file.toString(), "--into", into());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains(said);
        assertThat(run.err()).isEqualToIgnoringNewLines("nothing was taken, so %s was not made".formatted(into()));
        assertThat(Path.of(into())).doesNotExist();
    }

    @Test
    void shouldFailIfNoEntityIsInTheCountries() {
        Run run = Run.of(
                Map.of(),
                "import",
                "gleif",
                "--entities",
                GLEIF.resolve("20260916-0800-gleif-goldencopy-lei2-golden-copy.csv")
                        .toString(),
                "--countries",
                "CL",
                "--into",
                into());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("entity: neither in the list nor in one of the countries");
        assertThat(run.err()).startsWith("nothing was taken");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--lei-list", "--entities"})
    void shouldNameTheEncodingOfAFileThatItCannotRead(String option) throws IOException {
        Path file = Files.writeString(folder.resolve("saved.csv"), "LEI,Entity.LegalName\n", StandardCharsets.UTF_16);

        Run run = Run.of(
                Map.of(),
                "import",
                "gleif",
                option,
                file.toString(),
                option.equals("--entities") ? "--countries=CL" : "--entities=none.csv",
                "--into",
                into());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).startsWith("saved.csv:1: must be UTF-8, is UTF-16: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "import | 2 | Which form?",
                "import ftm nowhere.json --into DIR | 3 | ",
                "import ftm seed-data/ties.csv | 2 | Missing required option: '--into=DIR'",
                "import ftm seed-data/ties.csv --into seed-data | 2 | --into must be a new or empty folder, was seed-data",
                "import ftm seed-data/ties.csv --into DIR --scope everything | 2 | --scope must be one of",
                "import ftm seed-data/ties.csv --into DIR --published soon | 2 | --published must be a date like",
                "import ftm seed-data/ties.csv --into DIR --url example.org | 2 | --url must be an http or https address",
                "import ftm seed-data/ties.csv --into DIR --ids a.csv | 2 | --ids needs beside",
                "import gleif --entities x.csv --into DIR | 2 | --countries or a list of LEIs must say what to take",
                "import gleif --entities x.csv --into DIR --countries ZZ | 2 | --countries must be ISO 3166-1",
                "import gleif --entities x.csv --into DIR --countries SE --all | 2 | --all must stand without countries",
                "import gleif --entities x.csv --into DIR --countries SE | 3 | "
            })
    void shouldRefuseWhatItCannotDo(String arguments, int code, String message) {
        Run run = Run.of(Map.of(), arguments.replace("DIR", into()).split(" "));

        assertThat(run.code()).isEqualTo(code);
        assertThat(run.err()).contains(message == null ? "1 error" : message);
        assertThat(folder).isEmptyDirectory();
    }
}
