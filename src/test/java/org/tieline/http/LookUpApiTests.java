package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tieline.http.ApiClient.elements;
import static org.tieline.http.ApiClient.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.testing.ShippedGraph;

/** Organizations, bans, ties, sources and the catalogue over HTTP on the shipped data. */
@ShippedGraph
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookUpApiTests {
    private ShippedApi shipped;
    private ApiClient api;

    @BeforeAll
    void start(Neo4j neo4j) {
        shipped = ShippedApi.shared(neo4j);
        api = shipped.client();
    }

    @AfterAll
    void stop() {
        shipped.close();
    }

    @Test
    void shouldListOrganizationsByKindAndCountry() {
        JsonNode answer = api.read("/v1/organizations?kind=carrier&country=jp&limit=1000");

        assertThat(ids(answer)).contains("kddi", "ntt-docomo").isSorted();
        assertThat(elements(answer.get("results"))).allSatisfy(organization -> {
            assertThat(organization.get("kind").textValue()).isEqualTo("carrier");
            assertThat(organization.get("country").textValue()).isEqualTo("JP");
        });
        assertThat(answer.at("/searched/kind").textValue()).isEqualTo("carrier");
        assertThat(answer.at("/searched/country").textValue()).isEqualTo("JP");
        assertThat(answer.get("total").intValue()).isEqualTo(ids(answer).size());
    }

    @ParameterizedTest
    @CsvSource({"/v1/organizations?kind=vendor, 7", "'/v1/bans?asOf=2020-12-31', 9"})
    void shouldGiveTheWholeInPages(String path, int limit) {
        JsonNode whole = api.read(path + "&limit=1000");
        int total = whole.get("total").intValue();
        List<JsonNode> together = new ArrayList<>();
        for (int offset = 0; offset < total; offset += limit) {
            together.addAll(elements(
                    api.read(path + "&limit=" + limit + "&offset=" + offset).get("results")));
        }

        assertThat(total).isGreaterThan(limit);
        assertThat(together).isEqualTo(elements(whole.get("results")));
    }

    @Test
    void shouldTellWhatIsOnRecordOfAnOrganization() {
        JsonNode sprint = api.read("/v1/organizations/sprint?asOf=2018-12-08");

        assertThat(sprint.get("name").textValue()).isEqualTo("Sprint");
        assertThat(sprint.at("/links/exposures").textValue())
                .isEqualTo("/v1/carriers/sprint/exposures?asOf=2018-12-08");
        assertThat(sprint.at("/ties/total").intValue())
                .isEqualTo(sprint.at("/ties/results").size());
        assertThat(sprint.at("/ties/truncated").booleanValue()).isFalse();
        assertThat(elements(sprint.at("/owners/results")))
                .anySatisfy(owner ->
                        assertThat(owner.at("/organization/id").textValue()).isEqualTo("softbank-group"));
        assertThat(elements(api.read("/v1/organizations/softbank-group").at("/owned/results")))
                .anySatisfy(owned ->
                        assertThat(owned.at("/organization/id").textValue()).isEqualTo("sprint"));
        assertThat(sprint.at("/bans/total").intValue()).isZero();
        assertThat(api.read(sprint.at("/links/exposures").textValue())
                        .get("total")
                        .intValue())
                .isPositive();
    }

    @Test
    void shouldSayWhenAListIsCut() {
        JsonNode ties = api.read("/v1/organizations/huawei").get("ties");

        assertThat(ties.get("total").intValue()).isGreaterThan(100);
        assertThat(ties.get("limit").intValue()).isEqualTo(100);
        assertThat(ties.get("truncated").booleanValue()).isTrue();
        assertThat(ties.get("results")).hasSize(100);
    }

    @Test
    void shouldTellHowTheBansOnAnOrganizationStood() {
        JsonNode early = api.read("/v1/organizations/huawei?asOf=2010-01-01").get("bans");
        JsonNode late = api.read("/v1/organizations/huawei?asOf=2022-01-01").get("bans");

        assertThat(early.get("total")).isEqualTo(late.get("total"));
        assertThat(states(late)).contains("in-force");
        assertThat(states(early)).doesNotContain("in-force").contains("null");
    }

    @ParameterizedTest
    @CsvSource({
        "target=zte, /targets, zte",
        "government=gov-usa, /government, gov-usa",
        "country=US, /country, US",
        "nature=advice, /nature, advice",
        "status=lifted, /status, lifted",
        "scope=removal, /scope, removal",
        "state=ended, /state, ended"
    })
    void shouldKeepOnlyTheBansThatAFilterWants(String filter, String pointer, String value) {
        JsonNode all = api.read("/v1/bans?asOf=2024-01-01&limit=1000");
        JsonNode filtered = api.read("/v1/bans?asOf=2024-01-01&limit=1000&" + filter);

        assertThat(filtered.get("total").intValue())
                .isPositive()
                .isLessThan(all.get("total").intValue());
        assertThat(elements(filtered.get("results"))).allSatisfy(ban -> {
            JsonNode field = ban.at(pointer);
            assertThat(field.isArray() ? texts(field) : List.of(field.textValue()))
                    .contains(value);
        });
    }

    @Test
    void shouldShowBansAsTheyWereKnown() {
        JsonNode known = api.read("/v1/bans?asOf=2018-12-08&knownAt=2018-12-08&limit=1000");

        assertThat(known.get("total").intValue())
                .isPositive()
                .isLessThan(api.read("/v1/bans?asOf=2018-12-08&limit=1000")
                        .get("total")
                        .intValue());
        for (JsonNode ban : elements(known.get("results"))) {
            JsonNode one = api.read(ban.at("/links/self").textValue() + "?asOf=2018-12-08&knownAt=2018-12-08");
            assertThat(one.get("state")).isEqualTo(ban.get("state"));
            assertThat(one.get("citations")).hasSize(one.get("sources").size());
            for (JsonNode source : elements(one.get("citations"))) {
                assertThat(source.get("published").isNull()
                                || source.get("published").textValue().compareTo("2018-12-08") <= 0)
                        .as(source.toString())
                        .isTrue();
            }
        }
    }

    @Test
    void shouldTellOneBanWithItsSources() {
        String id = elements(api.read("/v1/bans?country=GB").get("results"))
                .getFirst()
                .get("id")
                .textValue();
        JsonNode ban = api.read("/v1/bans/" + id + "?asOf=2021-01-01");

        assertThat(ban.get("id").textValue()).isEqualTo(id);
        assertThat(ban.get("flags").isArray()).isTrue();
        assertThat(ban.get("citations")).isNotEmpty();
        assertThat(ban.at("/citations/0/id")).isEqualTo(ban.at("/sources/0"));
        assertThat(ban.at("/citations/0/publisher").textValue()).isNotBlank();

        ApiClient.Reply unknown = api.get("/v1/bans/" + id + "?knownAt=1990-01-01");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.at("/detail").textValue()).contains(id, "1990-01-01");
    }

    @Test
    void shouldTellOneTieWithItsSources() {
        String id = api.read("/v1/exposures?vendor=huawei&asOf=2018-12-08&limit=1")
                .at("/results/0/path/0/tie")
                .textValue();
        JsonNode tie = api.read("/v1/ties/" + id);

        assertThat(tie.get("id").textValue()).isEqualTo(id);
        assertThat(tie.at("/from/name").textValue()).isNotBlank();
        assertThat(tie.get("citations")).hasSize(tie.get("sources").size());
        assertThat(tie.at("/citations/0/title").textValue()).isNotBlank();
        JsonNode source = api.read(tie.at("/citations/0/links/self").textValue());
        assertThat(tie.at("/citations/0").properties()).isSubsetOf(source.properties());
        assertThat(ids(source.get("ties"))).contains(id);
    }

    @Test
    void shouldTellWhatRestsOnASource() {
        JsonNode source = api.read("/v1/sources/reuters-2018-12-07-japan-ban?asOf=2018-12-08");

        assertThat(ids(source.get("ties"))).contains("huawei-supplies-sprint").isSorted();
        source.at("/ties/results")
                .forEach(tie -> assertThat(texts(tie.get("sources"))).contains("reuters-2018-12-07-japan-ban"));
        JsonNode ban = api.read("/v1/bans/us-ndaa-889a-2019?asOf=2018-12-08");
        JsonNode cited = api.read(ban.at("/links/sources/0").textValue() + "?asOf=2018-12-08");
        assertThat(ids(cited.get("bans"))).contains("us-ndaa-889a-2019");
        assertThat(cited.at("/bans/results/0/state")).isNotNull();

        JsonNode bt = api.read("/v1/organizations/bt");
        JsonNode register = api.read(bt.at("/identifiers/0/links/sources/0").textValue());
        assertThat(ids(register.get("organizations"))).contains("bt");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/organizations/huawe, huawei",
        "/v1/organizations/sprynt, sprint",
        "/v1/ties/huawei-partners-with-softbank-grup, huawei-partners-with-softbank-group",
        "/v1/bans/us-ndaa-889a-2091, us-ndaa-889a-2019",
        "/v1/sources/reuters-2018-12-07-japan-bans, reuters-2018-12-07-japan-ban"
    })
    void shouldSuggestTheNearestIdToAnUnknownOne(String path, String nearest) {
        ApiClient.Reply reply = api.get(path);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.at("/type").textValue()).isEqualTo("/problems/unknown-id");
        assertThat(texts(reply.at("/nearest"))).contains(nearest);
    }

    @ParameterizedTest
    @CsvSource({
        "huawei, huawei",
        "HUAWEI, huawei",
        "huawie, huawei",
        "华为, huawei",
        "ドコモ, ntt-docomo",
        "telefonica, telefonica",
        "Telefónica, telefonica",
        "softbank, softbank-group"
    })
    void shouldFindOrganizationsByName(String name, String id) {
        JsonNode answer = api.read("/v1/search?limit=5&q=" + encoded(name));

        assertThat(ids(answer)).contains(id).hasSizeLessThanOrEqualTo(5);
        assertThat(answer.at("/searched/q").textValue()).isEqualTo(name);
    }

    @Test
    void shouldPutExactMatchesFirst() {
        assertThat(api.read("/v1/search?q=sprint").at("/results/0/id").textValue())
                .isEqualTo("sprint");
        assertThat(api.read("/v1/search?q=BT").at("/results/0/id").textValue()).isEqualTo("bt");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/search, q, must be given",
        "/v1/search?q=, q, empty",
        "/v1/search?q=a&q=b, q, once",
        "/v1/search?q=a&limit=101, limit, 1..100",
        "/v1/organizations?kind=bank, kind, carrier",
        "'/v1/organizations?country=US,JP', country, once",
        "/v1/organizations?limit=0, limit, 1..1000",
        "/v1/organizations/sprint?asof=2018-12-08, asof, allowed are asOf",
        "/v1/bans?state=dormant, state, in-force",
        "/v1/bans?status=dead, status, lifted",
        "/v1/bans/us-ndaa-889a-2019?asOf=2018-02-30, asOf, 2018-12-08",
        "/v1/ties/x?asOf=2018-12-08, asOf, allowed are format",
        "/v1/sources/x?a=b, a, allowed are asOf",
        "/v1/catalog?a=b, a, none here"
    })
    void shouldRefuseWhatItCannotUnderstand(String path, String parameter, String hint) {
        ApiClient.Reply reply = api.get(path);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/parameter").textValue()).isEqualTo(parameter);
        assertThat(reply.at("/detail").textValue()).contains(hint);
    }

    @Test
    void shouldTellWhatIsLoaded() {
        JsonNode catalog = api.read("/v1/catalog");

        assertThat(catalog.at("/dataset/sha256").textValue()).hasSize(64);
        assertThat(catalog.at("/dataset/loadedAt").textValue()).startsWith("20").endsWith("Z");
        assertThat(catalog.at("/dataset/ageSeconds").longValue()).isBetween(0L, 3600L);
        assertThat(catalog.at("/snapshot/version").textValue())
                .isEqualTo(shipped.snapshots().current().version());
        assertThat(catalog.at("/counts/ties").intValue())
                .isEqualTo(shipped.snapshots().current().search().graph().tieCount());
        assertThat(catalog.at("/problems/total").intValue()).isZero();
        assertThat(catalog.at("/database/reachable").booleanValue()).isTrue();
        assertThat(catalog.at("/database/unreachableSince").isNull()).isTrue();
    }

    @Test
    void shouldShowATieThatSomebodyAddsAndListOneThatIsBadlyMade(Neo4j neo4j) {
        int before = api.read("/v1/catalog").at("/counts/ties").intValue();
        neo4j.write(tx -> tx.run("""
                        MATCH (h:Organization {id: 'huawei'}), (s:Organization {id: 'sprint'})
                        CREATE (h)-[:SUPPLIES {id: 'by-hand', evidence: 'confirmed', sources: ['nowhere-on-record']}]->(s),
                               (h)-[:SUPPLIES {id: 'badly-made', evidence: 'sure', sources: ['x']}]->(s)
                        """).consume());
        try {
            assertThat(api.read("/v1/catalog").at("/counts/ties").intValue())
                    .as("at once, though nobody has looked at the graph since")
                    .isEqualTo(before + 1);

            shipped.snapshots().refresh();

            assertThat(api.read("/v1/carriers/sprint/exposures?vendor=huawei&asOf=2018-12-08")
                            .at("/results/0/path/0/tie")
                            .textValue())
                    .isEqualTo("by-hand");
            JsonNode tie = api.read("/v1/ties/by-hand");
            assertThat(texts(tie.get("sources"))).containsExactly("nowhere-on-record");
            assertThat(tie.get("citations")).isEmpty();
            assertThat(api.get("/v1/ties/badly-made").status()).isEqualTo(404);
            JsonNode problem = api.read("/v1/catalog").at("/problems/results/0");
            assertThat(problem.get("where").textValue()).isEqualTo("badly-made");
            assertThat(problem.get("message").textValue()).contains("evidence");
        } finally {
            neo4j.write(tx -> tx.run("MATCH ()-[t]->() WHERE t.id IN ['by-hand', 'badly-made'] DELETE t")
                    .consume());
            shipped.snapshots().refresh();
        }
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static List<String> ids(JsonNode answer) {
        return elements(answer.get("results")).stream()
                .map(result -> result.get("id").textValue())
                .toList();
    }

    private static List<String> states(JsonNode bans) {
        return elements(bans.get("results")).stream()
                .map(ban -> ban.get("state").asText())
                .toList();
    }
}
