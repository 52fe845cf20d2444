package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tieline.http.ApiClient.elements;
import static org.tieline.http.ApiClient.texts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenarios over HTTP on the shipped data. */
class ScenarioApiTests extends ShippedApiTest {
    private static final String QUESTION = "\"question\": {\"vendor\": \"huawei\", \"asOf\": \"2018-12-08\"}";

    private ApiClient.Reply post(String body) {
        return api.post("/v1/scenarios", "application/json", body);
    }

    private JsonNode suppose(String... changes) {
        ApiClient.Reply reply = post("{\"changes\": [%s], %s}".formatted(String.join(", ", changes), QUESTION));
        assertThat(reply.status()).as(String.valueOf(reply.body())).isEqualTo(200);
        return reply.body();
    }

    @Test
    void shouldDifferInNothingIfNothingIsSupposed() {
        JsonNode answer = suppose();

        assertThat(answer.get("results")).isEmpty();
        assertThat(answer.at("/totals/before")).isEqualTo(answer.at("/totals/after"));
        assertThat(answer.at("/totals/before").intValue())
                .isEqualTo(api.read("/v1/exposures?vendor=huawei&asOf=2018-12-08")
                        .get("total")
                        .intValue());
        assertThat(answer.get("statement").textValue()).startsWith("Nothing was written.");
        assertThat(answer.get("notice").textValue()).isNotEmpty();
    }

    @Test
    void shouldLeaveNothingBehind() {
        String question = "/v1/exposures?vendor=huawei&asOf=2018-12-08&limit=1000";
        JsonNode before = api.read(question);

        JsonNode answer = suppose("{\"kind\": \"remove-organization\", \"organization\": \"huawei\"}");

        assertThat(answer.at("/totals/after").intValue()).isZero();
        assertThat(answer.at("/counts/disappeared").intValue())
                .isEqualTo(before.get("total").intValue());
        assertThat(api.read(question)).isEqualTo(before);
    }

    @Test
    void shouldMarkWhatIsSupposed() {
        JsonNode answer = suppose(
                "{\"kind\": \"add-tie\", \"from\": \"huawei\", \"type\": \"SUPPLIES\", \"to\": \"verizon\", \"generation\": [\"5G\", \"4G\"]}");

        assertThat(answer.get("results")).hasSize(1);
        JsonNode verizon = answer.at("/results/0");
        assertThat(verizon.get("kind").textValue()).isEqualTo("appeared");
        assertThat(texts(verizon.at("/after/flags"))).contains("supposed");
        assertThat(verizon.at("/after/certainty").textValue()).isEqualTo("certain");
        assertThat(texts(verizon.at("/after/path/0/generation"))).containsExactly("4G", "5G");
        assertThat(verizon.at("/after/path/0/sources")).isEmpty();
        assertThat(verizon.at("/after/path/0/tie").textValue()).isEqualTo("supposed-tie-0");
        assertThat(texts(answer.at("/supposed/ties"))).containsExactly("supposed-tie-0");
        assertThat(verizon.at("/reasons/0/changes/0").intValue()).isZero();
    }

    /** Whether on record or supposed, a ban is told; a tie that is only supposed is on no record. */
    @Test
    void shouldTellWhatItsResultsReferTo() {
        JsonNode answer = post("""
                        {"changes": [{"kind": "add-ban", "government": "gov-usa", "targets": ["huawei"], "scope": ["ran"]},
                                     {"kind": "add-tie", "from": "huawei", "type": "SUPPLIES", "to": "sprint"}],
                         "question": {"vendor": "huawei", "carrier": "sprint", "asOf": "2018-12-08",
                                      "include": ["ties", "sources"]}}""").body();

        JsonNode sprint = answer.at("/results/0");
        assertThat(sprint.at("/after/bans").findValuesAsText("ban")).contains("supposed-ban-0");
        assertThat(answer.at("/included/bans").findValuesAsText("id"))
                .contains("supposed-ban-0")
                .containsAll(sprint.at("/before/bans").findValuesAsText("ban"))
                .isSorted();
        assertThat(answer.at("/included/ties").findValuesAsText("id"))
                .contains("huawei-partners-with-softbank-group")
                .doesNotContain("supposed-tie-1");
        assertThat(answer.at("/included/sources").findValuesAsText("id"))
                .isNotEmpty()
                .doesNotContain("(supposed)");
    }

