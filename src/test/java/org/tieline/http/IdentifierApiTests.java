package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tieline.http.ApiClient.texts;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.TestFacts;

/** Identifiers in place of ids, and records that show them: {@code 234-33} was Orange UK's until July 2010, and is EE's since. */
@ExtendWith(EmbeddedNeo4jExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentifierApiTests {
    private final EmbeddedServer server;
    private final Neo4j neo4j;
    private final Snapshots snapshots;
    private final Api api;
    private final ApiClient client;

    IdentifierApiTests(EmbeddedServer server, Neo4j neo4j) {
        this.server = server;
        this.neo4j = neo4j;
        snapshots = new Snapshots(new DriverGraphReader(neo4j));
        api = Api.start("127.0.0.1", 0, Inquiries.over(neo4j, snapshots), PatientApi.OPTIONS);
        client = new ApiClient(api.port());
    }

    @BeforeAll
    void load() {
        EmbeddedNeo4jExtension.fill(server, neo4j, TestFacts.datasetWithLives());
        server.database().executeTransactionally("""
                        MATCH (bt {id: 'bt'}), (ee {id: 'ee'}), (orange {id: 'orange-uk'})
                        MERGE (shared:Identifier {scheme: 'mcc-mnc', value: '234-30'})
                        CREATE (bt)-[:IDENTIFIED_BY {since: '2016', sources: ['bbc-2020']}]->(shared),
                               (ee)-[:IDENTIFIED_BY {sources: ['bbc-2020']}]->(shared),
                               (orange)-[:IDENTIFIED_BY {until: '2010', sources: ['bbc-2020']}]->
                                 (:Identifier {scheme: 'asn', value: '12'})
                        """);
        snapshots.refresh();
    }

    @AfterAll
    void stop() {
        client.close();
        api.close();
        snapshots.close();
    }

    @ParameterizedTest
    @CsvSource({
        "wikidata:Q160054, 2020-01-01, bt",
        "mcc-mnc:234-33, 2005-01-01, orange-uk",
        "mcc-mnc:234-33, 2010-06-30, orange-uk",
        "mcc-mnc:234-33, 2010-07-01, ee",
        "mcc-mnc:234-30, 2015-12-31, ee",
        "register:GB%2002382161, 2020-01-01, ee",
    })
    void shouldMeanWhoeverHasItOnTheDay(String identifier, String day, String organization) {
        assertThat(client.read("/v1/organizations/%s?asOf=%s".formatted(identifier, day))
                        .get("id")
                        .textValue())
                .isEqualTo(organization);
    }

    @Test
    void shouldMeanTheSameWhereverAnOrganizationIsAskedFor() {
        String day = "asOf=2018-01-01";
        assertThat(client.read("/v1/carriers/wikidata:Q160054/exposures?vendor=huawei&" + day))
                .isEqualTo(client.read("/v1/carriers/bt/exposures?vendor=huawei&" + day));
        assertThat(client.read("/v1/exposures?vendor=huawei&carrier=mcc-mnc:234-33,wikidata:Q160054&" + day))
                .isEqualTo(client.read("/v1/exposures?vendor=huawei&carrier=ee,bt&" + day));
        assertThat(client.read("/v1/paths?from=huawei&to=mcc-mnc:234-33&" + day))
                .isEqualTo(client.read("/v1/paths?from=huawei&to=ee&" + day));
        assertThat(client.read("/v1/organizations/mcc-mnc:234-33/ownership?rule=ofac-50&" + day))
                .isEqualTo(client.read("/v1/organizations/ee/ownership?rule=ofac-50&" + day));
        String changes = "/v1/changes?vendor=huawei&from=2004-01-01&to=2012-01-01&carrier=";
        assertThat(client.read(changes + "mcc-mnc:234-33"))
                .as("the later of two days counts")
                .isEqualTo(client.read(changes + "ee"));
    }

    @Test
    void shouldKnowNoLaterHolderThanWasKnown() {
        JsonNode searched = client.read(
                        "/v1/exposures?vendor=huawei&carrier=mcc-mnc:234-33&asOf=2018-01-01&knownAt=2010-01-01")
                .get("searched");

        assertThat(texts(searched.get("carrier")))
                .as("that it went to EE was not known")
                .containsExactly("orange-uk");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/organizations/duns:123            | 400 | id must be an identifier like mcc-mnc:440-10, whose scheme is one of [wikidata, lei, isin, mcc-mnc, asn, register], was duns:123
            /v1/organizations/lei:5493            | 400 | id must be a legal entity identifier of 20 capital letters and digits behind lei:, was lei:5493
            /v1/organizations/mcc-mnc:234-30      | 400 | bt and ee, was mcc-mnc:234-30
            /v1/exposures?carrier=mcc-mnc:234-30  | 400 | carrier must mean one organization, and on
            /v1/paths?from=huawei&to=mcc-mnc:234-30&asOf=2020-01-01 | 400 | to must mean one organization, and on 2020-01-01 it means bt and ee
            /v1/organizations/asn:7               | 404 | there is no organization with the id asn:7
            """)
    void shouldSayWhatIsWrongWithOthers(String path, int status, String message) {
        ApiClient.Reply answer = client.get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.at("/detail").textValue()).contains(message);
    }

    @Test
    void shouldNameThoseWhoHadItOnAnotherDay() {
        assertThat(texts(client.get("/v1/organizations/asn:12?asOf=2020-01-01").at("/nearest")))
                .containsExactly("orange-uk");
    }

    @Test
    void shouldShowAllThatIsOnRecord() {
        JsonNode ee = client.read("/v1/organizations/ee?asOf=2020-01-01");

        assertThat(ee.get("since").textValue()).isEqualTo("2010");
        assertThat(ee.get("until").isNull()).isTrue();
        assertThat(ee.get("successor").isNull()).isTrue();
        assertThat(texts(ee.get("predecessors"))).containsExactly("orange-uk");
        assertThat(ee.get("identifiers").findValuesAsText("value")).containsExactly("234-30", "234-33", "GB 02382161");
        assertThat(ee.at("/identifiers/1/since").textValue()).isEqualTo("2010-07-01");
        assertThat(texts(ee.at("/identifiers/1/links/sources"))).containsExactly("/v1/sources/bbc-2020");
        assertThat(ee.get("subscribers").findValuesAsText("on")).containsExactly("2019", "2020-06");
        assertThat(ee.at("/subscribers/0/millions").decimalValue()).isEqualByComparingTo("27.5");
        JsonNode orange = client.read("/v1/organizations/orange-uk");
        assertThat(orange.get("until").textValue()).isEqualTo("2010-07-01");
        assertThat(orange.get("successor").textValue()).isEqualTo("ee");
        assertThat(client.text("/v1/organizations/orange-uk", "text/csv").body())
                .contains("since,until,successor")
                .contains("1994-04,2010-07-01,ee");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wikidata:Q160054 | bt           | wikidata:Q160054     | 4
            q160054          | bt           | wikidata:Q160054     | 4
            234-33           | ee,orange-uk | mcc-mnc:234-33       | 4
            gb%2002382161    | ee           | register:GB 02382161 | 4
            asn:12           | orange-uk    | asn:12               | 3
            """)
    void shouldFindWhoHasAnIdentifier(String text, String ids, String matched, double score) {
        JsonNode found = client.read("/v1/search?q=" + text).get("results");

        assertThat(found.findValuesAsText("id")).startsWith(ids.split(","));
        assertThat(found.at("/0/matched").textValue()).isEqualTo(matched);
        assertThat(found.at("/0/score").doubleValue()).isEqualTo(score);
    }

    @Test
    void shouldTakeIdentifiersInAScenario() {
        String body = """
                {"question": {"vendor": "huawei", "asOf": "2018-01-01"},
                 "changes": [{"kind": "add-tie", "from": "huawei", "type": "SUPPLIES", "to": "%s"}]}
                """;
        JsonNode byId = client.post("/v1/scenarios", "application/json", body.formatted("ee"))
                .body();

        assertThat(byId.get("total").intValue()).isPositive();
        assertThat(client.post("/v1/scenarios", "application/json", body.formatted("mcc-mnc:234-33"))
                        .at("/results"))
                .isEqualTo(byId.get("results"));
        assertThat(client.post("/v1/scenarios", "application/json", body.formatted("mcc-mnc:234-30"))
                        .status())
                .isEqualTo(400);
    }
}
