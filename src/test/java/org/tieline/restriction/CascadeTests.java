package org.tieline.restriction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.model.OwnershipRule;
import org.tieline.model.Term;

/** Small holdings, drawn as text, with the verdict of every organization in them. X and Y are listed. */
class CascadeTests {
    private static final LocalDate DAY = LocalDate.of(2025, 10, 1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X>A 50, A>B 50                     | A yes, B yes, C no",
                "X>A 50, X>B 50, A>C 25, B>C 25     | A yes, B yes, C yes",
                "X>A 50, X>B 25, A>C 25, B>C 25     | A yes, B no, C no",
                "X>A 25, Y>A 25                     | A yes, B no",
                "X>A 49, A>B 90, X>B 10             | A no, B no",
                "A>B 50, B>A 50                     | A no, B no",
                "X>A 30, A>B 60, X>B ?              | A no, B no",
                "X>A ?                              | A unknown",
                "X>A ?, B>A 50                      | A unknown, B no",
                "X>A ?, B>A 50.01                   | A no, B no",
                "X>A 40, X>B ?, B>A 20              | A unknown, B unknown",
                "X>A ?, Y>A ?, B>A 50               | A unknown",
                "X>A 30, Y>A ?, B>A 50              | A unknown",
                "X>A 30, Y>A ?, B>A 51              | A no",
                "X>A 50?                            | A unknown",
                "X>A 49.99?                         | A no",
                "X>A 40?, X>A 60?                   | A unknown",
                "X>A 50?, X>A 60?                   | A yes",
                "X>A 40, X>A 60                     | A unknown",
                "X>A 60, X>A ?                      | A unknown",
                "X>A 0                              | A no",
                "X>A 60, B>A 60                     | A yes, B no",
                "A>X 100, X>B 50                    | A no, B yes",
                "X>A 50, A>B 100, B>A 50, B>C 50    | A yes, B yes, C yes",
                "X>A 30, A>B 100, B>A 40            | A no, B no",
                "X>A ?, A>B 100, B>A 60             | A no, B no",
            })
    void shouldCascadeUnderOfac50(String stakes, String verdicts) {
        assertThat(verdicts(OwnershipRule.OFAC_50, DAY, stakes, verdicts)).isEqualTo(verdicts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-07-02 | X>A 50              | A no",
                "2024-07-02 | X>A 50.01           | A yes",
                "2024-07-03 | X>A 50              | A yes",
                "2024-07-02 | X>A 25, Y>A 25.01   | A yes",
                "2024-07-02 | X>A ?, B>A 50       | A no",
                "2024-07-03 | X>A ?, B>A 50       | A unknown",
            })
    void shouldKnowTheVersionsOfEu50(LocalDate day, String stakes, String verdicts) {
        assertThat(verdicts(OwnershipRule.EU_50, day, stakes, verdicts)).isEqualTo(verdicts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X>A 50                           | A no",
                "X>A 50.01, A>B 51                | A yes, B yes",
                "X>A 50.01, A>B 50                | A yes, B no",
                "X>A 40, Y>A 40                   | A no",
                "X>A 51, X>B 30, A>B 30           | A yes, B no",
                "X>A ?, B>A 49                    | A unknown",
                "X>A ?, B>A 50                    | A no",
                "X>A ?, A>B 60                    | A unknown, B unknown",
                "X>A 50?, X>A 80?                 | A unknown",
            })
    void shouldAddNothingUpUnderUk50(String stakes, String verdicts) {
        assertThat(verdicts(OwnershipRule.UK_50, DAY, stakes, verdicts)).isEqualTo(verdicts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X>A 50                           | A yes",
                "X>A 49                           | A red-flag",
                "X>A 0                            | A no",
                "X>A ?                            | A unknown",
                "X>A 10?                          | A red-flag",
                "X>A 50, A>B 1                    | A yes, B red-flag",
                "X>A ?, A>B 1                     | A unknown, B red-flag",
                "X>A 49, A>B 90                   | A red-flag, B no",
            })
    void shouldFlagMinoritiesUnderBisAffiliates(String stakes, String verdicts) {
        assertThat(verdicts(OwnershipRule.BIS_AFFILIATES, DAY, stakes, verdicts))
                .isEqualTo(verdicts);
    }

    @Test
    void shouldCatchNobodyWithNamedOnly() {
        Cascade cascade = run(OwnershipRule.NAMED_ONLY, DAY, "X>A 100");

        assertThat(cascade.verdict(number('X'))).isEqualTo(OwnershipVerdict.YES);
        assertThat(cascade.isListed(number('X'))).isTrue();
        assertThat(cascade.verdict(number('A'))).isEqualTo(OwnershipVerdict.NO);
    }

    @Test
    void shouldCountStepsAlongTheLatestOwner() {
        Cascade cascade = run(OwnershipRule.OFAC_50, DAY, "X>A 50, A>B 50, B>C 30, X>C 20, C>D ?, X>E ?");

        assertThat(cascade.step(number('X'))).isZero();
        assertThat(IntStream.range(0, 5).map(i -> cascade.step(i))).containsExactly(1, 2, 3, 4, 1);
        assertThat(cascade.isCertain(number('C'))).isTrue();
        assertThat(cascade.isCertain(number('D'))).isFalse();
        assertThat(cascade.counts(number('D'))).isTrue();
        assertThat(cascade.counts(number('F'))).isFalse();
        assertThat(cascade.touched()).hasSize(7);
    }

    @Test
    void shouldForgetTheRunBefore() {
        Cascade cascade = run(OwnershipRule.OFAC_50, DAY, "X>A 50, Y>B ?, A>B 10");
        cascade.run(number('Y'));

        assertThat(cascade.verdict(number('A'))).isEqualTo(OwnershipVerdict.NO);
        assertThat(cascade.verdict(number('X'))).isEqualTo(OwnershipVerdict.NO);
        assertThat(cascade.verdict(number('B'))).isEqualTo(OwnershipVerdict.UNKNOWN);
        cascade.run();
        assertThat(cascade.touched()).isEmpty();
    }

    private static Cascade run(OwnershipRule rule, LocalDate day, String stakes) {
        Holdings.Builder holdings = Holdings.builder();
        for (String stake : stakes.split(", *")) {
            String[] parts = stake.strip().split("[> ]");
            String percent = parts[2].replace("?", "");
            holdings.add(
                    number(parts[0].charAt(0)),
                    number(parts[1].charAt(0)),
                    percent.isEmpty() ? Holdings.UNKNOWN : (int) Math.round(100 * Double.parseDouble(percent)),
                    percent.isEmpty() || !parts[2].endsWith("?"));
        }
        Cascade cascade = new Cascade(holdings.build(), RuleProfiles.of(rule).versionOn(day));
        cascade.run(number('X'), number('Y'));
        return cascade;
    }

    /** The verdicts on the organizations that are asked about, as they are written. */
    private static String verdicts(OwnershipRule rule, LocalDate day, String stakes, String asked) {
        Cascade cascade = run(rule, day, stakes);
        List<String> verdicts = new ArrayList<>();
        for (String each : asked.split(", *")) {
            Term verdict = cascade.verdict(number(each.charAt(0)));
            verdicts.add(each.charAt(0) + " " + verdict.text());
        }
        return String.join(", ", verdicts);
    }

    private static int number(char name) {
        return name - 'A';
    }
}
