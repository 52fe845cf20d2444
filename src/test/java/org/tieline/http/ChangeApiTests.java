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

/** Changes over HTTP on the shipped data. */
class ChangeApiTests extends ShippedApiTest {
    private static final String AUTUMN = "/v1/changes?from=2018-08-01&to=2018-12-31";

    @Test
    void shouldNameTheMeasuresOfAustraliaNewZealandAndJapan() {
        JsonNode answer = api.read(AUTUMN + "&vendor=huawei&limit=1000&kind=changed");

        assertThat(elements(answer.get("results"))).hasSizeGreaterThan(100).allSatisfy(change -> {
            assertThat(texts(change.get("aspects"))).contains("ban");
            assertThat(bans(change)).contains("au-5g-2018", "nz-gcsb-spark-2018", "jp-procurement-2018");
        });
        JsonNode japan = elements(answer.at("/results/0/reasons")).stream()
                .filter(reason -> reason.get("ban").asText().equals("jp-procurement-2018"))
                .findFirst()
                .orElseThrow();
        assertThat(japan.get("stateBefore").isNull()).isTrue();
        assertThat(japan.get("stateAfter").textValue()).isEqualTo("announced");
        assertThat(japan.get("day").textValue()).isEqualTo("2018-12-10");
        assertThat(texts(japan.get("sources"))).contains("jiji-20181210-japan");
    }

    /** By default the exposures list none of another country's, but whatever a reason names is told. */
    @Test
    void shouldTellTheBansThatReasonsName() {
        JsonNode answer = api.read(AUTUMN + "&vendor=huawei&carrier=sprint");
        JsonNode any = api.read(AUTUMN + "&vendor=huawei&carrier=sprint&jurisdiction=any&include=ties");

        assertThat(texts(answer.get("jurisdictions"))).containsExactly("home", "bloc", "owner");
        assertThat(told(answer))
                .contains("au-5g-2018", "jp-procurement-2018")
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(answer.at("/results/0/after/bans").findValuesAsText("ban")).doesNotContain("au-5g-2018");
        assertThat(any.at("/results/0/after/bans").findValuesAsText("ban")).contains("au-5g-2018");
        assertThat(told(any)).containsAll(any.at("/results/0/before/bans").findValuesAsText("ban"));
        assertThat(any.at("/included/ties").findValuesAsText("id"))
                .contains("huawei-supplies-sprint", "softbank-group-owns-sprint");
    }

    /** The later of the two answers knew more of it. */
    @Test
    void shouldTellABanAsTheLaterAnswerKnewIt() {
        JsonNode ban = api.read("/v1/changes?from=2018-12-08&to=2018-12-08&knownFrom=2018-12-10&vendor=huawei"
                        + "&carrier=kddi&jurisdiction=any&minBan=reported")
                .at("/included/bans");

        assertThat(ban).isNotEmpty().allSatisfy(each -> assertThat(api.read("/v1/bans/%s?asOf=2018-12-08"
                                .formatted(each.get("id").textValue()))
                        .get("sources"))
                .isEqualTo(each.get("sources")));
    }

    private static List<String> told(JsonNode answer) {
        return elements(answer.at("/included/bans")).stream()
                .map(ban -> ban.get("id").textValue())
                .toList();
    }

    private static List<String> bans(JsonNode change) {
        List<String> bans = new ArrayList<>();
        change.get("reasons").forEach(reason -> bans.add(reason.get("ban").asText()));
        return bans;
    }

    @Test
    void shouldWriteExposuresAsTheirOwnQuestionDoes() {
        JsonNode change = api.read(AUTUMN + "&vendor=huawei&carrier=sprint").at("/results/0");

        assertThat(change.get("before"))
                .isEqualTo(api.read("/v1/carriers/sprint/exposures?vendor=huawei&asOf=2018-08-01")
                        .at("/results/0"));
        assertThat(change.get("after"))
                .isEqualTo(api.read("/v1/carriers/sprint/exposures?vendor=huawei&asOf=2018-12-31")
                        .at("/results/0"));
    }

    @Test
    void shouldTellWhoseRestrictionBeganWithTheBanThatDidIt() {
        JsonNode answer = api.read("/v1/changes?from=2018-08-22&to=2018-08-23&country=AU&scope=5g&limit=1000");

        assertThat(answer.at("/searched/before/vendors")).isEmpty();
        assertThat(answer.at("/searched/after/vendors/0/id").textValue()).isEqualTo("huawei");
        assertThat(answer.at("/totals/before").intValue()).isZero();
        assertThat(elements(answer.get("results"))).isNotEmpty().allSatisfy(change -> {
            assertThat(change.get("kind").textValue()).isEqualTo("appeared");
            assertThat(change.at("/reasons/0/kind").textValue()).isEqualTo("vendor-restricted");
            assertThat(change.at("/reasons/0/ban").textValue()).isEqualTo("au-5g-2018");
            assertThat(change.at("/reasons/0/date").textValue()).isEqualTo("2018-08-23");
        });
    }

