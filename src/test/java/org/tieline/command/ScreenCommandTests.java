package org.tieline.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.Run;
import org.tieline.testing.ShippedGraph;

/** Screens files of names against the shipped data in a running database. */
@ShippedGraph
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreenCommandTests {
    private static final Map<String, String> NO_DATABASE = Map.of("NEO4J_URI", "bolt://127.0.0.1:1");

    @TempDir
    private Path folder;

    private Map<String, String> environment;

    @BeforeAll
    void load(EmbeddedServer server) {
        environment = Map.of(
                "NEO4J_URI",
                server.boltUri().toString(),
                "NEO4J_PASSWORD",
                server.access().password());
        assertThat(Run.of(environment, "load", "seed-data").code()).isZero();
    }

    @Test
    void shouldPrintATable() throws IOException {
        Run run = screen("names.csv", "Firma,country\n华为,\nSprint,US\nVodafone,QA\nCirque du Soleil,\n");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.lines().get(0))
                .matches("# +OUTCOME +SCORE +ORGANIZATION +STATUS +RESTRICTEDBY +EXPOSEDTO +ENTRY *");
        assertThat(run.lines().get(1)).matches("1 +matched +98 +huawei +restricted +.*au-5g-2018.* 华为 *");
        assertThat(run.lines().get(2))
                .matches("2 +matched +100 +sprint +exposed +huawei\\(parent,2\\).* Sprint \\(US\\) *");
        assertThat(run.lines().get(3))
                .matches("3 +ambiguous +78 +vodafone-group:78 vodafone-germany:71 .*\\? +Vodafone \\(QA\\) *");
        assertThat(run.out())
                .contains(
                        "name is the column Firma",
                        "2 matched, 1 ambiguous, 1 unmatched",
                        "as of 2018-12-08",
                        "not a finding of wrongdoing");
    }

    @Test
    void shouldPrintTheJsonOfTheApi() throws IOException {
        Run run = screen("names.jsonl", "\"KDDI\"\n{\"id\":\"sprint\",\"reference\":\"7\"}\n", "--output", "json");

        assertThat(run.code()).as(run.err()).isZero();
        JsonNode answer = new ObjectMapper().readTree(run.out());
        assertThat(answer.at("/outcomes/matched").intValue()).isEqualTo(2);
        assertThat(answer.at("/results/1/entry/reference").textValue()).isEqualTo("7");
        assertThat(answer.at("/results/1/finding/status").textValue()).isEqualTo("exposed");
    }

    @Test
    void shouldPrintCsv() throws IOException {
        Run run = screen("names.json", "{\"entries\":[\"KDDI\",\"Three\"]}", "--output", "csv");

        assertThat(run.lines()).hasSize(3);
        assertThat(run.lines().get(1)).startsWith("1,,,,KDDI,,matched,kddi,KDDI,JP,100,exact,KDDI,");
        assertThat(run.lines().get(2)).startsWith("2,,,,Three,,ambiguous,,,,");
    }

    @Test
    void shouldReadStandardInput() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("name\nKDDI\n".getBytes(StandardCharsets.UTF_8)));
        try {
            Run run = Run.of(environment, "ask", "screen", "-", "--output", "csv");

            assertThat(run.code()).isZero();
            assertThat(run.lines()).hasSize(2);
        } finally {
            System.setIn(before);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "names.csv   | wer,land~KDDI,JP         | line 1: name, id or identifier must be in the header",
                "names.csv   | name,country~KDDI~       | line 2, column 2: must have 2 fields like the header",
                "names.csv   | name                     | entries must be 1 to 10000, were none",
                "names.json  | {\"entries\":[1]}        | entries[0]: must be a name in quotes",
                "names.jsonl | \"KDDI\"~{\"nam\":\"x\"}  | line 2: nam is not known here",
            })
    void shouldSayWhereAFileIsWrong(String name, String content, String message) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content.replace('~', '\n'));

        Run run = Run.of(NO_DATABASE, "ask", "screen", file.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ask screen                             | Missing required parameter: 'FILE'",
                "ask screen nowhere.csv                 | nowhere.csv cannot be read",
                "ask screen README.md --as-of 2018      | --as-of must be a day",
                "ask screen README.md --min-ban ended   | --min-ban must be one of"
            })
    void shouldRefuseAWrongCall(String arguments, String message) {
        Run run = Run.of(NO_DATABASE, arguments.split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith(message);
    }

    private Run screen(String name, String content, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        return Run.of(
                environment,
                Stream.concat(Stream.of("ask", "screen", file.toString(), "--as-of", "2018-12-08"), Stream.of(more))
                        .toArray(String[]::new));
    }
}