    @Test
    void shouldChangeAStakeFromADayOn() {
        String question =
                "\"question\": {\"vendor\": \"huawei\", \"carrier\": \"liberty-costa-rica\", \"asOf\": \"2026-12-01\"}";
        String changes =
                "{\"changes\": [{\"kind\": \"change-stake\", \"tie\": \"millicom-owns-liberty-costa-rica\", \"percent\": 30, \"on\": \"%s\"}], %s}";

        JsonNode later = post(changes.formatted("2026-12-02", question)).body();
        JsonNode then = post(changes.formatted("2026-12-01", question)).body();

        assertThat(later.at("/counts/appeared").intValue()).isZero();
        assertThat(then.at("/counts/appeared").intValue()).isOne();
        assertThat(then.at("/results/0/after/path/2/percent").intValue()).isEqualTo(30);
        assertThat(then.at("/results/0/after/path/2/tie").textValue())
                .isEqualTo("millicom-owns-liberty-costa-rica-from-2026-12-01");
    }

    @Test
    void shouldLiftABanThatRestricts() {
        ApiClient.Reply reply = post("""
                {"changes": [{"kind": "lift-ban", "ban": "au-5g-2018", "on": "2018-10-01"}],
                 "question": {"country": "AU", "scope": "5g", "asOf": "2018-12-08", "limit": 5}}
                """);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/totals/after").intValue()).isZero();
        assertThat(reply.results()).hasSize(5).allSatisfy(change -> {
            assertThat(change.at("/reasons/0/kind").textValue()).isEqualTo("vendor-no-longer-restricted");
            assertThat(change.at("/reasons/0/stateAfter").textValue()).isEqualTo("ended");
        });
    }

    @Test
    void shouldSupposeLivesOfTiesOrganizationsAndBans() {
        JsonNode answer = post("""
                        {"changes": [
                           {"kind": "change-tie", "tie": "huawei-supplies-bt", "removing": "2018-12-01", "countries": ["GB", "IE"]},
                           {"kind": "change-organization", "organization": "sprint", "until": "2018-12-01", "successor": "t-mobile-us"},
                           {"kind": "add-ban", "id": "new", "government": "gov-australia", "targets": "huawei", "scope": "removal",
                            "replaces": ["au-5g-2018"]}],
                         "question": {"vendor": "huawei", "carrier": ["bt", "sprint", "tpg-telecom"], "asOf": "2018-12-08",
                                      "jurisdiction": "any"}}""").body();

        assertThat(texts(answer.get("changes")))
                .containsExactly(
                        "The tie huawei-supplies-bt is changed: removing 2018-12-01, countries GB and IE.",
                        "The organization sprint is changed: until 2018-12-01, successor t-mobile-us.",
                        "The ban new of gov-australia on huawei is added in the place of au-5g-2018.");
        assertThat(answer.get("supposed").toString())
                .isEqualTo("{\"ties\":[\"huawei-supplies-bt\"],\"bans\":[\"new\"],\"organizations\":[\"sprint\"]}");
        JsonNode bt = answer.at("/results/0");
        assertThat(bt.at("/after/path/0/state").textValue()).isEqualTo("removing");
        assertThat(texts(bt.at("/after/path/0/countries"))).containsExactly("GB", "IE");
        assertThat(bt.at("/after/bans").findValuesAsText("ban")).contains("new").doesNotContain("au-5g-2018");
        assertThat(elements(answer.get("results")).stream()
                        .filter(change -> change.get("kind").textValue().equals("disappeared"))
                        .map(change -> change.at("/carrier/id").textValue()))
                .containsExactly("sprint");
    }

