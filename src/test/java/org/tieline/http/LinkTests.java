package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Someone who knows one address and a name comes to the sources by following links, whose addresses nobody has to make. */
class LinkTests extends ShippedApiTest {
    @Test
    void shouldLeadFromANameToTheSourcesOfATie() {
        JsonNode tie = named("huawei-supplies-sprint", sprint().at("/ties/results"));
        JsonNode cited = follow(tie.at("/links/self"));
        JsonNode source = follow(tie.at("/links/sources/0"));

        assertThat(source.get("id").textValue()).isEqualTo("reuters-2018-12-07-japan-ban");
        assertThat(source.get("published").textValue()).isEqualTo("2018-12-07");
        assertThat(cited.get("citations").get(0).properties()).isNotEmpty().isSubsetOf(source.properties());
        assertThat(source.at("/ties/results").findValuesAsText("id")).contains("huawei-supplies-sprint");
        assertThat(follow(tie.at("/links/from")).get("id").textValue()).isEqualTo("huawei");
    }

    /** By way of its owner, Sprint is tied to Huawei as long as it exists, and to nobody after that. */
    @Test
    void shouldLeadFromANameToTheSourcesOfEveryPath() {
        JsonNode exposures = follow(sprintOn("2020-03-31").at("/links/exposures"));

        assertThat(exposures.get("results")).isNotEmpty().allSatisfy(exposure -> {
            assertProven(exposure);
            assertThat(follow(exposure.at("/links/self")).at("/results/0")).isEqualTo(exposure);
            JsonNode paths = follow(exposure.at("/links/paths"));
            assertThat(paths.at("/results/0/path")).isEqualTo(exposure.get("path"));
            assertProven(paths.at("/results/0"));
        });
        assertThat(exposures.at("/included/bans")).isNotEmpty().allSatisfy(ban -> assertThat(
                        follow(ban.at("/links/self")).get("citations"))
                .isNotEmpty());
        assertThat(exposures.findValues("vendor"))
                .extracting(vendor -> vendor.path("id").asText())
                .contains("huawei");
        assertThat(follow(sprintOn("2020-04-01").at("/links/exposures")).get("results"))
                .isEmpty();
    }

    /** Each hop is told by a tie and by sources that have addresses. */
    private void assertProven(JsonNode path) {
        List<JsonNode> ties = ApiClient.elements(path.at("/links/ties")).stream()
                .map(this::follow)
                .toList();
        List<String> sources = ApiClient.elements(path.at("/links/sources")).stream()
                .map(link -> follow(link).get("id").textValue())
                .toList();

        assertThat(path.at("/links/organizations")).hasSize(ties.size() + 1);
        assertThat(ties).hasSameSizeAs(path.get("path"));
        for (int i = 0; i < ties.size(); i++) {
            JsonNode hop = path.get("path").get(i);
            assertThat(ties.get(i).get("id")).isEqualTo(hop.get("tie"));
            assertThat(ties.get(i).get("citations").findValuesAsText("id"))
                    .containsExactlyElementsOf(ApiClient.texts(hop.get("sources")));
            assertThat(sources).containsAll(ApiClient.texts(hop.get("sources")));
        }
    }

    @Test
    void shouldKeepTheDayOfTheQuestion() {
        JsonNode then = follow(shipped.client()
                .read("/v1/organizations/huawei?asOf=2018-12-08")
                .at("/links/exposures"));

        assertThat(then.at("/searched/asOf").textValue()).isEqualTo("2018-12-08");
        assertThat(then.at("/searched/vendors/0/id").textValue()).isEqualTo("huawei");
    }

    @Test
    void shouldLeadFromAVerdictToTheSourcesOfAStake() {
        JsonNode verdict = shipped.client()
                .read("/v1/ownership?rule=ofac-50&listed=huawei&asOf=2018-12-08&limit=1")
                .at("/results/0");
        JsonNode stake = follow(verdict.at("/links/self")).at("/steps/results/0/added/results/0/stakes/0");

        assertThat(follow(stake.at("/links/tie")).get("id")).isEqualTo(stake.get("tie"));
        assertThat(follow(stake.at("/links/sources/0")).get("id"))
                .isEqualTo(stake.get("sources").get(0));
        assertThat(follow(verdict.at("/links/organization")).get("id")).isEqualTo(verdict.at("/organization/id"));
    }

    /** What is supposed has no address, and none is made up for it. */
    @Test
    void shouldLeadNowhereFromWhatIsSupposed() {
        ApiClient.Reply answer = shipped.client().post("/v1/scenarios", "application/json", """
                        {"changes": [{"kind": "add-ban", "government": "gov-germany", "targets": ["huawei"], "scope": ["ran"]},
                                     {"kind": "add-tie", "from": "huawei", "type": "SUPPLIES", "to": "sprint"}],
                         "question": {"vendor": "huawei", "carrier": "sprint", "asOf": "2018-12-08", "jurisdiction": "any"}}""");
        JsonNode exposure = answer.at("/results/0/after");

        assertThat(exposure.at("/path/0/tie").textValue()).isEqualTo("supposed-tie-1");
        assertThat(exposure.at("/links/ties").isNull()).isTrue();
        assertThat(exposure.at("/links/sources").isNull()).isTrue();
        assertThat(named("supposed-ban-0", answer.at("/included/bans"))
                        .get("links")
                        .isNull())
                .isTrue();
    }

    private JsonNode sprint() {
        JsonNode hits = shipped.client().read("/v1/search?q=Sprint");
        return follow(hits.at("/results/0/links/self"));
    }

    private JsonNode sprintOn(String day) {
        return shipped.client().read(sprint().at("/links/self").textValue() + "?asOf=" + day);
    }

    private static JsonNode named(String id, JsonNode list) {
        return ApiClient.elements(list).stream()
                .filter(each -> each.get("id").textValue().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no %s in %s".formatted(id, list)));
    }

    private JsonNode follow(JsonNode link) {
        assertThat(link.isTextual()).as("a link").isTrue();
        return shipped.client().read(link.textValue());
    }
}
