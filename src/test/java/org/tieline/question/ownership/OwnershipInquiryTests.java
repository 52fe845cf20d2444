package org.tieline.question.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Flag;
import org.tieline.graph.Commit;
import org.tieline.graph.GraphReader;
import org.tieline.graph.GraphSink;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanStatus;
import org.tieline.model.Evidence;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.OwnershipRule;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.model.TielineException.NotFound;
import org.tieline.question.Snapshot;
import org.tieline.question.SnapshotBuilder;
import org.tieline.question.ownership.OwnershipAnswer.Addition;
import org.tieline.question.ownership.OwnershipAnswer.Holding;
import org.tieline.question.ownership.OwnershipAnswer.Open;
import org.tieline.testing.GivenQuestions;

/** Questions about ownership in graphs that are drawn as text; x and y are banned, and the ban on x carries a rule. */
class OwnershipInquiryTests {
    private static final LocalDate TODAY = LocalDate.of(2025, 10, 1);

    @Test
    void shouldShowWhatWasAddedUpStepByStep() {
        OwnershipAnswer answer = ask("x>a 50, y>b 25, a>b 25, c>b 40, b>d 80, x>e 100", "d", "ofac-50");

        assertThat(verdict(answer)).isEqualTo("yes");
        assertThat(steps(answer))
                .containsExactly(
                        "1 a 50..50: x listed 50..50 [x-a]",
                        "2 b 50..50: a caught 25..25 [a-b], y listed 25..25 [y-b] | c no 40..40 [c-b]",
                        "3 d 80..80: b caught 80..80 [b-d]");
        assertThat(answer.open().results()).isEmpty();
        assertThat(answer.explanation())
                .isEqualTo(
                        "On 2025-10-01, D counts as owned by listed organizations under ofac-50. "
                                + "It is held by B (caught in step 2) with 80 %. Together that is 80 %; the rule asks for at least 50 %.");
    }

    @Test
    void shouldSayWhatAnUnknownStakeWouldHaveToBe() {
        OwnershipAnswer answer = ask("x>a 37.5, y>a ?, b>a 40", "a", "ofac-50");

        assertThat(verdict(answer)).isEqualTo("unknown");
        assertThat(steps(answer))
                .containsExactly("1 a 37.5..60: x listed 37.5..37.5 [x-a], y listed 0..22.5 [y-a] | b no 40..40 [b-a]");
        assertThat(texts(answer))
                .containsExactly("Y holds between 0 % and 22.5 % of A; a stake of at least 12.5 % would reach 50 %");
        assertThat(answer.open().results().getFirst().needed()).isEqualByComparingTo("12.5");
        assertThat(answer.open().results().getFirst().enough()).isTrue();
        assertThat(cautions(answer)).contains("unknownStake a");
    }

    @Test
    void shouldSayThatAnOwnerIsOpenItself() {
        OwnershipAnswer answer = ask("x>a ?, c>a 45, a>b 30, x>b 15, y>b ?, c>b 50", "b", "ofac-50");

        assertThat(verdict(answer)).isEqualTo("unknown");
        assertThat(texts(answer))
                .containsExactly(
                        "X holds between 0 % and 55 % of A; a stake of at least 50 % would reach 50 %",
                        "A holds 30 % of B, if it counts, which is open itself; alone it would have to be at least 35 %, which it cannot be",
                        "Y holds between 0 % and 5 % of B; alone it would have to be at least 35 %, which it cannot be");
    }

    @Test
    void shouldAnswerNoWithWhatIsHeldAtMostAndWarn() {
        OwnershipAnswer answer = ask("x>a 30, a>b 60, x>b ?", "b", "ofac-50");

        assertThat(verdict(answer)).isEqualTo("no");
        assertThat(steps(answer)).containsExactly("0 b 0..40: x listed 0..40 [x-b] | a no 60..60 [a-b]");
        assertThat(cautions(answer)).containsExactly("unknownStake b", "minorityStake b", "ruleNotCarried x");
        assertThat(answer.explanation()).contains("It is held by X (listed) with between 0 % and 40 %.");
    }

    @Test
    void shouldSayWhenNobodyListedHoldsAnything() {
        OwnershipAnswer answer = ask("a>b 60", "b", "uk-50");

        assertThat(verdict(answer)).isEqualTo("no");
        assertThat(answer.explanation())
                .isEqualTo("On 2025-10-01, B does not count as owned by listed organizations under uk-50. "
                        + "No listed or caught organization has a stake in it on record.");
        assertThat(cautions(answer)).isEmpty();
    }

