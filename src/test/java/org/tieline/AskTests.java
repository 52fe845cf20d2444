package org.tieline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;

/** Loads the shipped data into a running database and asks it. */
@ExtendWith(EmbeddedNeo4jExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskTests {
    private static final String[] SPRINT = {
        "ask", "exposures", "--vendor", "huawei", "--as-of", "2018-12-08", "--carrier", "sprint"
    };

    private Map<String, String> environment;
    private Run load;

    @BeforeAll
    void load(EmbeddedServer server) {
        environment = Map.of("NEO4J_URI", server.boltUri().toString());
        load = Run.of(environment, "load", "seed-data");
    }

    @Test
    void shouldTellWhatALoadChanged() {
        assertThat(load.code()).isZero();
        assertThat(load.lines()).hasSize(6);
        assertThat(load.lines().get(0)).matches("data set \\S+, sha256 [0-9a-f]{64}");
        assertThat(load.lines().get(2)).matches("ties: [1-9]\\d* added, 0 updated, 0 removed, 0 unchanged");

        Run again = Run.of(environment, "load", "seed-data");

        assertThat(again.lines().get(2)).matches("ties: 0 added, 0 updated, 0 removed, [1-9]\\d* unchanged");
    }

    @Test
    void shouldPrintATable() {
        Run run = Run.of(environment, SPRINT);

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.lines().get(0)).startsWith("VENDOR  CARRIER  COUNTRY  HOPS  RELATION");
        assertThat(run.lines().get(1))
                .startsWith("huawei  sprint   US       2     parent")
                .endsWith("huawei -PARTNERS_WITH-> softbank-group -OWNS-> sprint");
        assertThat(run.lines())
                .contains("1 exposure", "searched: as of 2018-12-08, from huawei, at most 4 ties, stakes from 20 %");
    }

    @Test
    void shouldPrintCsv() {
        Run run = Run.of(environment, with(SPRINT, "--output", "csv"));

        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(2);
        assertThat(run.lines().get(0))
                .isEqualTo(
                        "vendor,carrier,country,hops,relation,evidence,certainty,flags,conflicts,path,sources,conflictBans");
        assertThat(run.lines().get(1))
                .startsWith("huawei,sprint,US,2,parent,")
                .contains(",huawei -PARTNERS_WITH-> softbank-group -OWNS-> sprint,");
    }

    @Test
    void shouldPrintTheJsonOfTheApi() throws IOException {
        Run run = Run.of(environment, with(SPRINT, "--output", "json"));

        JsonNode answer = new ObjectMapper().readTree(run.out());
        assertThat(answer.at("/total").intValue()).isOne();
        assertThat(answer.at("/searched/asOf").textValue()).isEqualTo("2018-12-08");
        assertThat(answer.at("/results/0/carrier/id").textValue()).isEqualTo("sprint");
        assertThat(answer.at("/results/0/path/0/to").textValue()).isEqualTo("softbank-group");
    }

    @Test
    void shouldAnswerEmptyHanded() {
        Run run = Run.of(
                environment, "ask", "exposures", "--vendor", "huawei", "--as-of", "1980-01-01", "--ties", "OWNS");

        assertThat(run.code()).isZero();
        assertThat(run.lines().get(0)).isEqualTo("0 exposures");
        assertThat(run.out()).contains("as of 1980-01-01");
    }

    @Test
    void shouldShowAPart() {
        Run run = Run.of(
                environment,
                "ask",
                "exposures",
                "--vendor",
                "huawei",
                "--as-of",
                "2018-12-08",
                "--limit",
                "3",
                "--offset",
                "2");

        assertThat(run.lines()).anySatisfy(line -> assertThat(line).matches("\\d+ exposures, 3 to 5 shown; .*"));
    }

    @Test
    void shouldSuggestAnIdThatIsThere() {
        Run run = Run.of(environment, "ask", "exposures", "--vendor", "huawey");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines())
                .containsExactly("there is no organization with the id huawey", "did you mean huawei?");
        assertThat(run.out()).isEmpty();
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }
}