    @Test
    void shouldGiveTheWholeInPages() {
        String path = AUTUMN + "&vendor=huawei,zte";
        JsonNode whole = api.read(path + "&limit=1000");
        List<JsonNode> parts = new ArrayList<>();
        for (int offset = 0; offset < whole.get("total").intValue(); offset += 100) {
            parts.addAll(elements(api.read(path + "&offset=" + offset).get("results")));
        }

        assertThat(parts).isEqualTo(elements(whole.get("results"))).hasSizeGreaterThan(200);
        assertThat(parts.stream()
                        .map(change -> change.at("/vendor/id").asText() + " "
                                + change.at("/carrier/id").asText()))
                .isSorted()
                .doesNotHaveDuplicates();
        JsonNode counts = whole.get("counts");
        assertThat(counts.get("appeared").intValue()
                        + counts.get("disappeared").intValue()
                        + counts.get("changed").intValue())
                .isEqualTo(parts.size());
    }

    @Test
    void shouldFilterByCountryAndKind() {
        JsonNode japan = api.read(AUTUMN + "&vendor=huawei&carrierCountry=JP");
        JsonNode gone = api.read(AUTUMN + "&vendor=huawei&kind=disappeared");

        assertThat(elements(japan.get("results"))).isNotEmpty().allSatisfy(change -> assertThat(
                        change.at("/carrier/country").textValue())
                .isEqualTo("JP"));
        assertThat(gone.get("total").intValue())
                .isEqualTo(gone.at("/counts/disappeared").intValue());
        assertThat(gone.at("/counts/changed").intValue()).isPositive();
    }

    @Test
    void shouldListAPairThatFitsOnEitherSide() {
        for (String relation : List.of("direct", "parent")) {
            JsonNode sprint = api.read(AUTUMN + "&vendor=huawei&carrier=sprint&relation=" + relation);

            assertThat(sprint.get("total").intValue()).as(relation).isOne();
            assertThat(sprint.at("/results/0/kind").textValue()).isEqualTo("changed");
        }
    }

    @Test
    void shouldDifferInNothingOnOneDay() {
        JsonNode answer = api.read("/v1/changes?from=2018-12-08&to=2018-12-08");

        assertThat(answer.get("total").intValue()).isZero();
        assertThat(answer.at("/totals/before").intValue())
                .isPositive()
                .isEqualTo(answer.at("/totals/after").intValue());
    }

    @Test
    void shouldDropOnEachDayWhatWasLastWrittenOfTooLongAgo() {
        JsonNode answer =
                api.read("/v1/changes?from=2019-01-01&to=2023-01-01&vendor=huawei&carrier=kddi&evidencedWithin=P2Y");

        assertThat(answer.at("/searched/before/evidencedSince").textValue()).isEqualTo("2017-01-01");
        assertThat(answer.at("/searched/after/evidencedSince").textValue()).isEqualTo("2021-01-01");
        assertThat(answer.at("/results/0/kind").textValue()).isEqualTo("disappeared");
        assertThat(answer.at("/results/0/reasons/0/kind").textValue()).isEqualTo("tie-aged");
        assertThat(answer.at("/results/0/reasons/0/date").textValue()).isEqualTo("2018-12-07");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "to=2018-12-31 | from | from must be given: a day like 2018-08-01",
                "from=2018-12-31&to=2018-08-01 | to | to must not be before from (2018-12-31), was 2018-08-01",
                "from=2018-08-01&to=2018-12-31&asOf=2018-09-01 | asOf | asOf is not a parameter here; from and to take its place",
                "from=2018-08-01&to=2018-12-31&knownTo=2018-09-01 | knownTo | knownTo needs knownFrom",
                "from=2018-08-01&to=2018-12-31&knownAt=2018-09-01&knownFrom=2018-09-01 | knownAt | exclude it",
                "from=2018-08-01&to=2018-12-31&clock=known&knownAt=2018-09-01 | clock | exclude it",
                "from=2018-08-01&to=2018-12-31&clock=both | clock | must be one of [world, known], was both",
                "from=2018-08-01&to=2018-12-31&knownFrom=2019-01-01&knownTo=2018-01-01 | knownTo | must not be before knownFrom",
                "from=2018-08-01&to=2018-12-31&evidencedWithin=2 | evidencedWithin | must be a period of ISO 8601 like",
                "from=2018-08-01&to=2018-12-31&evidencedWithin=P999999999Y | evidencedWithin | 200 years at most",
                "from=2018-08-01&to=2018-12-31&evidencedWithin=P1Y&evidencedSince=2018-01-01 | evidencedWithin | exclude each other",
                "from=2018-08-01&to=2018-12-31&kind=new | kind | must be one of [appeared, disappeared, changed]",
            })
    void shouldSayWhatIsWrong(String query, String parameter, String detail) {
        ApiClient.Reply reply = api.get("/v1/changes?" + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/parameter").textValue()).isEqualTo(parameter);
        assertThat(reply.at("/detail").textValue()).contains(detail).doesNotContain(", asOf,");
    }

    @Test
    void shouldSuggestAVendorThatIsThere() {
        ApiClient.Reply reply = api.get(AUTUMN + "&vendor=huawey");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(texts(reply.at("/nearest"))).contains("huawei");
    }
}