    /** The source is of the first day of 2022. The law asks who owns, not who has said so lately. */
    @ParameterizedTest
    @CsvSource({"2027-01-01, false", "2027-01-02, true"})
    void shouldCountAStakeWhateverItsAgeAndSaySo(String day, boolean stale) {
        OwnershipAnswer answer = ask("x>a 50", "a", "ofac-50", "asOf", day);

        assertThat(verdict(answer)).isEqualTo("yes");
        assertThat(cautions(answer).contains("staleEvidence a")).isEqualTo(stale);
        assertThat(answer.steps()
                        .results()
                        .getFirst()
                        .added()
                        .results()
                        .getFirst()
                        .stakes())
                .singleElement()
                .satisfies(held -> {
                    assertThat(held.stake().certainty()).isEqualTo(Certainty.CERTAIN);
                    assertThat(held.stake().lastEvidenced()).hasToString("2022-01-01");
                    assertThat(held.stake().flags()).isEqualTo(stale ? Set.of(Flag.STALE_EVIDENCE) : Set.of());
                });
    }

    @Test
    void shouldAnswerYesForWhoIsListedWhateverTheRule() {
        for (OwnershipRule rule : OwnershipRule.values()) {
            OwnershipAnswer answer = ask("x>a 50", "x", rule.text(), "asOf", "2026-01-01");

            assertThat(verdict(answer)).as(rule.text()).isEqualTo("yes");
            assertThat(answer.listed()).isTrue();
            assertThat(answer.explanation()).isEqualTo("X is itself one of the listed organizations.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2025-09-28, no, was not in force on 2025-09-28",
        "2025-09-29, yes, It is held by X",
        "2025-11-09, yes, It is held by X",
        "2025-11-10, no, suspended from 10 November 2025 to 9 November 2026",
        "2026-11-09, no, was not in force on 2026-11-09",
        "2026-11-10, unknown, whether the rule resumed on the day after is not established"
    })
    void shouldFollowTheLifeOfTheAffiliatesRule(String day, String verdict, String said) {
        OwnershipAnswer answer = ask("x>a 50", "a", "bis-affiliates", "asOf", day);

        assertThat(verdict(answer)).isEqualTo(verdict);
        assertThat(answer.ifInForce().text()).isEqualTo("yes");
        assertThat(answer.explanation()).contains(said);
        assertThat(answer.searched().carriedBy()).containsExactly("ban-x");
        assertThat(cautions(answer)).isEmpty();
    }

    @Test
    void shouldListWhomTheRestrictedCatch() {
        Snapshot snapshot = snapshot("x>a 50, y>b ?, a>c 70, a>d 10, e>d 90");

        assertThat(caught(snapshot, "rule", "bis-affiliates", "listed", "x,y"))
                .containsExactly("yes 1 a", "yes 2 c", "unknown 1 b", "red-flag 0 d");
        assertThat(caught(snapshot, "rule", "bis-affiliates"))
                .as("the ban on y does not carry the rule")
                .containsExactly("yes 1 a", "yes 2 c", "red-flag 0 d");
        assertThat(caught(snapshot, "rule", "bis-affiliates", "listed", "y")).containsExactly("unknown 1 b");
        assertThat(caught(snapshot, "rule", "bis-affiliates", "limit", "1", "offset", "1"))
                .containsExactly("yes 2 c");
        assertThat(caught(snapshot, "rule", "bis-affiliates", "listed", "x,y", "verdict", "red-flag,unknown"))
                .containsExactly("unknown 1 b", "red-flag 0 d");
        assertThat(caught(snapshot, "rule", "ofac-50", "listed", "x", "verdict", "no"))
                .containsExactly("no 0 d");
        assertThat(caught(snapshot, "rule", "ofac-50", "verdict", "yes,unknown,no"))
                .as("no ban carries the rule")
                .isEmpty();
        assertThat(caught(snapshot, "rule", "named-only", "listed", "x")).isEmpty();
        assertThat(caught(snapshot, "rule", "bis-affiliates", "asOf", "2026-02-01"))
                .isEmpty();
        assertThat(caught(snapshot, "rule", "bis-affiliates", "asOf", "2019-12-31"))
                .as("nobody is banned yet")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x>a 60 @2020..2021-03-05       | 2021-03-04 |            | yes",
                "x>a 60 @2020..2021-03-05       | 2021-03-05 |            | no",
                "x>a 60 @2020..2021             | 2020-12-31 |            | yes",
                "x>a 60 @2020..2021             | 2021-06-01 |            | unknown",
                "x>a 60 @2020..2021             | 2022-01-01 |            | no",
                "x>a 60 @2022..2024             | 2024-06-01 | 2023-12-31 | yes",
                "x>a 60 @2021                   | 2021-12-30 |            | unknown",
                "x>a 60 @2021                   | 2021-12-31 |            | yes",
                "x>a 40 @..2021,x>a 60 @2021    | 2021-06-01 |            | unknown",
                "x>a 55 @..2021,x>a 60 @2021    | 2021-06-01 |            | yes",
                "x>a 40 @..2021,x>a 45 @2021    | 2021-06-01 |            | no",
                "x>a 60 denied                  | 2021-06-01 |            | no",
            })
    void shouldTakeTheStakesOfTheDay(String ties, String asOf, String knownAt, String verdict) {
        OwnershipAnswer answer = knownAt == null
                ? ask(ties, "a", "ofac-50", "asOf", asOf)
                : ask(ties, "a", "ofac-50", "asOf", asOf, "knownAt", knownAt);

        assertThat(verdict(answer)).isEqualTo(verdict);
    }

