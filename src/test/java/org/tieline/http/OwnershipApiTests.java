package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tieline.http.ApiClient.elements;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.question.Json;

/** Ownership over HTTP on the shipped data. */
class OwnershipApiTests extends ShippedApiTest {
    private static final String BY_HUAWEI = "/v1/ownership?rule=ofac-50&asOf=2018-12-08&listed=huawei";

    @Test
    void shouldListWhomHuaweiCatches() {
        JsonNode answer = api.read(BY_HUAWEI);

        assertThat(found(answer)).startsWith("yes hmn-tech").doesNotContain("yes td-tech", "no td-tech");
        assertThat(answer.at("/notice").textValue()).isEqualTo(Json.NOTICE);
        assertThat(answer.at("/searched/rule/asked/threshold").intValue()).isEqualTo(50);
        assertThat(answer.at("/searched/rule/force").textValue()).isEqualTo("in-force");
        assertThat(answer.at("/searched/restricted").isNull()).isTrue();
        JsonNode hmn = answer.at("/results/0");
        assertThat(hmn.at("/sum/lowest").intValue()).isEqualTo(51);
        assertThat(hmn.at("/step").intValue()).isOne();
        assertThat(hmn.at("/added/results/0/counts").textValue()).isEqualTo("listed");
        assertThat(hmn.at("/added/results/0/stakes/0/tie").textValue()).isEqualTo("huawei-owns-hmn-tech");
        assertThat(hmn.at("/added/results/0/stakes/0/sources").size()).isPositive();
        JsonNode alone = api.read(hmn.at("/links/self").textValue());
        assertThat(alone.at("/verdict").textValue()).isEqualTo("yes");
        assertThat(alone.at("/steps/results/0/sum/lowest").intValue()).isEqualTo(51);
    }

    @Test
    void shouldPageTheList() {
        List<String> all = found(api.read(BY_HUAWEI + "&verdict=yes,unknown,no"));
        JsonNode second = api.read(BY_HUAWEI + "&verdict=yes,unknown,no&limit=1&offset=1");

        assertThat(all).hasSizeGreaterThan(2);
        assertThat(found(second)).containsExactly(all.get(1));
        assertThat(second.at("/total").intValue()).isEqualTo(all.size());
    }

    @Test
    void shouldTakeTheRestrictedOfTheDayWhereNobodyIsNamed() {
        JsonNode none = api.read("/v1/ownership?rule=ofac-50&asOf=1990-01-01");
        assertThat(none.at("/searched/listed")).isEmpty();
        assertThat(none.at("/total").intValue()).isZero();

        JsonNode american = api.read("/v1/ownership?rule=bis-affiliates&asOf=2025-10-01&country=US");
        List<String> listed = elements(american.at("/searched/listed")).stream()
                .map(each -> each.at("/id").textValue())
                .toList();
        assertThat(listed).contains("huawei").doesNotContain("china-mobile").isSorted();
        assertThat(found(american)).contains("red-flag td-tech");
        String self = american.at("/results/0/links/self").textValue();
        assertThat(self).contains("country=US");
        assertThat(api.read(self).at("/searched/listed")).isEqualTo(american.at("/searched/listed"));
    }

    /** Nokia is restricted by a Russian measure that was only announced and knows nothing of the rule of OFAC. */
    @Test
    void shouldListNobodyByABanThatDoesNotCarryTheRule() {
        JsonNode list = api.read("/v1/ownership?rule=ofac-50&asOf=2026-06-01");
        JsonNode networks = api.read("/v1/organizations/nokia-siemens-networks/ownership?rule=ofac-50&asOf=2012-01-01");
        JsonNode asked = api.read("/v1/ownership?rule=ofac-50&asOf=2026-06-01&listed=nokia");

        assertThat(list.at("/searched/listed")).isEmpty();
        assertThat(warned(list)).contains("restrictedOtherwise nokia", "restrictedOtherwise huawei");
        assertThat(networks.at("/verdict").textValue()).isEqualTo("no");
        assertThat(warned(asked)).containsExactly("ruleNotCarried nokia");
    }

