package org.tieline.http.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.model.IdentifierScheme;
import org.tieline.testing.TestFacts;

/** Identifiers as properties of a query, as features of a match and as columns. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReconcileIdentifierTests {
    private final ReconcileClient service = new ReconcileClient(
            TestFacts.identified(TestFacts.datasetWithLives(), "bt", IdentifierScheme.LEI, "213800LRO7NS5CYQMN21"));

    @AfterAll
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "lei, 213800LRO7NS5CYQMN21, bt",
        "wikidata, Q160054, bt",
        "wikidata, wikidata:Q160054, bt",
        "mcc-mnc, 234-33, ee",
        "register, GB 02382161, ee"
    })
    void shouldDecideBeforeTheName(String property, String value, String organization) {
        JsonNode answer = service.query(
                "\"query\":\"Anything\",\"properties\":[{\"pid\":\"%s\",\"v\":\"%s\"}]".formatted(property, value));

        assertThat(answer.at("/result/0/id").textValue()).isEqualTo(organization);
        assertThat(answer.at("/result/0/match").booleanValue()).isTrue();
        assertThat(answer.at("/result/0/features/0/id").textValue()).isEqualTo("basis-identifier");
        assertThat(answer.at("/result")).hasSize(1);
    }

    @Test
    void shouldNotDecideWhereIdentifiersContradictEachOther() {
        JsonNode answer = service.query("""
                "query":"BT","properties":[{"pid":"wikidata","v":"Q160054"},{"pid":"mcc-mnc","v":"234-33"}]""");

        assertThat(answer.get("result").findValuesAsText("match")).doesNotContain("true");
        assertThat(answer.get("explanation").textValue()).contains("its identifiers mean bt and ee");
    }

    @ParameterizedTest
    @CsvSource({"lei, 123, does not count", "asn, 7, nobody on record has"})
    void shouldGoByTheNameWhereNobodyHasIt(String property, String value, String note) {
        JsonNode answer = service.query(
                "\"query\":\"BT\",\"properties\":[{\"pid\":\"%s\",\"v\":\"%s\"}]".formatted(property, value));

        assertThat(answer.at("/result/0/id").textValue()).isEqualTo("bt");
        assertThat(answer.at("/result/0/match").booleanValue()).isTrue();
        assertThat(answer.get("explanation").textValue()).contains(note);
    }

    @Test
    void shouldSayWhatTheFeatureMeans() {
        assertThat(service.api()
                        .read("/reconcile/features/basis-identifier")
                        .get("meaning")
                        .textValue())
                .isEqualTo("The query has an identifier that a register gave it.");
    }

    @Test
    void shouldGiveThemAsColumnsOfADay() {
        JsonNode then = service.extend("""
                {"ids":["orange-uk","ee","bt"],"properties":[{"id":"mcc-mnc","settings":{"asOf":"2005-01-01"}},{"id":"lei"}]}""");

        assertThat(then.at("/rows/orange-uk/mcc-mnc/0/str").textValue()).isEqualTo("234-33");
        assertThat(then.at("/evidence/orange-uk/mcc-mnc/0").textValue())
                .isEqualTo("mcc-mnc:234-33, until 2010-07-01; sources bbc-2020");
        assertThat(then.at("/rows/ee/mcc-mnc")).isEmpty();
        assertThat(then.at("/rows/bt/lei/0/str").textValue()).isEqualTo("213800LRO7NS5CYQMN21");
        JsonNode now = service.extend("{\"ids\":[\"orange-uk\",\"ee\"],\"properties\":[{\"id\":\"mcc-mnc\"}]}");
        assertThat(now.at("/rows/orange-uk/mcc-mnc")).isEmpty();
        assertThat(now.at("/rows/ee/mcc-mnc/0/str").textValue()).isEqualTo("234-33");
    }
}
