package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tieline.http.ApiClient.elements;
import static org.tieline.http.ApiClient.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths over HTTP on the shipped data. */
class PathApiTests extends ShippedApiTest {
    private static final String SPRINT = "/v1/paths?from=huawei&to=sprint&asOf=2018-12-08";
    private static final List<String> OF_A_PATH = List.of("hops", "relation", "evidence", "certainty", "flags", "path");

    @Test
    void shouldListThePathsFromHuaweiToSprint() {
        JsonNode answer = api.read(SPRINT);

        assertThat(answer.get("notice").textValue()).contains("not a finding of wrongdoing");
        assertThat(answer.get("truncated").booleanValue()).isFalse();
        assertThat(answer.get("truncatedBy").isNull()).isTrue();
        assertThat(answer.get("onVendorSide").intValue()).isZero();
        List<JsonNode> paths = elements(answer.get("results"));
        assertThat(paths).hasSizeGreaterThan(1).hasSize(answer.get("total").intValue());
        assertThat(paths.getFirst().get("relation").textValue()).isEqualTo("parent");
        assertThat(texts(paths.getFirst().at("/links/organizations")))
                .containsExactly(
                        "/v1/organizations/huawei", "/v1/organizations/softbank-group", "/v1/organizations/sprint");
        assertThat(paths).extracting(path -> path.get("hops").intValue()).isSorted();
        assertThat(paths).allSatisfy(path -> {
            assertThat(path.get("hops").intValue()).isBetween(1, 4);
            List<String> passed = texts(path.at("/links/organizations"));
            assertThat(passed).doesNotHaveDuplicates();
            assertThat(passed.getFirst()).endsWith("/huawei");
            assertThat(passed.getLast()).endsWith("/sprint");
        });
    }

    /** Whatever the options: the links of all exposures lead to lists that begin with the exposure. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "asOf=2018-12-08",
                "asOf=2019-01-01&knownAt=2019-06-01&maxHops=3",
                "asOf=2021-06-01&certainty=certain&minStake=30&minEvidence=announced&ties=SUPPLIES,OWNS"
            })
    void shouldBeginWithThePathOfTheExposure(String options) {
        List<JsonNode> exposures = elements(api.read("/v1/exposures?vendor=huawei,zte&limit=1000&" + options)
                .get("results"));

        assertThat(exposures).hasSizeGreaterThan(50).allSatisfy(exposure -> {
            JsonNode paths = api.read(exposure.at("/links/paths").textValue());
            assertThat(paths.at("/searched/from")).isEqualTo(exposure.get("vendor"));
            assertThat(paths.at("/searched/to")).isEqualTo(exposure.get("carrier"));
            JsonNode first = elements(paths.get("results")).stream()
                    .filter(path -> !path.get("relation").isNull())
                    .findFirst()
                    .orElseThrow();
            assertThat(OF_A_PATH)
                    .allSatisfy(field -> assertThat(first.get(field)).isEqualTo(exposure.get(field)));
        });
    }

    @Test
    void shouldLinkToPlacesThatAreThere() {
        JsonNode answer = api.read(SPRINT
                + "&knownAt=2020-01-01&certainty=possible&evidencedSince=2010-01-01&minStake=12.5&maxHops=3&ties=OWNS,SUPPLIES"
                + "&minEvidence=announced&limit=7");
        JsonNode usual = api.read(SPRINT);

        assertThat(answer.at("/links/self").textValue())
                .isEqualTo(
                        "/v1/paths?from=huawei&to=sprint&asOf=2018-12-08&knownAt=2020-01-01&evidencedSince=2010-01-01"
                                + "&minStake=12.5&maxHops=3&ties=SUPPLIES%2COWNS&minEvidence=announced&limit=7");
        assertThat(api.read(answer.at("/links/self").textValue())).isEqualTo(answer);
        assertThat(usual.at("/links/self").textValue()).isEqualTo(SPRINT);
        JsonNode links = usual.at("/results/0/links");
        assertThat(links.get("ties")).hasSize(usual.at("/results/0/path").size());
        List<String> addresses = new ArrayList<>(texts(links.get("organizations")));
        addresses.addAll(texts(links.get("ties")));
        assertThat(addresses)
                .allSatisfy(address -> assertThat(api.get(address).status()).isEqualTo(200));
        assertThat(api.read(links.at("/ties/0").textValue()).get("id")).isEqualTo(usual.at("/results/0/path/0/tie"));
    }

    @Test
    void shouldSayWhereTheListWasCut() {
        JsonNode cut = api.read(SPRINT + "&limit=2");

        assertThat(cut.get("truncated").booleanValue()).isTrue();
        assertThat(cut.get("truncatedBy").textValue()).isEqualTo("limit");
        assertThat(cut.get("total").isNull()).isTrue();
        assertThat(cut.get("limit").intValue()).isEqualTo(2);
        assertThat(elements(cut.get("results")))
                .isEqualTo(elements(api.read(SPRINT).get("results")).subList(0, 2));
    }

    @Test
    void shouldSayThatSomeEndOnTheVendorsSide() {
        JsonNode answer = api.read("/v1/paths?from=huawei&to=hmn-tech&asOf=2018-12-08");

        assertThat(answer.get("onVendorSide").intValue()).isPositive();
        assertThat(answer.at("/results/0/hops").intValue()).isOne();
        assertThat(answer.at("/results/0/relation").isNull()).isTrue();
        assertThat(answer.at("/results/0/path/0/type").textValue()).isEqualTo("OWNS");
    }

    @Test
    void shouldSayWhatWasSearchedAndLeftOut() {
        JsonNode answer = api.read("/v1/paths?from=huawei&to=liberty-costa-rica&asOf=2026-12-01");

        assertThat(answer.get("total").intValue()).isZero();
        assertThat(answer.get("results")).isEmpty();
        assertThat(answer.at("/searched/to/name").textValue()).isEqualTo("Liberty Costa Rica");
        assertThat(texts(answer.at("/searched/ties"))).hasSize(5);
        assertThat(answer.at("/searched/leftOut/belowMinStake").intValue()).isPositive();
        assertThat(answer.at("/searched/snapshot").textValue())
                .isEqualTo(shipped.snapshots().current().version());
        assertThat(elements(api.read("/v1/paths?from=huawei&to=liberty-costa-rica&asOf=2026-12-01&minStake=10")
                        .get("results")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "to=sprint | from | from must be given",
                "from=huawei | to | to must be given",
                "from=huawei&to=huawei | to | another organization than from, was huawei",
                "from=huawei,zte&to=sprint&from=zte | from | once",
                "from=huawei&to=sprint&limit=0 | limit | 1..1000",
                "from=huawei&to=sprint&limit=1001 | limit | 1..1000",
                "from=huawei&to=sprint&maxHops=11 | maxHops | 1..10",
                "from=huawei&to=sprint&offset=3 | offset | allowed are from, to",
            })
    void shouldRefuseWhatItCannotUnderstand(String query, String parameter, String hint) {
        ApiClient.Reply reply = api.get("/v1/paths?" + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/parameter").textValue()).isEqualTo(parameter);
        assertThat(reply.at("/detail").textValue()).contains(hint);
    }

    @ParameterizedTest
    @CsvSource({"from=huawe&to=sprint, huawei", "from=huawei&to=sprynt, sprint"})
    void shouldSuggestTheNearestIdToAnUnknownOne(String query, String nearest) {
        ApiClient.Reply reply = api.get("/v1/paths?" + query);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.at("/nearest/0").textValue()).isEqualTo(nearest);
    }
}