    private static List<String> warned(JsonNode answer) {
        return elements(answer.at("/warnings/results")).stream()
                .map(warning -> warning.at("/warning").textValue() + " "
                        + warning.at("/organization").textValue())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "hmn-tech, ofac-50, 2018-12-08, yes",
        "hmn-tech, eu-50, 2018-12-08, yes",
        "hmn-tech, uk-50, 2018-12-08, yes",
        "hmn-tech, named-only, 2018-12-08, no",
        "hmn-tech, ofac-50, 2007-12-31, no",
        "hmn-tech, ofac-50, 2019-06-01, unknown",
        "td-tech, ofac-50, 2025-10-01, no",
        "td-tech, bis-affiliates, 2025-10-01, red-flag",
        "td-tech, bis-affiliates, 2026-01-01, no",
        "td-tech, bis-affiliates, 2026-11-10, unknown",
        "huawei, bis-affiliates, 2026-01-01, yes"
    })
    void shouldAnswerByRuleAndDay(String organization, String rule, String day, String verdict) {
        JsonNode answer = api.read(
                "/v1/organizations/%s/ownership?rule=%s&asOf=%s&listed=huawei".formatted(organization, rule, day));

        assertThat(answer.at("/verdict").textValue()).isEqualTo(verdict);
        assertThat(answer.at("/explanation").textValue()).isNotBlank();
    }

    @Test
    void shouldSayWhichBansCarryTheRule() {
        JsonNode answer =
                api.read("/v1/organizations/td-tech/ownership?rule=bis-affiliates&asOf=2025-10-01&listed=huawei");

        assertThat(ApiClient.texts(answer.at("/searched/carriedBy")))
                .containsExactly(
                        "us-bis-huawei-38-affiliates-2020",
                        "us-bis-huawei-46-affiliates-2019",
                        "us-bis-huawei-entity-list-2019");
        assertThat(api.read("/v1/bans/us-bis-huawei-entity-list-2019?asOf=2025-10-01")
                        .at("/ownershipRule")
                        .textValue())
                .isEqualTo("bis-affiliates");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/organizations/hmn-tech/ownership                  | 400 | rule must be given: one of named-only, ofac-50",
                "/v1/ownership?rule=ofac                               | 400 | rule must be one of [named-only, ofac-50",
                "/v1/ownership?rule=ofac-50&minBan=ended               | 400 | minBan must be one of",
                "/v1/ownership?rule=ofac-50&minEvidence=denied         | 400 | minEvidence must be one of",
                "/v1/organizations/hmn/ownership?rule=ofac-50          | 404 | no organization with the id hmn",
                "/v1/ownership?rule=ofac-50&listed=huawey              | 404 | no organization with the id huawey",
                "/v1/organizations/hmn-tech/ownership?rule=ofac-50&limit=1 | 400 | limit is not a parameter",
                "/v1/exposures?affiliates=ofac                         | 400 | affiliates must be one of"
            })
    void shouldRefuse(String path, int status, String detail) {
        ApiClient.Reply reply = api.get(path);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.at("/detail").textValue()).contains(detail);
    }

    @Test
    void shouldTellTheRulesOfADay() {
        JsonNode rules = api.read("/v1/ownership/rules?asOf=2024-07-02");

        assertThat(elements(rules.at("/results")))
                .extracting(rule -> rule.at("/id").textValue())
                .containsExactly("named-only", "ofac-50", "bis-affiliates", "eu-50", "uk-50");
        assertThat(rules.at("/results/3/asked/comparison").textValue()).isEqualTo(">");
        assertThat(rules.at("/results/2/force").textValue()).isEqualTo("not-in-force");
        assertThat(rules.at("/results/2/forceTo").textValue()).isEqualTo("2025-09-28");
    }

    @Test
    void shouldStartExposuresFromAffiliatesToo() {
        String question = "/v1/exposures?vendor=huawei&asOf=2018-12-08&limit=1000";
        JsonNode without = api.read(question);
        JsonNode with = api.read(question + "&affiliates=ofac-50");

        assertThat(without.at("/searched/affiliates").isNull()).isTrue();
        JsonNode added = with.at("/searched/affiliates/added");
        assertThat(added.at("/total").intValue()).isOne();
        assertThat(added.at("/results/0/organization/id").textValue()).isEqualTo("hmn-tech");
        assertThat(added.at("/results/0/caughtBy/0/vendor").textValue()).isEqualTo("huawei");
        assertThat(api.read(added.at("/results/0/caughtBy/0/working").textValue())
                        .at("/verdict")
                        .textValue())
                .isEqualTo("yes");
        assertThat(elements(with.at("/searched/affiliates/unknown/results")))
                .extracting(each -> each.at("/organization/id").textValue())
                .contains("hengtong");
        assertThat(elements(with.at("/searched/vendors"))).hasSize(1);
        List<JsonNode> byAffiliate = elements(with.at("/results")).stream()
                .filter(exposure -> exposure.at("/vendor/id").textValue().equals("hmn-tech"))
                .toList();
        assertThat(byAffiliate).isNotEmpty();
        assertThat(with.at("/total").intValue()).isEqualTo(without.at("/total").intValue() + byAffiliate.size());
        assertThat(with.at("/results/0/vendor/id").textValue()).isEqualTo("hmn-tech");
        assertThat(api.read(byAffiliate.getFirst().at("/links/self").textValue())
                        .at("/total")
                        .intValue())
                .isOne();
    }

    @Test
    void shouldStartExposuresFromACaughtCarrier() {
        JsonNode answer = api.read("/v1/exposures?vendor=china-mobile&asOf=2024-06-01&affiliates=ofac-50");

        assertThat(answer.at("/searched/affiliates/added/results/0/organization/id")
                        .textValue())
                .isEqualTo("zong");
        assertThat(answer.at("/searched/affiliates/added/results/0/kind").textValue())
                .isEqualTo("carrier");
    }

    @Test
    void shouldAddNobodyUnderARuleThatIsNotInForce() {
        JsonNode answer = api.read("/v1/exposures?vendor=huawei&asOf=2018-12-08&affiliates=bis-affiliates&limit=1");

        assertThat(answer.at("/searched/affiliates/added/total").intValue()).isZero();
        assertThat(answer.at("/searched/affiliates/rule/force").textValue()).isEqualTo("not-in-force");
    }

    private static List<String> found(JsonNode answer) {
        return elements(answer.at("/results")).stream()
                .map(each -> each.at("/verdict").textValue() + " "
                        + each.at("/organization/id").textValue())
                .toList();
    }
}
