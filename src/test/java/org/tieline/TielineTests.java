package org.tieline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.testing.Run;

/** What the commands say and how they end where no database is needed. */
class TielineTests {
    /** It is tried again for a quarter of the time. */
    private static final Map<String, String> NO_DATABASE =
            Map.of("NEO4J_URI", "bolt://127.0.0.1:1", "NEO4J_READ_TIMEOUT", "6");

    @TempDir
    private Path folder;

    @Test
    void shouldCheckTheShippedData() {
        Run run = Run.of(Map.of(), "check", "seed-data");

        assertThat(run.code()).isZero();
        assertThat(run.out()).matches("data set \\S+, sha256 [0-9a-f]{64}: \\d+ organizations, .*, no errors\\R");
        assertThat(run.err()).isEmpty();
    }

    /** It would remove all that a former load brought. */
    @Test
    void shouldLoadNoTablesWithoutRows(@TempDir Path folder) throws IOException {
        assertThat(Run.of(Map.of(), "load", folder.toString()).code()).isEqualTo(3);
        for (String table : List.of("organizations.csv", "ties.csv", "bans.csv", "sources.csv")) {
            String header = Files.readAllLines(Path.of("seed-data", table)).getFirst();
            Files.writeString(folder.resolve(table), header + "\n");
        }

        Run run = Run.of(Map.of(), "load", folder.toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.lines())
                .containsExactly(folder.resolve("organizations.csv")
                        + ":1: must have at least one row; nothing was loaded or removed");
    }

    @ParameterizedTest
    @CsvSource({"check", "load"})
    void shouldPrintEveryErrorOfAFolderOnALineOfItsOwn(String command) throws IOException {
        copyShipped();
        spoil("ties.csv", ",SUPPLIES,", ",SUPLIES,");
        spoil("organizations.csv", ",vendor,CN,", ",vendor,ZZZ,");

        Run run = Run.of(NO_DATABASE, command, folder.toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.lines()).hasSize(2);
        assertThat(run.lines().get(0)).matches("organizations\\.csv:\\d+: country: \"ZZZ\": must be .*");
        assertThat(run.lines().get(1)).matches("ties\\.csv:\\d+: type: \"SUPLIES\": must be .*");
        assertThat(run.err()).isEqualTo("2 errors" + System.lineSeparator());
    }

    @Test
    void shouldPrintWhatIsDoubtfulInASoundFolder() throws IOException {
        copyShipped();
        Files.writeString(folder.resolve("identifiers.csv"), """
                organization,scheme,value,sources
                bt,mcc-mnc,299-99,reuters-2018-12-07-japan-ban
                ee,mcc-mnc,299-99,reuters-2018-12-07-japan-ban
                """);

        Run run = Run.of(Map.of(), "check", folder.toString());

        assertThat(run.code()).isZero();
        assertThat(run.lines())
                .contains(
                        "warning: identifiers.csv:3: value: \"299-99\": should mean one organization at a time, not bt (line 2) too");
        assertThat(run.lines().getLast()).matches("data set .*, 2 identifiers.*, no errors, \\d+ warnings");
    }

