package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tieline.http.ApiClient.elements;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How old facts are that answers stand on, over HTTP on the shipped data: held to the exposures themselves. */
class AgeApiTests extends ShippedApiTest {
    private static final int PART = 1000;

    @ParameterizedTest
    @CsvSource({
        "asOf=2018-12-08, ''",
        "asOf=2026-11-01&vendor=huawei, ''",
        "asOf=2026-11-01&vendor=zte, EU",
        "asOf=2020-06-01&knownAt=2019-06-01, 'GB,US'"
    })
    void shouldCountTheAnswersThatStandOnEachFact(String options, String countries) {
        String of = countries.isEmpty() ? "" : "&carrierCountry=" + countries;
        Map<String, Integer> counted = new TreeMap<>();
        List<JsonNode> exposures = all("/v1/exposures?" + options + of);
        for (JsonNode exposure : exposures) {
            exposure.get("path").forEach(hop -> counted.merge(text(hop, "tie"), 1, Integer::sum));
            exposure.get("bans").forEach(ban -> counted.merge(text(ban, "ban"), 1, Integer::sum));
        }

        String question = "/v1/age?" + options + (countries.isEmpty() ? "" : "&country=" + countries);
        List<JsonNode> facts = all(question);
        Map<String, Integer> told = new TreeMap<>();
        facts.forEach(fact -> told.put(text(fact, "id"), fact.get("answers").intValue()));

        assertThat(told).isNotEmpty().isEqualTo(counted);
        assertThat(api.read(question).at("/searched/answers").intValue()).isEqualTo(exposures.size());
    }

    @ParameterizedTest
    @CsvSource({"2018-12-08", "2026-11-01"})
    void shouldWeighWhatIsOldMost(LocalDate asOf) {
        List<JsonNode> facts = all("/v1/age?asOf=" + asOf);

        assertThat(facts).extracting(fact -> -fact.get("weight").longValue()).isSorted();
        assertThat(facts)
                .filteredOn(fact -> text(fact, "lastEvidenced").length() == "2018-12-08".length())
                .isNotEmpty()
                .allSatisfy(fact -> {
                    long days = ChronoUnit.DAYS.between(LocalDate.parse(text(fact, "lastEvidenced")), asOf);
                    assertThat(fact.get("days").longValue()).isEqualTo(Math.max(0, days));
                    assertThat(fact.get("weight").longValue())
                            .isEqualTo(fact.get("days").longValue()
                                    * fact.get("answers").intValue());
                });
    }

    @ParameterizedTest
    @CsvSource({"tie, sources", "ban, sources"})
    void shouldLeadToTheRecord(String kind, String field) {
        JsonNode fact = elements(api.read("/v1/age?asOf=2026-11-01").get("results")).stream()
                .filter(each -> text(each, "kind").equals(kind))
                .findFirst()
                .orElseThrow();

        assertThat(ApiClient.texts(api.read(fact.at("/links/self").textValue()).get(field)))
                .containsAll(ApiClient.texts(fact.get("sources")));
    }

    private List<JsonNode> all(String question) {
        List<JsonNode> all = new ArrayList<>();
        int total = 1;
        while (all.size() < total) {
            JsonNode part = api.read("%s&limit=%d&offset=%d".formatted(question, PART, all.size()));
            total = part.get("total").intValue();
            all.addAll(elements(part.get("results")));
        }
        return all;
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asText();
    }
}