    @Test
    void shouldReportEveryBadChangeWithItsPlace() {
        ApiClient.Reply reply = post("""
                {"changes": [
                   {"kind": "end-tie", "tie": "softbank-group-owns-sprnt"},
                   {"kind": "end-tie", "tie": "huawei-supplies-sprint", "on": "2019-01-01", "why": "x"},
                   {"kind": "end-ties"},
                   {"tie": "x"},
                   {"kind": "add-tie", "from": "huawei", "type": "SELLS", "to": "sprnt", "percent": "much"},
                   {"kind": "add-tie", "from": "huawei", "type": "SUPPLIES", "to": "sprint", "percent": 5},
                   {"kind": "change-stake", "tie": "huawei-supplies-bt"},
                   {"kind": "add-ban", "government": "bt", "targets": ["huawei", "zte "], "scope": "7g"},
                   {"kind": "lift-ban", "ban": "au-5g-2017"},
                   {"kind": "end-tie", "tie": {"id": "huawei-supplies-bt"}},
                   {"kind": "remove-organization", "organization": "sprint"},
                   {"kind": "add-tie", "from": "huawei", "type": "SUPPLIES", "to": "sprint"}],
                 "question": {"vendor": "huawey", "asOf": "2018-12-08"}}
                """);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(elements(reply.at("/problems")).stream()
                        .map(problem -> problem.get("place").textValue()))
                .containsExactlyInAnyOrder(
                        "changes[9].tie",
                        "question.vendor",
                        "changes[0].tie",
                        "changes[1].why",
                        "changes[1].on",
                        "changes[2].kind",
                        "changes[3].kind",
                        "changes[4].type",
                        "changes[4].to",
                        "changes[4].percent",
                        "changes[5].percent",
                        "changes[6].percent",
                        "changes[6].tie",
                        "changes[7].government",
                        "changes[7].scope",
                        "changes[8].ban",
                        "changes[9].tie",
                        "changes[11].to");
        assertThat(texts(reply.at("/problems/2/nearest"))).contains("softbank-group-owns-sprint");
        assertThat(reply.at("/total").intValue())
                .isEqualTo(reply.at("/problems").size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"changes\": [}                  | Unexpected close marker",
                "[]                                | body must be an object, at line 1",
                "{\"changes\": 5}                  | changes must be a list",
                "{\"changes\": [5]}                | changes[0] must be an object",
                "{\"changes\": [], \"name\": {}}   | name must be text",
                "{\"changes\": [], \"quest\": {}}  | quest is not known here",
                "{\"changes\": [null]}             | changes[0]: must be an object, was null",
                "{}                                | changes must be given",
                "{\"changes\": [], \"question\": {\"asOf\": \"today\"}} | asOf must be a day like 2018-12-08, was today",
                "{\"changes\": [], \"question\": {\"step\": 5}} | step is not a parameter",
            })
    void shouldRefuseWhatCannotBeRead(String body, String detail) {
        ApiClient.Reply reply = post(body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/detail").textValue()).contains(detail);
    }

    @Test
    void shouldTakeFiveHundredChangesAndNoMore() {
        String change = "{\"kind\": \"add-tie\", \"from\": \"huawei\", \"type\": \"SUPPLIES\", \"to\": \"verizon\"}";
        String most = IntStream.range(0, 500).mapToObj(i -> change).collect(Collectors.joining(","));

        ApiClient.Reply reply = post("{\"changes\": [%s,%s]}".formatted(most, change));

        assertThat(suppose(most).at("/counts/appeared").intValue()).isOne();
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/detail").textValue()).isEqualTo("changes may hold 500 at most, held 501");
    }

    @Test
    void shouldRefuseABodyThatIsTooLarge() {
        assertThat(post("{\"name\": \"%s\"}".formatted("x".repeat(4 * 1024 * 1024)))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void shouldBeAskedByPostAlone() {
        ApiClient.Reply reply = api.get("/v1/scenarios");

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).contains("POST");
        assertThat(texts(api.read("/v1").get("routes"))).contains("POST /v1/scenarios", "/v1/changes");
    }

    @Test
    void shouldNotGiveASupposedTieToAnyoneElse() {
        suppose(
                "{\"kind\": \"add-tie\", \"id\": \"mine\", \"from\": \"huawei\", \"type\": \"SUPPLIES\", \"to\": \"verizon\"}");

        assertThat(api.get("/v1/ties/mine").status()).isEqualTo(404);
        assertThat(List.of(api.read("/v1/carriers/verizon/exposures?vendor=huawei&asOf=2018-12-08")
                        .get("total")
                        .intValue()))
                .containsExactly(0);
    }
}
