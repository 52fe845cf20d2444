package org.tieline.question.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.model.IdentifierScheme;
import org.tieline.naming.MatchBasis;
import org.tieline.question.Snapped;
import org.tieline.question.Snapshot;
import org.tieline.question.screening.ScreeningResult.Candidate;
import org.tieline.question.screening.ScreeningResult.Outcome;
import org.tieline.testing.TestFacts;

/** An identifier decides before any name. */
class IdentifierScreeningTests {
    private static final String BT = "lei:213800LRO7NS5CYQMN21";
    private static final String OTHER_LEI = "lei:529900S21EQ1BO4ESM68";

    private final Snapshot snapshot = Snapped.of(
            TestFacts.identified(TestFacts.datasetWithLives(), "bt", IdentifierScheme.LEI, "213800LRO7NS5CYQMN21"));

    private ScreeningResult match(String identifier, String id, String name, LocalDate asOf) {
        return new ScreeningMatcher(snapshot, asOf, null)
                .match(new ScreeningEntry(1, identifier, id, name, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "lei:213800LRO7NS5CYQMN21, 2020-01-01, bt",
        "mcc-mnc:234-33, 2010-06-30, orange-uk",
        "mcc-mnc:234-33, 2010-07-01, ee",
    })
    void shouldMatchWhoeverHasItOnTheDay(String identifier, LocalDate asOf, String organization) {
        for (ScreeningResult result :
                List.of(match(identifier, null, null, asOf), match(null, identifier, null, asOf))) {
            assertThat(result.outcome()).isEqualTo(Outcome.MATCHED);
            assertThat(result.organization().id()).isEqualTo(organization);
            assertThat(result.explanation())
                    .isEqualTo("the identifier %s, which it has on %s".formatted(identifier, asOf));
            Candidate candidate = result.candidates().getFirst();
            assertThat(candidate.basis()).isEqualTo(MatchBasis.IDENTIFIER);
            assertThat(candidate.matched()).isEqualTo(identifier);
            assertThat(candidate.score()).isEqualTo(100);
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Huawei, -, '; the name that came with it is none of its names'",
                "British Telecommunications, -, ''",
                "BT, huawei, '; the id that came with it is another'",
                "-, bt, ''",
            })
    void shouldDecideBeforeNamesAndTellOfOthers(String name, String id, String beside) {
        ScreeningResult result = match(BT, id, name, LocalDate.of(2020, 1, 1));

        assertThat(result.outcome()).isEqualTo(Outcome.MATCHED);
        assertThat(result.organization().id()).isEqualTo("bt");
        assertThat(result.explanation()).isEqualTo("the identifier " + BT + ", which it has on 2020-01-01" + beside);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            duns:123       | the identifier does not count: identifier must be an identifier like mcc-mnc:440-10
            lei:5493       | the identifier does not count: identifier must be a legal entity identifier
            mcc-mnc:440-10 | nobody on record has the identifier mcc-mnc:440-10 on 2020-01-01
            """)
    void shouldGoByTheNameWhereItDecidesNothing(String identifier, String note) {
        ScreeningResult named = match(identifier, null, "Huawei", LocalDate.of(2020, 1, 1));
        ScreeningResult nameless = match(identifier, null, null, LocalDate.of(2020, 1, 1));

        assertThat(named.outcome()).isEqualTo(Outcome.MATCHED);
        assertThat(named.organization().id()).isEqualTo("huawei");
        assertThat(named.explanation()).startsWith(note).contains("; the name Huawei");
        assertThat(nameless.outcome()).isEqualTo(Outcome.UNMATCHED);
        assertThat(nameless.explanation()).startsWith(note);
        assertThat(nameless.candidates()).isEmpty();
    }

    @Test
    void shouldNotDecideOnANameWhoseOrganizationHasAnotherLegalEntityIdentifier() {
        ScreeningResult result = match(OTHER_LEI, null, "BT", LocalDate.of(2020, 1, 1));

        assertThat(result.outcome()).isEqualTo(Outcome.AMBIGUOUS);
        assertThat(result.organization()).isNull();
        assertThat(result.candidates()).extracting(Candidate::id).contains("bt");
        assertThat(result.explanation()).contains(OTHER_LEI).endsWith("bt has the identifier " + BT + " on record");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            JSON  | {"entries": [{"identifier": "lei:213800LRO7NS5CYQMN21", "name": "x"}]}
            LINES | {"identifier": "lei:213800LRO7NS5CYQMN21", "name": "x"}
            CSV   | identifier,name~lei:213800LRO7NS5CYQMN21,x
            CSV   | Company,LEI~x, 213800LRO7NS5CYQMN21
            CSV   | lei code,firma~lei:213800LRO7NS5CYQMN21,x
            """)
    void shouldBeReadFromEveryForm(ScreeningBody form, String body) {
        assertThat(form.read(body.replace('~', '\n').getBytes(StandardCharsets.UTF_8)))
                .extracting(ScreeningEntry::identifier, ScreeningEntry::id, ScreeningEntry::name)
                .containsExactly(tuple(BT, null, "x"));
    }
}
