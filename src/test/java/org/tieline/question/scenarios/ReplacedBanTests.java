package org.tieline.question.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.model.BanState;
import org.tieline.model.Dataset;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.TieType;
import org.tieline.question.Snapped;
import org.tieline.question.changes.Change;
import org.tieline.question.changes.Reason;
import org.tieline.question.changes.ReasonKind;
import org.tieline.restriction.BanAgainst;
import org.tieline.restriction.BanFlag;
import org.tieline.testing.TestFacts;

/** What becomes of a ban of 2019 when a scenario lifts the one of 2020 that took its place. */
class ReplacedBanTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 1, 1);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,          -",
                "2021-06-01, -",
                // Nobody can have known of the end, and it is supposed all the same.
                "2021-06-01, 2021-01-01",
                "-,          2021-01-01",
            })
    void shouldComeBackByTheChangeThatLiftsTheOther(String on, String knownAt) {
        Change change = lifted(on, knownAt).difference().results().getFirst();

        assertThat(bans(change.before().bans())).containsExactly(Map.entry("later", BanState.IN_FORCE));
        assertThat(bans(change.after().bans())).containsExactly(Map.entry("former", BanState.IN_FORCE));
        assertThat(change.after().bans().getFirst().onDay().flags()).contains(BanFlag.SUPPOSED);
        assertThat(change.reasons()).extracting(Reason::ban).containsExactly("former", "later");
        assertThat(change.reasons()).allSatisfy(reason -> {
            assertThat(reason.kind()).isEqualTo(ReasonKind.SUPPOSED);
            assertThat(reason.changes()).containsExactly(0);
            assertThat(reason.text()).startsWith("The ban later is ");
        });
    }

    @Test
    void shouldStayReplacedUntilTheDayOfTheEnd() {
        assertThat(lifted("2022-01-02", null).difference().results()).isEmpty();
        assertThat(lifted("2022-01-02", "2021-01-01").difference().results()).isEmpty();
    }

    private static ScenarioAnswer lifted(String on, String knownAt) {
        Map<String, List<String>> lift = new HashMap<>(Map.of("kind", List.of("lift-ban"), "ban", List.of("later")));
        if (on != null) {
            lift.put("on", List.of(on));
        }
        Map<String, List<String>> question = new HashMap<>(Map.of("vendor", List.of("vendor")));
        if (knownAt != null) {
            question.put("knownAt", List.of(knownAt));
        }
        return ScenarioInquiry.ask(
                Snapped.of(world()), new ScenarioText(null, null, List.of(lift), question, List.of()), TODAY);
    }

    private static Map<String, BanState> bans(List<BanAgainst> bans) {
        Map<String, BanState> states = new HashMap<>();
        bans.forEach(ban -> states.put(ban.onDay().ban().id(), ban.onDay().state()));
        return states;
    }

    private static Dataset world() {
        return new Dataset(
                "1.0.0",
                "a".repeat(64),
                List.of(
                        organization("vendor", OrganizationKind.VENDOR),
                        organization("carrier", OrganizationKind.CARRIER),
                        organization("gov", OrganizationKind.GOVERNMENT)),
                List.of(TestFacts.tie("tie", "vendor", TieType.SUPPLIES, "carrier")),
                List.of(
                        TestFacts.removal("former", "JP", "2019-01-01", "vendor"),
                        TestFacts.removal("later", "JP", "2020-01-01", "vendor").withReplaces(List.of("former"))),
                List.of(new Source("bbc-2020", "Press", "Report", PartialDate.parse("2018-12-31"), null)),
                List.of());
    }

    private static Organization organization(String id, OrganizationKind kind) {
        return TestFacts.organization(id, id, kind, "JP");
    }
}
