package org.tieline.question.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Flag;
import org.tieline.exposure.path.Hop;
import org.tieline.exposure.path.TieState;
import org.tieline.model.BanState;
import org.tieline.model.Dataset;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.model.TielineException.BadParts;
import org.tieline.question.Json;
import org.tieline.question.Snapped;
import org.tieline.question.changes.Change;
import org.tieline.question.changes.ChangeKind;
import org.tieline.question.changes.Reason;
import org.tieline.restriction.BanFlag;
import org.tieline.restriction.BanOnDay;
import org.tieline.restriction.Covers;
import org.tieline.testing.TestFacts;

/** What a scenario supposes of the life of a tie, of an organization and of a ban: a carrier in Japan, supplied and banned to be. */
class SupposedFactsTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 1, 1);
    private static final List<String> SOURCES = List.of("report");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "'verified': '2021-05'                        | CERTAIN  | STANDING | 2021-05 | covers yes",
                "'removing': '2021', 'verified': '2021-05'    | CERTAIN  | REMOVING | 2021-05 | covers yes",
                "'countries': ['JP', 'US']                    | POSSIBLE | STANDING | 2015    | covers yes",
                "'countries': 'US'                            | POSSIBLE | STANDING | 2015    | covers no",
                "'share': 30, 'shareOn': '2021'               | POSSIBLE | STANDING | 2015    | covers yes",
                "'until': '2022-01-02'                        | CERTAIN  | STANDING | 2015    | covers yes",
                "'evidence': 'reported', 'generation': ['5G'] | POSSIBLE | STANDING | 2015    | covers yes",
            })
    void shouldSupposeWhatATieSays(String columns, Certainty certainty, TieState state, String evidenced, String covers)
            throws IOException {
        Change change = only(asked("{'kind': 'change-tie', 'tie': 'tie', %s}".formatted(columns)));

        Hop hop = change.after().exposure().path().getFirst();
        assertThat(change.after().exposure().flags()).contains(Flag.SUPPOSED);
        assertThat(hop.certainty()).isEqualTo(certainty);
        assertThat(hop.state()).isEqualTo(state);
        assertThat(hop.lastEvidenced()).hasToString(evidenced);
        assertThat(change.after().bans().getFirst().covers())
                .isEqualTo(covers.endsWith("yes") ? Covers.YES : Covers.NO);
        assertThat(change.reasons()).extracting(Reason::changes).containsOnly(List.of(0));
    }

    @Test
    void shouldSayWhatBecameOfATie() throws IOException {
        ScenarioAnswer answer = asked("""
                {'kind': 'change-tie', 'tie': 'old', 'without': ['until'], 'verified': '2021-12', 'share': 12.50,
                 'shareOn': '2021', 'countries': ['JP', 'US'], 'segment': ['core', 'ran']}""");

        assertThat(answer.changes())
                .containsExactly("The tie old is changed: verified 2021-12, without until, share 12.5 %, shareOn 2021, "
                        + "segment ran and core, countries JP and US.");
        assertThat(answer.ties()).containsExactly("old");
        Hop hop = only(answer).after().exposure().path().getFirst();
        assertThat(only(answer).kind()).isEqualTo(ChangeKind.APPEARED);
        assertThat(hop.until()).isNull();
        assertThat(hop.share()).isEqualByComparingTo("12.5");
        assertThat(hop.sources()).containsExactly("report");
    }

    @Test
    void shouldAddATieWithAllItsColumns() throws IOException {
        ScenarioAnswer answer = asked("""
                {'kind': 'add-tie', 'from': 'vendor', 'type': 'SUPPLIES', 'to': 'other', 'since': '2010', 'removing': '2021-06',
                 'verified': '2021-12-01', 'share': 40, 'shareOn': '2021-01', 'countries': 'JP', 'generation': '5G'}""");

        Hop hop = only(answer).after().exposure().path().getFirst();
        assertThat(hop.state()).isEqualTo(TieState.REMOVING);
        assertThat(hop.verified()).hasToString("2021-12-01");
        assertThat(hop.share()).isEqualByComparingTo("40");
        assertThat(hop.countries()).containsExactly("JP");
        assertThat(answer.changes().getFirst())
                .isEqualTo("The tie supposed-tie-0 is added: vendor SUPPLIES other since 2010, removing 2021-06, "
                        + "verified 2021-12-01, share 40 %, shareOn 2021-01, generation 5G, countries JP.");
    }

    /** It takes the ties with it; none goes over to its successor. Nobody can have known in 2016, and it is supposed all the same. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"2021-12-31, -, 1", "2022-01-01, -, 1", "2022-01-02, -, 0", "2021-12-31, 2016-01-01, 1"})
    void shouldEndAnOrganization(String until, String knownAt, int gone) throws IOException {
        String known = knownAt == null ? "" : ", 'knownAt': '%s'".formatted(knownAt);
        ScenarioAnswer answer = askedWith(
                ", 'carrier': 'carrier'" + known,
                "{'kind': 'change-organization', 'organization': 'carrier', 'until': '%s', 'successor': 'other'}"
                        .formatted(until));

        assertThat(answer.changes())
                .containsExactly("The organization carrier is changed: until %s, successor other.".formatted(until));
        assertThat(answer.organizations()).containsExactly("carrier");
        assertThat(answer.ties()).isEmpty();
        assertThat(answer.difference().totalBefore()).isOne();
        assertThat(answer.difference().totalAfter()).isEqualTo(1 - gone);
        if (gone > 0) {
            assertThat(only(answer).kind()).isEqualTo(ChangeKind.DISAPPEARED);
            assertThat(only(answer).reasons()).extracting(Reason::tie).containsExactly("tie");
            assertThat(only(answer).reasons().getFirst().text())
                    .isEqualTo(answer.changes().getFirst());
        }
    }

    @Test
    void shouldLetAnOrganizationLive() throws IOException {
        String back = "{'kind': 'change-organization', 'organization': 'merged', 'without': ['until', 'successor']}";
        ScenarioAnswer answer = asked(
                "{'kind': 'add-tie', 'from': 'vendor', 'type': 'SUPPLIES', 'to': 'merged', 'since': '2010'}", back);

        assertThat(only(answer).carrier().id()).isEqualTo("merged");
        assertThat(only(answer).reasons()).extracting(Reason::changes).containsExactly(List.of(0, 1));
        assertThat(asked(back, "{'kind': 'remove-organization', 'organization': 'merged'}")
                        .organizations())
                .isEmpty();
        assertThat(asked(
                                back,
                                "{'kind': 'change-organization', 'organization': 'merged', 'until': '2018-01-01', 'successor': 'other'}")
                        .organizations())
                .isEmpty();
    }

    /** Whatever is known of the record. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"2021-12-31, -, 1", "2022-01-02, -, 0", "2021-12-31, 2020-06-01, 1", "2022-01-02, 2020-06-01, 0"})
    void shouldPutABanInThePlaceOfAnother(String effective, String knownAt, int replaced) throws IOException {
        String known = knownAt == null ? "" : ", 'knownAt': '%s'".formatted(knownAt);
        ScenarioAnswer answer = askedWith(known + ", 'minBan': 'reported'", """
                {'kind': 'add-ban', 'id': 'new', 'government': 'gov', 'targets': 'vendor', 'scope': ['removal'],
                 'effective': '%s', 'replaces': ['ban']}""".formatted(effective));

        assertThat(answer.changes()).containsExactly("The ban new of gov on vendor is added in the place of ban.");
        if (replaced == 0) {
            assertThat(answer.difference().results()).isEmpty();
            return;
        }
        assertThat(only(answer).before().bans())
                .extracting(ban -> ban.onDay().state())
                .containsExactly(BanState.IN_FORCE);
        BanOnDay now = only(answer).after().bans().getFirst().onDay();
        assertThat(only(answer).after().bans()).hasSize(1);
        assertThat(now.ban().id()).isEqualTo("new");
        assertThat(now.flags()).contains(BanFlag.SUPPOSED);
        assertThat(only(answer).reasons()).extracting(Reason::ban).containsExactly("ban", "new");
        assertThat(only(answer).reasons())
                .extracting(Reason::stateAfter)
                .containsExactly(BanState.ENDED, BanState.IN_FORCE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'kind': 'change-tie', 'tie': 'tie'                              | kind     | nothing changes; give what does",
                "'kind': 'change-tie', 'tie': 'tie', 'without': 'evidence'       | without  | evidence cannot be left empty; what can is percent, since",
                "'kind': 'change-tie', 'tie': 'tie', 'until': '2020', 'without': 'until' | without | until is given, so that it cannot be left empty",
                "'kind': 'change-tie', 'tie': 'tie', 'to': 'other'               | to       | to is not known here; known are kind, tie, without, percent, since",
                "'kind': 'change-tie', 'tie': 'tie', 'percent': 5                | percent  | percent belongs to OWNS ties alone, was 5 on SUPPLIES",
                "'kind': 'change-tie', 'tie': 'tie', 'until': '2012', 'verified': '2014' | verified | must not be after until (2012)",
                "'kind': 'change-tie', 'tie': 'tie', 'shareOn': '2014'           | ]        | shareOn must be empty where there is no share",
                "'kind': 'change-tie', 'tie': 'tie', 'countries': ['XX']         | countries | XX",
                "'kind': 'change-tie', 'tie': 'tei', 'until': '2012'             | tie      | there is no tie with the id tei",
                "'kind': 'add-tie', 'from': 'vendor', 'type': 'OWNS', 'to': 'other', 'share': 5 | share | belongs to SUPPLIES ties alone",
                "'kind': 'change-organization', 'organization': 'carrier'        | kind     | nothing changes",
                "'kind': 'change-organization', 'organization': 'carier', 'until': '2012' | organization | carier",
                "'kind': 'change-organization', 'organization': 'carrier', 'successor': 'other' | until | must be given where there is a successor",
                "'kind': 'change-organization', 'organization': 'carrier', 'until': '2012', 'successor': 'carrier' | successor | must be another organization",
                "'kind': 'change-organization', 'organization': 'carrier', 'until': '2012', 'since': '2013' | until | must be after since (2013)",
                "'kind': 'change-organization', 'organization': 'carrier', 'without': 'name' | without | name cannot be left empty; what can is since, until, successor",
                "'kind': 'add-ban', 'id': 'new', 'government': 'gov', 'targets': 'vendor', 'scope': 'ran', 'replaces': 'bann' | replaces | there is no ban with the id bann",
                "'kind': 'add-ban', 'id': 'new', 'government': 'gov', 'targets': 'vendor', 'scope': 'ran', 'replaces': 'new' | replaces | there is no ban with the id new",
            })
    void shouldSayWhatIsWrong(String change, String field, String message) {
        BadParts refusal = catchThrowableOfType(BadParts.class, () -> asked("{" + change + "}"));

        assertThat(refusal.parts()).hasSize(1);
        assertThat(refusal.parts().getFirst().place()).startsWith("changes[0]").endsWith(field);
        assertThat(refusal.parts().getFirst().message()).contains(message);
    }

    private static Change only(ScenarioAnswer answer) {
        assertThat(answer.difference().results()).hasSize(1);
        return answer.difference().results().getFirst();
    }

    private static ScenarioAnswer asked(String... changes) throws IOException {
        return askedWith("", changes);
    }

    private static ScenarioAnswer askedWith(String more, String... changes) throws IOException {
        String body =
                "{'changes': [%s], 'question': {'vendor': 'vendor'%s}}".formatted(String.join(", ", changes), more);
        byte[] json = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return ScenarioInquiry.ask(
                Snapped.of(world()), Json.read(json, ScenarioBody.class).text(), TODAY);
    }

    private static Dataset world() {
        PartialDate merged = PartialDate.parse("2018-01-01");
        return new Dataset(
                "1.0.0",
                "a".repeat(64),
                List.of(
                        organization("vendor", OrganizationKind.VENDOR),
                        organization("carrier", OrganizationKind.CARRIER),
                        organization("other", OrganizationKind.CARRIER),
                        organization("merged", OrganizationKind.CARRIER).living(null, merged, "other"),
                        organization("gov", OrganizationKind.GOVERNMENT)),
                List.of(
                        tie("tie", "carrier"),
                        tie("old", "other").withSince(null).withUntil(merged)),
                List.of(TestFacts.removal("ban", "JP", "2015-01-01", "vendor").withSources(SOURCES)),
                List.of(new Source("report", "Press", "Report", PartialDate.parse("2015"), null)),
                List.of());
    }

    private static Organization organization(String id, OrganizationKind kind) {
        return TestFacts.organization(id, id, kind, "JP");
    }

    private static Tie tie(String id, String customer) {
        return TestFacts.tie(id, "vendor", TieType.SUPPLIES, customer).withSources(SOURCES);
    }
}
