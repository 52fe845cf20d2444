package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One question that finds things of every kind, over the shipped data. */
class FindApiTests extends ShippedApiTest {
    private ApiClient.Reply find(String text, int limit) {
        return api.get("/v1/find?limit=%d&q=%s".formatted(limit, URLEncoder.encode(text, StandardCharsets.UTF_8)));
    }

    private static List<String> kinds(ApiClient.Reply found) {
        List<String> kinds = new ArrayList<>();
        found.at("/results").forEach(match -> kinds.add(match.get("kind").textValue()));
        return kinds;
    }

    @ParameterizedTest
    @CsvSource({
        "Sprint, carrier, sprint",
        "sprint, carrier, sprint",
        "华为, vendor, huawei",
        "ソフトバンク, carrier, softbank-corp",
        "Germany, country, DE",
        "deutschland, country, DE",
        "us-ndaa-889a-2019, ban, us-ndaa-889a-2019",
        "huawei-supplies-sprint, tie, huawei-supplies-sprint",
        "HUAWEI sprint, tie, huawei-supplies-sprint"
    })
    void shouldFindFirstWhatIsMeant(String text, String kind, String id) {
        JsonNode first = find(text, 1).at("/results/0");

        assertThat(first.get("kind").textValue()).isEqualTo(kind);
        assertThat(first.get("id").textValue()).isEqualTo(id);
        assertThat(api.get(first.at("/links/self").textValue()).status()).isEqualTo(200);
    }

    @Test
    void shouldFindBansAndSourcesByTheirWords() {
        JsonNode results = find("huawei taiwan", 50).at("/results");
        assertThat(results).isNotEmpty().allSatisfy(match -> assertThat(
                        match.get("score").doubleValue())
                .isBetween(0.0, 4.0));
        assertThat(kinds(find("telecoms security act", 50))).contains("ban");
        assertThat(kinds(find("reuters huawei", 50))).contains("source");
    }

    @Test
    void shouldGiveNoMoreOfAKindThanIsWanted() {
        ApiClient.Reply few = find("huawei", 2);
        assertThat(kinds(few).stream().filter("ban"::equals)).hasSize(2);
        assertThat(few.at("/total").intValue()).isGreaterThan(few.at("/results").size());
        assertThat(few.at("/limit").intValue()).isEqualTo(2);
    }

    @Test
    void shouldSayWhatIsWrongWithAText() {
        assertThat(find("q".repeat(300), 5).at("/detail").textValue()).contains("1 to 200 characters, had 300");
        assertThat(find("&&&", 5).status()).isIn(200, 400);
        assertThat(api.get("/v1/find").status()).isEqualTo(400);
        assertThat(find("qqqqqqqq", 5).at("/total").intValue()).isZero();
    }
}