    @Test
    void shouldLeaveOutWeakEvidenceWhenAsked() {
        assertThat(verdict(ask("x>a 60 reported", "a", "ofac-50"))).isEqualTo("yes");
        assertThat(verdict(ask("x>a 60 reported", "a", "ofac-50", "minEvidence", "announced")))
                .isEqualTo("no");
    }

    @Test
    void shouldSayWhatCannotBeAndBreakNothing() {
        OwnershipAnswer twice = ask("x>a 40, x>a 60", "a", "ofac-50");
        assertThat(verdict(twice)).isEqualTo("unknown");
        assertThat(cautions(twice)).contains("contradictingStakes a");

        OwnershipAnswer tooMuch = ask("x>a 60, b>a 70, y>a ?", "a", "ofac-50");
        assertThat(verdict(tooMuch)).isEqualTo("yes");
        assertThat(cautions(tooMuch)).contains("above100 a");
        assertThat(steps(tooMuch))
                .containsExactly("1 a 60..60: x listed 60..60 [x-a], y listed 0..0 [y-a] | b no 70..70 [b-a]");
    }

    @Test
    void shouldAnswerOnCrossHoldings() {
        assertThat(verdict(ask("x>a 30, a>b 100, b>a 40", "a", "ofac-50"))).isEqualTo("no");
        OwnershipAnswer answer = ask("x>a 50, a>b 100, b>a 40, b>c 50", "c", "ofac-50");
        assertThat(steps(answer))
                .containsExactly(
                        "1 a 50..50: x listed 50..50 [x-a] | b caught 40..40 [b-a]",
                        "2 b 100..100: a caught 100..100 [a-b]",
                        "3 c 50..50: b caught 50..50 [b-c]");
    }

    @Test
    void shouldCutALongCascadeFarFromTheOrganization() {
        StringBuilder chain = new StringBuilder("x>o0 60");
        for (int i = 1; i < 150; i++) {
            chain.append(", o%d>o%d 60".formatted(i - 1, i));
        }
        OwnershipAnswer answer = ask(chain.toString(), "o149", "uk-50");

        assertThat(answer.steps().total()).isEqualTo(150);
        assertThat(answer.steps().results()).hasSize(100);
        assertThat(answer.steps().results().getFirst().step()).isEqualTo(51);
        assertThat(answer.steps().results().getLast().organization().id()).isEqualTo("o149");
    }

    @Test
    void shouldRefuseWhatItCannotAnswer() {
        Snapshot snapshot = snapshot("x>a 50");

        assertThatThrownBy(() -> GivenQuestions.ownership("a", parameters(), TODAY))
                .isInstanceOf(BadQuestion.class)
                .hasMessageContaining("rule must be given: one of named-only, ofac-50, bis-affiliates, eu-50, uk-50");
        assertThatThrownBy(() -> GivenQuestions.ownership("a", parameters("rule", "ofac"), TODAY))
                .hasMessageContaining("rule must be one of");
        assertThatThrownBy(() -> GivenQuestions.ownership("a", parameters("rule", "ofac-50", "limit", "3"), TODAY))
                .hasMessageContaining("limit is not a parameter");
        assertThatThrownBy(() -> ask("x>a 50", "nobody", "ofac-50")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> caught(snapshot, "rule", "ofac-50", "listed", "x,nobody"))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("nobody");
    }

    /** With both that are banned named as listed, whatever rule their bans carry. */
    private static OwnershipAnswer ask(String drawn, String organization, String rule, String... more) {
        List<String> given = new ArrayList<>(List.of("rule", rule, "listed", "x,y"));
        given.addAll(List.of(more));
        return OwnershipInquiry.ask(
                snapshot(drawn),
                GivenQuestions.ownership(organization, parameters(given.toArray(String[]::new)), TODAY));
    }

    private static List<String> caught(Snapshot snapshot, String... given) {
        return OwnershipInquiry.caught(snapshot, GivenQuestions.caught(parameters(given), TODAY)).results().stream()
                .map(found -> "%s %d %s"
                        .formatted(
                                found.verdict().text(),
                                step(found.addition().step()),
                                found.addition().organization().id()))
                .toList();
    }