    @Test
    void shouldNameTheFilesThatAFolderLacks() {
        Run run = Run.of(Map.of(), "check", folder.toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("organizations.csv", "ties.csv", "bans.csv", "sources.csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                   | Which command?",
                "ask                                  | Which question?",
                "check                                | Missing required parameter: 'DIR'",
                "serv                                 | Unmatched argument at index 0: 'serv'",
                "ask exposures --vendr huawei         | Unknown options: '--vendr', 'huawei'",
                "ask exposures --output xml           | Invalid value for option '--output'",
                "ask exposures --min-hops two         | --min-hops must be a whole number, was two",
                "ask exposures --max-hops 11          | --max-hops must be 1..10, was 11",
                "ask exposures --as-of 2018-12        | --as-of must be a day like 2018-12-08, was 2018-12",
                "ask exposures --as-of 2018-12-08 --as-of 2019-01-01 | --as-of may be given once",
                "ask exposures --min-evidence denied  | --min-evidence must be one of [reported, announced, confirmed], was denied",
                "ask exposures --carrier-country XX   | --carrier-country must be an ISO 3166-1 alpha-2 code",
                "ask exposures --vendor ''            | --vendor must not be empty; leave it out",
                "ask paths --from huawei              | --to must be given: the id of an organization, like huawei",
                "ask paths --from huawei --to huawei  | --to must be another organization than from, was huawei",
                "--settings nowhere.properties load seed-data | the settings file nowhere.properties cannot be read"
            })
    void shouldRefuseWhatItCannotUnderstand(String arguments, String message) {
        String[] words = Stream.of(arguments.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.equals("''") ? "" : word)
                .toArray(String[]::new);

        Run run = Run.of(NO_DATABASE, words);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith(message);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"serve", "load seed-data", "ask exposures"})
    void shouldRefuseBadSettingsAllAtOnce(String arguments) {
        Run run = Run.of(Map.of("TIELINE_PORT", "many", "TIELINE_HOMME", "/x"), arguments.split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("TIELINE_PORT must be a port", "did you mean TIELINE_HOME?")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({"load seed-data", "ask exposures --vendor huawei"})
    void shouldSayThatTheDatabaseCannotBeReached(String arguments) {
        Run run = Run.of(NO_DATABASE, arguments.split(" "));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err())
                .startsWith("the database at bolt://127.0.0.1:1 cannot be used")
                .contains("NEO4J_URI");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void shouldReadSettingsFromAFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("my.properties"), "NEO4J_URI = bolt://127.0.0.1:2\nNEO4J_READ_TIMEOUT = 6\n");

        Run run = Run.of(Map.of(), "load", "seed-data", "--settings", file.toString());

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("bolt://127.0.0.1:2");
    }

    @ParameterizedTest
    @CsvSource({"--help, Exit codes:", "ask exposures --help, --carrier-country=COUNTRY", "serve --help, TIELINE_DATA"})
    void shouldExplainItself(String arguments, String part) {
        Run run = Run.of(Map.of(), arguments.split(" "));

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains(part);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void shouldMakeAKeyAndTheLineThatGoesIntoTheFileApart() throws IOException {
        Run run = Run.of(Map.of(), "key", "openrefine");
        Run other = Run.of(Map.of(), "key", "openrefine");

        assertThat(run.code()).isZero();
        assertThat(run.lines()).singleElement().asString().matches("openrefine [0-9a-f]{64}");
        assertThat(run.err()).matches("key of openrefine: tieline_[A-Za-z0-9_-]{43}\\R");
        assertThat(other.out()).isNotEqualTo(run.out());
        assertThat(Run.of(Map.of(), "key", "a b").code()).isEqualTo(2);
        assertThat(Run.of(Map.of(), "key", "a b").err()).startsWith("a name must be 1 to 64 letters");
    }

    @Test
    void shouldRefuseToServeWithKeysThatCannotBeRead() throws IOException {
        Path keys = Files.writeString(folder.resolve("keys"), "somebody abc\n");

        Run run = Run.of(Map.of("NEO4J_URI", "bolt://127.0.0.1:1", "TIELINE_API_KEYS_FILE", keys.toString()), "serve");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith(keys + ":1: must be a name, a space and the 64 hexadecimal digits");
    }

    @Test
    void shouldTellItsVersionAndThatOfItsData() {
        Run run = Run.of(Map.of(), "--version");

        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(2);
        assertThat(run.lines().get(0)).matches("tieline \\d+\\.\\d+\\.\\d+.*");
        assertThat(run.lines().get(1)).matches("data set \\d+\\.\\d+.*");
    }

    @Test
    void shouldWriteAScriptThatCompletesOptionsAndWords() {
        Run run = Run.of(Map.of(), "generate-completion");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("--evidenced-since", "network-sharing", "PARTNERS_WITH");
    }

    private void copyShipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("seed-data"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private void spoil(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String content = Files.readString(path);
        int at = content.indexOf(from);
        assertThat(at).as(from).isPositive();
        Files.writeString(path, content.substring(0, at) + to + content.substring(at + from.length()));
    }
}
