package org.tieline.restriction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.model.OwnershipRule;
import org.tieline.restriction.RuleProfile.Period;
import org.tieline.restriction.RuleProfile.Version;

class RuleProfilesTests {

    @Test
    void shouldHaveAProfileOfEveryRuleThatSaysWhereItComesFrom() {
        assertThat(RuleProfiles.all()).extracting(RuleProfile::rule).containsExactly(OwnershipRule.values());
        assertThat(RuleProfiles.all()).allSatisfy(profile -> {
            assertThat(profile.title()).isNotBlank();
            assertThat(profile.law()).isNotBlank();
            assertThat(profile.url()).startsWith("https://");
            assertThat(profile.notes()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "ofac-50, 2018-12-08, 50, >=, true, false",
        "bis-affiliates, 2025-10-01, 50, >=, true, true",
        "eu-50, 2024-07-02, 50, >, true, false",
        "eu-50, 2024-07-03, 50, >=, true, false",
        "uk-50, 2018-12-08, 50, >, false, false"
    })
    void shouldAskForWhatTheLawAsks(
            String rule, LocalDate day, BigDecimal threshold, String comparison, boolean aggregates, boolean flags) {
        Version version = profile(rule).versionOn(day);

        assertThat(version.threshold()).isEqualByComparingTo(threshold);
        assertThat(version.comparison()).isEqualTo(comparison);
        assertThat(version.aggregates()).isEqualTo(aggregates);
        assertThat(version.flagsMinority()).isEqualTo(flags);
        assertThat(version.isReachedBy(4_999)).isFalse();
        assertThat(version.isReachedBy(5_000)).isEqualTo(comparison.equals(">="));
        assertThat(version.isReachedBy(5_001)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-09-28, not-in-force, 2025-09-28, no, no",
        "2025-09-29, in-force, 2025-11-09, yes, red-flag",
        "2025-11-09, in-force, 2025-11-09, yes, red-flag",
        "2025-11-10, suspended, 2026-11-09, no, no",
        "2026-11-09, suspended, 2026-11-09, no, no",
        "2026-11-10, not-established, , unknown, unknown"
    })
    void shouldKnowWhenTheAffiliatesRuleHeld(LocalDate day, String force, LocalDate last, String yes, String flag) {
        RuleProfile profile = profile("bis-affiliates");
        Period period = profile.periodOn(day);

        assertThat(period.force().text()).isEqualTo(force);
        assertThat(period.reason()).isNotBlank();
        assertThat(profile.lastDay(period)).isEqualTo(last);
        assertThat(period.force().on(OwnershipVerdict.YES).text()).isEqualTo(yes);
        assertThat(period.force().on(OwnershipVerdict.RED_FLAG).text()).isEqualTo(flag);
        assertThat(period.force().on(OwnershipVerdict.NO)).isEqualTo(OwnershipVerdict.NO);
    }

    @Test
    void shouldRefuseAProfileThatLeavesOutDays() {
        Version late = new Version("1", LocalDate.of(2024, 7, 3), BigDecimal.TEN, ">=", true, false);
        Version ever = new Version("2", null, BigDecimal.TEN, ">", true, false);
        List<Period> always = List.of(new Period(null, RuleForce.IN_FORCE, "", null));

        assertThatThrownBy(() -> new RuleProfile(OwnershipRule.EU_50, "", "", "", List.of(late), always, List.of()))
                .hasMessage("versions must begin with one from ever");
        assertThatThrownBy(
                        () -> new RuleProfile(OwnershipRule.EU_50, "", "", "", List.of(ever, ever), always, List.of()))
                .hasMessageStartingWith("versions must be in the order of their days");
        assertThatThrownBy(() -> new Version("1", null, BigDecimal.TEN, "=", true, false))
                .hasMessageStartingWith("comparison must be >= or >");
    }

    private static RuleProfile profile(String rule) {
        return RuleProfiles.all().stream()
                .filter(profile -> profile.rule().text().equals(rule))
                .findFirst()
                .orElseThrow();
    }
}