    private static Map<String, List<String>> parameters(String... given) {
        Map<String, List<String>> values = new HashMap<>();
        for (int i = 0; i < given.length; i += 2) {
            values.put(given[i], List.of(given[i + 1]));
        }
        return (values);
    }

    private static String verdict(OwnershipAnswer answer) {
        return answer.verdict().text();
    }

    private static List<String> texts(OwnershipAnswer answer) {
        return answer.open().results().stream().map(Open::text).toList();
    }

    private static List<String> cautions(OwnershipAnswer answer) {
        return answer.warnings().results().stream()
                .map(warning -> warning.warning().text() + " " + warning.organization())
                .toList();
    }

    private static List<String> steps(OwnershipAnswer answer) {
        return answer.steps().results().stream()
                .map(OwnershipInquiryTests::text)
                .toList();
    }

    private static String text(Addition addition) {
        String others = text(addition.others().results());
        return "%d %s %s: %s%s"
                .formatted(
                        step(addition.step()),
                        addition.organization().id(),
                        text(addition.sum()),
                        text(addition.added().results()),
                        others.isEmpty() ? "" : " | " + others);
    }

    private static int step(Integer step) {
        return step == null ? 0 : step;
    }

    private static String text(List<Holding> holdings) {
        return String.join(
                ", ",
                holdings.stream()
                        .map(holding -> "%s %s %s %s"
                                .formatted(
                                        holding.owner().id(),
                                        holding.counts().text(),
                                        text(holding.share()),
                                        holding.stakes().stream()
                                                .map(held -> held.stake().tie())
                                                .toList()))
                        .toList());
    }

    private static String text(OwnershipAnswer.Interval interval) {
        return interval.lowest().toPlainString() + ".." + interval.highest().toPlainString();
    }

    /** {@code owner>owned percent}, then a grade or {@code @since..until}; the ids of the ties are made of their ends. */
    private static Snapshot snapshot(String drawn) {
        List<Tie> ties = new ArrayList<>();
        Map<String, Organization> organizations = new HashMap<>();
        Stream.of("x", "y", "a", "b", "c", "d", "e").forEach(id -> add(organizations, id));
        for (String each : drawn.split(", *")) {
            String[] parts = each.strip().split("[> ]");
            add(organizations, parts[0]);
            add(organizations, parts[1]);
            String more = parts.length > 3 ? parts[3] : "";
            String[] dates = more.startsWith("@") ? more.substring(1).split("\\.\\.") : new String[0];
            String id = parts[0] + "-" + parts[1];
            boolean second = ties.stream().anyMatch(tie -> tie.id().equals(id));
            ties.add(new Tie(
                    second ? id + "-2" : id,
                    parts[0],
                    TieType.OWNS,
                    parts[1],
                    dates.length > 0 && !dates[0].isEmpty() ? PartialDate.parse(dates[0]) : null,
                    dates.length > 1 ? PartialDate.parse(dates[1]) : null,
                    parts[2].equals("?") ? null : new BigDecimal(parts[2]),
                    List.of(),
                    List.of(),
                    more.isEmpty() || more.startsWith("@") ? Evidence.CONFIRMED : Evidence.valueOf(more.toUpperCase()),
                    List.of("paper"),
                    ""));
        }
        return SnapshotBuilder.take(new GraphReader() {
            @Override
            public Commit lastCommit() {
                return Commit.numbered(1);
            }

            @Override
            public void read(GraphSink sink) {
                organizations.values().forEach(sink::organization);
                sink.organization(new Organization("gov", "Gov", OrganizationKind.GOVERNMENT, "US", List.of()));
                sink.source(new Source("paper", "Paper", "Title", PartialDate.parse("2022-01-01"), null));
                sink.ban(ban("x", OwnershipRule.BIS_AFFILIATES));
                sink.ban(ban("y", null));
                ties.forEach(sink::tie);
            }
        });
    }

    private static void add(Map<String, Organization> organizations, String id) {
        OrganizationKind kind = id.equals("x") ? OrganizationKind.VENDOR : OrganizationKind.CARRIER;
        organizations.put(id, new Organization(id, id.toUpperCase(), kind, null, List.of()));
    }

    private static Ban ban(String target, OwnershipRule rule) {
        return new Ban(
                "ban-" + target,
                "gov",
                "US",
                List.of(target),
                true,
                List.of(),
                BanNature.ORDER,
                List.of(new Scope("export-control")),
                BanStatus.IN_FORCE,
                null,
                null,
                PartialDate.parse("2020-01-01"),
                null,
                null,
                List.of(),
                List.of("paper"),
                rule,
                "");
    }
}
