package org.tieline.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.http.ShippedApi;
import org.tieline.start.HomeLock;
import org.tieline.testing.Run;
import org.tieline.testing.ShippedGraph;

/** Asks a server that has the shipped data; without a server the answers are the same, see {@link AskAgreementTests}. */
@ShippedGraph
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskTests {
    private static final String[] SPRINT = {
        "ask", "exposures", "--vendor", "huawei", "--as-of", "2018-12-08", "--carrier", "sprint"
    };

    private static final String[] PATHS = {"ask", "paths", "--from", "huawei", "--to", "sprint", "--as-of", "2018-12-08"
    };

    private Map<String, String> environment;
    private HomeLock lock;

    /** What makes an API that of a data folder is that the lock's holder says so. */
    @BeforeAll
    void serve(Neo4j neo4j, @TempDir Path home) throws IOException {
        environment = Map.of("TIELINE_HOME", home.toString());
        lock = HomeLock.take(home).orElseThrow();
        lock.tellApi(URI.create(ShippedApi.shared(neo4j).address() + "/"), null);
    }

    @AfterAll
    void endServing() throws IOException {
        lock.close();
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
                .isEqualTo("vendor,vendorName,vendorCountry,carrier,carrierName,carrierCountry,hops,relation,evidence,"
                        + "certainty,flags,path,ties,sources,bans,conflicts,self,asOf");
        assertThat(run.lines().get(1))
                .startsWith("huawei,Huawei,CN,sprint,Sprint,US,2,parent,")
                .contains(",huawei|softbank-group|sprint,");
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
    void shouldCountConflictsOfExposures() {
        Run run = Run.of(
                environment,
                "ask",
                "exposures",
                "--vendor",
                "huawei",
                "--as-of",
                "2024-01-15",
                "--carrier",
                "three-uk",
                "--output",
                "csv");

        assertThat(run.lines().get(1))
                .startsWith("huawei,Huawei,CN,three-uk,Three UK,GB,1,direct,confirmed,certain,,huawei|three-uk,")
                .contains(",uk-designated-vendor-direction-2022,/v1/");
    }

    /** Rows go into a file and tell nothing of those that are missing. */
    @Test
    void shouldSayBesideRowsThatTheyAreNotAll() {
        String[] asked = {"ask", "exposures", "--vendor", "huawei", "--as-of", "2018-12-08", "--output", "csv"};

        assertThat(Run.of(environment, with(asked, "--limit", "2")).err())
                .contains("these rows are not all: there are 274 results, and --limit and --offset choose others");
        assertThat(Run.of(environment, with(asked, "--limit", "1000")).err()).doesNotContain("not all");
        String[] paths = {
            "ask", "paths", "--from", "huawei", "--to", "sprint", "--as-of", "2018-12-08", "--output", "csv"
        };
        assertThat(Run.of(environment, with(paths, "--limit", "1")).err())
                .contains("these rows are not all: a larger --limit may give more");
    }

    @Test
    void shouldPrintConflictsInEveryForm() throws IOException {
        String[] asked = {
            "ask", "conflicts", "--as-of", "2028-01-01", "--carrier", "vodafonethree", "--past-deadline", "unknown"
        };

        Run table = Run.of(environment, asked);
        Run csv = Run.of(environment, with(asked, "--output", "csv"));
        JsonNode json = new ObjectMapper()
                .readTree(Run.of(environment, with(asked, "--output", "json")).out());

        assertThat(table.lines().get(0)).startsWith("CARRIER        COUNTRY  VENDOR  BAN");
        assertThat(table.lines().get(1))
                .startsWith(
                        "vodafonethree  GB       huawei  uk-designated-vendor-direction-2022  presumed  2027-12-31  unknown")
                .endsWith("huawei -SUPPLIES-> vodafonethree");
        assertThat(table.lines()).contains("1 conflict, 0 established", "A tie is not a finding of wrongdoing.");
        assertThat(csv.lines().get(0))
                .startsWith("carrier,carrierName,carrierCountry,vendor,vendorName,vendorCountry,ban,");
        assertThat(csv.lines().get(1))
                .startsWith(
                        "vodafonethree,VodafoneThree,GB,huawei,Huawei,CN,uk-designated-vendor-direction-2022,presumed,2027-12-31,unknown,,");
        assertThat(json.at("/results/0/carrier/id").textValue()).isEqualTo("vodafonethree");
        assertThat(json.at("/searched/pastDeadline/0").textValue()).isEqualTo("unknown");
        assertThat(table.lines()).contains(json.at("/results/0/sentence").textValue());
    }

    @Test
    void shouldRefuseAPeriodAsItWasTyped() {
        Run run = Run.of(environment, "ask", "conflicts", "--due-within", "soon");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("--due-within must be a period of ISO 8601");
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

    @Test
    void shouldPrintPathsInEveryForm() throws IOException {
        Run table = Run.of(environment, PATHS);
        Run csv = Run.of(environment, with(PATHS, "--output", "csv"));
        Run json = Run.of(environment, with(PATHS, "--output", "json"));

        JsonNode answer = new ObjectMapper().readTree(json.out());
        int total = answer.at("/total").intValue();
        assertThat(total).isGreaterThan(1);
        assertThat(answer.at("/results/0/path/0/to").textValue()).isEqualTo("softbank-group");
        assertThat(table.lines().get(0)).startsWith("HOPS  RELATION");
        assertThat(table.lines().get(1))
                .startsWith("2     parent")
                .endsWith("huawei -PARTNERS_WITH-> softbank-group -OWNS-> sprint");
        assertThat(table.lines())
                .contains(
                        total + " paths",
                        "searched: as of 2018-12-08, from huawei to sprint, at most 4 ties, stakes from 20 %",
                        "A tie is not a finding of wrongdoing.");
        assertThat(csv.lines()).hasSize(total + 1);
        assertThat(csv.lines().get(0)).isEqualTo("hops,relation,evidence,certainty,flags,path,ties,sources,asOf");
        assertThat(csv.lines().get(1))
                .startsWith("2,parent,")
                .contains(",huawei-partners-with-softbank-group|softbank-group-owns-sprint,");
    }

    @Test
    void shouldSayWhatCutPathsAndWhereTheyEnd() {
        Run cut = Run.of(environment, with(PATHS, "--limit", "1"));
        Run affiliate =
                Run.of(environment, "ask", "paths", "--from", "huawei", "--to", "hmn-tech", "--as-of", "2018-12-08");

        assertThat(cut.lines()).contains("1 path, the first one; there are more, and --limit shows them up to 1000");
        assertThat(affiliate.out()).contains("without a relation: ");
        assertThat(Run.of(environment, "ask", "paths", "--from", "huawei", "--to", "sprynt")
                        .err())
                .contains("did you mean sprint?");
    }

    @Test
    void shouldPrintAMatrix() throws IOException {
        String[] matrix = {"ask", "matrix", "--vendor", "huawei,zte", "--as-of", "2018-12-08", "--carrier-country", "US"
        };
        Run table = Run.of(environment, matrix);
        Run csv = Run.of(environment, with(matrix, "--output", "csv"));
        Run json = Run.of(environment, with(matrix, "--output", "json"));

        assertThat(table.code()).isZero();
        assertThat(table.lines().get(0)).matches("CARRIER +COUNTRY +HUAWEI +ZTE *");
        assertThat(table.lines()).anySatisfy(line -> assertThat(line).matches("sprint +US +parent 2( .*)?"));
        assertThat(table.lines())
                .contains("searched: as of 2018-12-08, from huawei, zte, at most 4 ties, stakes from 20 %")
                .endsWith("A tie is not a finding of wrongdoing.");
        assertThat(csv.lines().get(0))
                .isEqualTo(
                        "carrier,name,country,huawei.relation,huawei.hops,huawei.evidence,zte.relation,zte.hops,zte.evidence,asOf");
        assertThat(csv.out()).contains("sprint,Sprint,US,parent,2,");
        JsonNode answer = new ObjectMapper().readTree(json.out());
        assertThat(answer.get("results")).hasSize(csv.lines().size() - 1);
        assertThat(Run.of(environment, with(matrix, "--limit", "1")).out())
                .containsPattern("\\d+ carriers, 1 to 1 shown; --limit and --offset show others");
    }

    @Test
    void shouldPrintASeries() throws IOException {
        String[] series = {"ask", "series", "--from", "2018-10-01", "--to", "2018-12-31", "--step", "P1M"};
        Run table = Run.of(environment, with(series, "--vendor", "huawei"));
        Run csv = Run.of(environment, with(series, "--output", "csv"));
        Run json = Run.of(environment, with(series, "--output", "json"));

        assertThat(table.code()).isZero();
        assertThat(table.lines().get(0))
                .startsWith("DAY         VENDORS  PAIRS  CARRIERS  CERTAIN  DIRECT  VENDOR-AFFILIATE");
        assertThat(table.lines().subList(1, 4))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("2018-10-01  1  "),
                        line -> assertThat(line).startsWith("2018-11-01  1  "),
                        line -> assertThat(line).startsWith("2018-12-01  1  "));
        assertThat(table.lines())
                .contains("searched: 2018-10-01 to 2018-12-31 by P1M, from huawei, at most 4 ties, stakes from 20 %");
        assertThat(csv.lines()).hasSize(4);
        assertThat(csv.lines().get(0)).startsWith("day,vendors,pairs,pairs.direct,");
        JsonNode answer = new ObjectMapper().readTree(json.out());
        assertThat(answer.at("/results/2/day").textValue()).isEqualTo("2018-12-01");
        assertThat(csv.lines().get(3))
                .startsWith("2018-12-01,%s,%s,"
                        .formatted(answer.at("/results/2/vendors"), answer.at("/results/2/pairs/total")));
        assertThat(Run.of(environment, with(series, "--step", "P1M", "--as-of", "2018-01-01"))
                        .code())
                .isEqualTo(2);
    }

    @Test
    void shouldPrintWhatChangedAndWhy() {
        String[] sprint = {
            "ask", "changes", "--from", "2018-08-01", "--to", "2018-12-31", "--vendor", "huawei", "--carrier", "sprint"
        };

        Run table = Run.of(environment, sprint);
        Run csv = Run.of(environment, with(sprint, "--output", "csv"));
        Run json = Run.of(environment, with(sprint, "--output", "json"));

        assertThat(table.code()).isZero();
        assertThat(table.lines().get(1))
                .startsWith("changed  huawei  sprint   US       path hops relation")
                .contains("direct/1  parent/2  tie-ended huawei-supplies-sprint 2018-12-07; ban-changed au-5g-2018");
        assertThat(table.lines())
                .contains(
                        "0 appeared, 0 disappeared, 1 changed; 1 exposures before, 1 after",
                        "compared: 2018-08-01 with 2018-12-31, with everything on record",
                        "A tie is not a finding of wrongdoing.");
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv.lines().get(0))
                .startsWith(
                        "kind,vendor,vendorName,vendorCountry,carrier,carrierName,carrierCountry,aspects,origins,reasons,");
        assertThat(csv.lines().get(1)).contains(",huawei|sprint,").contains(",huawei|softbank-group|sprint,");
        assertThat(json.out()).startsWith("{\"notice\":").contains("\"kind\":\"tie-ended\"");
    }

    @Test
    void shouldPrintWhatAScenarioWouldChange(@TempDir Path folder) throws IOException {
        Run table = Run.of(environment, "ask", "scenario", "examples/sprint-to-t-mobile.json");
        Run json = Run.of(environment, "ask", "scenario", "examples/sprint-to-t-mobile.json", "--output", "json");
        Path bad = Files.writeString(
                folder.resolve("bad.json"),
                "{\"changes\": [{\"kind\": \"end-tie\", \"tie\": \"huawei-supplies-btt\"}]}");

        assertThat(table.code()).isZero();
        assertThat(table.lines().getFirst())
                .isEqualTo("changes[0]: The tie softbank-group-owns-sprint ends on 2018-12-08.");
        assertThat(table.out())
                .contains("disappeared  zte", "2018-12-08 as on record and as supposed; nothing was written");
        assertThat(new ObjectMapper()
                        .readTree(json.out())
                        .at("/counts/disappeared")
                        .intValue())
                .isOne();

        Run refused = Run.of(environment, "ask", "scenario", bad.toString());
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains(
                        "changes[0].tie: there is no tie with the id huawei-supplies-btt; did you mean huawei-supplies-bt");
        Run absent = Run.of(
                environment, "ask", "scenario", folder.resolve("absent.json").toString());
        assertThat(absent.code()).isEqualTo(2);
        assertThat(absent.err()).contains("there is no file");
    }

    @Test
    void shouldTellWhoCountsAsOwned() {
        String[] hmn = {
            "ask",
            "ownership",
            "--organization",
            "hmn-tech",
            "--rule",
            "ofac-50",
            "--listed",
            "huawei",
            "--as-of",
            "2018-12-08"
        };

        Run table = Run.of(environment, hmn);
        assertThat(table.code()).isZero();
        assertThat(table.lines().get(1)).matches("hmn-tech +yes +yes +1 +51 +huawei 51 \\(listed\\)");
        assertThat(table.lines())
                .contains(
                        "hmn-tech: yes",
                        "searched: as of 2018-12-08, listed: huawei",
                        "A tie is not a finding of wrongdoing.")
                .anySatisfy(line -> assertThat(line).startsWith("rule: 50 Percent Rule"));

        Run csv = Run.of(environment, with(hmn, "--output", "csv"));
        assertThat(csv.lines().get(0)).startsWith("verdict,organization,organizationName,organizationCountry,step,");
        assertThat(csv.lines().get(1))
                .startsWith("yes,hmn-tech,")
                .contains(",1,yes,51,51,huawei,huawei-owns-hmn-tech,");

        Run json = Run.of(environment, with(hmn, "--output", "json"));
        assertThat(json.out()).contains("\"verdict\":\"yes\"");
    }

    @Test
    void shouldTellWhomTheListedCatch() {
        Run run = Run.of(
                environment,
                "ask",
                "ownership",
                "--rule",
                "ofac-50",
                "--listed",
                "huawei",
                "--as-of",
                "2018-12-08",
                "--verdict",
                "yes");

        assertThat(run.code()).isZero();
        assertThat(run.lines().get(1)).startsWith("hmn-tech");
        assertThat(run.lines()).contains("1 organization");
        assertThat(Run.of(environment, "ask", "ownership").err()).contains("--rule must be given: one of named-only");
    }

    @Test
    void shouldSayAtWhichAffiliatesExposuresStarted() {
        Run run = Run.of(environment, with(SPRINT, "--affiliates", "ofac-50"));

        assertThat(run.lines()).anySatisfy(line -> assertThat(line)
                .startsWith("affiliates under ofac-50: hmn-tech (by huawei); open: ")
                .contains("hengtong (by huawei)"));
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }
}
