package org.tieline.question.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tieline.testing.TestFacts.organization;
import static org.tieline.testing.TestFacts.removal;
import static org.tieline.testing.TestFacts.tie;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tieline.model.Ban;
import org.tieline.model.Dataset;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.model.TielineException.TooOld;
import org.tieline.question.Snapshot;
import org.tieline.question.changes.Aspect;
import org.tieline.question.changes.ChangeKind;
import org.tieline.question.changes.Reason;
import org.tieline.question.changes.ReasonKind;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.Reading;

/**
 * What is told of a small world.
 *
 * <pre>
 * acme ─SUPPLIES→ one (JP)        gov ─ban jp, in force from 2021-03-01→ acme
 * acme ─SUPPLIES→ two (US)        gov ─ban us, in force from 2021-06-01→ acme
 * three (JP) is tied to nobody
 * </pre>
 */
class EventInquiryTests {
    private static final Instant NOW = Instant.parse("2021-12-31T12:07:00Z");

    private final List<Organization> organizations = List.of(
            organization("acme", "Acme", OrganizationKind.VENDOR, "CN"),
            organization("gov", "Government", OrganizationKind.GOVERNMENT, "JP"),
            organization("one", "One", OrganizationKind.CARRIER, "JP"),
            organization("three", "Three", OrganizationKind.CARRIER, "JP"),
            organization("two", "Two", OrganizationKind.CARRIER, "US"));
    private final List<Tie> ties = List.of(
            tie("acme-supplies-one", "acme", TieType.SUPPLIES, "one"),
            tie("acme-supplies-two", "acme", TieType.SUPPLIES, "two"));
    private final List<Ban> bans =
            List.of(removal("jp", "JP", "2021-03-01", "acme"), removal("us", "US", "2021-06-01", "acme"));
    private final List<Source> sources = List.of(
            new Source("bbc-2020", "BBC", "Of Acme", PartialDate.parse("2020-07-14"), "https://example.org/bbc"));
    private final Dataset facts = Followed.facts(organizations, ties, bans, sources);

    @Test
    void shouldTellThatABanTookEffectAtMidnightThoughNoRecordMoved() {
        Snapshot snapshot = Followed.from(facts).snapshot();

        List<Event> events = ask(snapshot, "after", "2021-02-20", "until", "2021-03-10");

        assertThat(events).extracting(Event::subject).containsOnly(EventSubject.EXPOSURE, EventSubject.CONFLICT);
        assertThat(events).extracting(Event::cause).containsOnly(EventCause.LAW);
        assertThat(exposures(events)).containsExactly("appeared acme one", "appeared acme two");
        Event conflict = only(events, EventSubject.CONFLICT);
        assertThat(conflict.kind()).isEqualTo(ChangeKind.APPEARED);
        assertThat(conflict.carrier().id()).isEqualTo("one");
        assertThat(conflict.ban()).isEqualTo("jp");
        assertThat(conflict.tie()).isEqualTo("acme-supplies-one");
        assertThat(conflict.day()).isEqualTo(LocalDate.of(2021, 3, 1));
        assertThat(conflict.title()).contains("Japan, 2021: Remove Acme", "to One (JP)", "established");
    }

    /** Tokyo is nine hours ahead; the United States have several zones, so that UTC counts. */
    @Test
    void shouldTurnTheDayWhereTheBanIs() {
        Snapshot snapshot = Followed.from(facts).snapshot();

        assertThat(ask(snapshot, "after", "2021-02-20", "until", "2021-03-10")).allSatisfy(event -> {
            assertThat(event.at()).isEqualTo("2021-02-28T15:00:00Z");
            assertThat(event.zone()).isEqualTo("Asia/Tokyo");
        });
        assertThat(ask(snapshot, "after", "2021-05-20", "until", "2021-06-10"))
                .isNotEmpty()
                .allSatisfy(event -> {
                    assertThat(event.at()).isEqualTo("2021-06-01T00:00:00Z");
                    assertThat(event.zone()).isEqualTo("UTC");
                });
        assertThat(ask(snapshot, "after", "2021-02-28T14:59:59Z", "until", "2021-02-28T15:00:00Z"))
                .isNotEmpty();
        assertThat(ask(snapshot, "after", "2021-02-28T15:00:00Z", "until", "2021-03-10"))
                .isEmpty();
        assertThat(ask(snapshot, "after", "2021-02-20", "until", "2021-02-28T14:59:59Z"))
                .isEmpty();
        assertThat(ask(snapshot, "after", "2021-02-28T14:59:59.999Z", "until", "2021-03-10"))
                .isNotEmpty();
    }

    @Test
    void shouldTellThatAnAnswerGrewOldWithTheDate() {
        List<Event> events =
                ask(Followed.from(facts).snapshot(), Instant.parse("2025-12-31T00:00:00Z"), "after", "2025-07-01");

        assertThat(exposures(events)).containsExactly("changed acme one", "changed acme two");
        Event first = events.getFirst();
        assertThat(first.cause()).isEqualTo(EventCause.DATE);
        assertThat(first.aspects()).contains(Aspect.CERTAINTY);
        assertThat(first.reasons().getFirst().kind()).isEqualTo(ReasonKind.EVIDENCE_STALE);
        assertThat(first.at()).isEqualTo("2025-07-15T00:00:00Z");
    }

    @Test
    void shouldTellAFactThatIsNewOnRecord() {
        List<Tie> more = new ArrayList<>(ties);
        more.add(tie("acme-supplies-three", "acme", TieType.SUPPLIES, "three"));
        Snapshot snapshot = Followed.from(facts)
                .then("2021-04-10T08:30:00Z", Followed.facts(organizations, more, bans, sources))
                .snapshot();

        List<Event> events = ask(snapshot, "after", "2021-04-01", "until", "2021-05-01");

        assertThat(events).extracting(Event::cause).containsOnly(EventCause.FACT);
        assertThat(exposures(events)).containsExactly("appeared acme three");
        assertThat(only(events, EventSubject.CONFLICT).carrier().id()).isEqualTo("three");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.at()).isEqualTo("2021-04-10T08:30:00Z");
            assertThat(event.timepoint()).hasToString("2021-04-10T08:30:00Z~1");
            assertThat(event.reasons().getFirst().kind()).isEqualTo(ReasonKind.RECORD_ADDED);
            assertThat(event.reasons().getFirst().tie()).isEqualTo("acme-supplies-three");
        });
    }

    @Test
    void shouldTellWhatWasWithdrawnEvenWithItsOrganization() {
        Snapshot snapshot = Followed.from(facts)
                .then(
                        "2021-04-10T08:30:00Z",
                        Followed.facts(
                                organizations.stream()
                                        .filter(each -> !each.id().equals("two"))
                                        .toList(),
                                ties.subList(0, 1),
                                bans,
                                sources))
                .snapshot();

        List<Event> events = ask(snapshot, "after", "2021-04-01", "until", "2021-05-01");

        assertThat(exposures(events)).containsExactly("disappeared acme two");
        assertThat(events.getFirst().reasons().getFirst().kind()).isEqualTo(ReasonKind.RECORD_WITHDRAWN);
    }

    @Test
    void shouldTellApartWhatIsOnlyKnownBetter() {
        List<Tie> verified = ties.stream()
                .map(tie -> tie.withVerified(PartialDate.parse("2015-01-01")))
                .toList();
        Snapshot snapshot = Followed.from(facts)
                .then("2021-04-10T08:30:00Z", Followed.facts(organizations, verified, bans, sources))
                .snapshot();

        List<Event> events = ask(snapshot, "after", "2021-04-01", "until", "2021-05-01");

        assertThat(events).extracting(Event::cause).containsOnly(EventCause.KNOWLEDGE);
        assertThat(exposures(events)).containsExactly("changed acme one", "changed acme two");
        assertThat(only(events, EventSubject.CONFLICT).kind()).isEqualTo(ChangeKind.CHANGED);
        assertThat(events.getFirst().reasons().getFirst().text())
                .isEqualTo("The supply from Acme to One is on record otherwise: verified.");
    }

    @Test
    void shouldTellABanThatStandsOtherwiseOnRecordAsLaw() {
        Snapshot snapshot = Followed.from(facts)
                .then(
                        "2021-04-10T08:30:00Z",
                        Followed.facts(
                                organizations, ties, List.of(removal("us", "US", "2021-06-01", "acme")), sources))
                .snapshot();

        List<Event> events = ask(snapshot, "after", "2021-04-01", "until", "2021-05-01");

        assertThat(events).extracting(Event::cause).containsOnly(EventCause.LAW);
        assertThat(only(events, EventSubject.CONFLICT).kind()).isEqualTo(ChangeKind.DISAPPEARED);
        assertThat(only(events, EventSubject.CONFLICT).reasons().getFirst().text())
                .isEqualTo(
                        "The ban \"Japan, 2021: Remove Acme\" is no longer on record; it stands as none, before as in force.");
    }

    /** What the day brought is told by the facts that were on record when it came, whatever is on record today. */
    @Test
    void shouldTellADayByTheFactsOfItsTime() {
        Dataset postponed = Followed.facts(
                organizations,
                ties,
                List.of(removal("jp", "JP", "2021-09-01", "acme"), removal("us", "US", "2021-06-01", "acme")),
                sources);
        Followed before = Followed.from(facts).then("2021-03-20T00:00:00Z", postponed);
        Followed after = Followed.from(facts).then("2021-02-20T00:00:00Z", postponed);

        assertThat(conflicts(ask(before.snapshot(), "after", "2021-02-25", "until", "2021-10-01")))
                .containsExactly(
                        "2021-02-28T15:00:00Z appeared jp",
                        "2021-03-20T00:00:00Z disappeared jp",
                        "2021-06-01T00:00:00Z appeared us",
                        "2021-08-31T15:00:00Z appeared jp");
        assertThat(conflicts(ask(after.snapshot(), "after", "2021-02-15", "until", "2021-10-01")))
                .containsExactly("2021-06-01T00:00:00Z appeared us", "2021-08-31T15:00:00Z appeared jp");
    }

    /** Whoever goes on where an answer ended is told everything once, wherever the parts end. */
    @Test
    void shouldGoOnWhereAnAnswerEnded() {
        List<Tie> more = new ArrayList<>(ties);
        more.add(tie("acme-supplies-three", "acme", TieType.SUPPLIES, "three"));
        Snapshot snapshot = Followed.from(facts)
                .then("2021-04-10T08:30:00Z", Followed.facts(organizations, more, bans, sources))
                .then("2021-07-10T08:30:00Z", facts)
                .snapshot();
        List<String> whole = ids(ask(snapshot, "after", "2021-01-01", "until", "2021-12-01"));

        List<String> parts = new ArrayList<>();
        Timepoint reached = Timepoint.parse("2021-01-01");
        for (LocalDate day = LocalDate.of(2021, 1, 5); day.isBefore(LocalDate.of(2021, 12, 2)); day = day.plusDays(5)) {
            EventAnswer answer = EventInquiry.ask(
                            snapshot,
                            List.of(question()
                                    .between(
                                            reached,
                                            day.atStartOfDay(ZoneOffset.UTC).toInstant())),
                            NOW)
                    .getFirst();
            parts.addAll(ids(answer.events()));
            reached = answer.reached();
        }

        assertThat(whole).hasSizeGreaterThan(5).doesNotHaveDuplicates();
        assertThat(parts).containsExactlyElementsOf(whole);
    }

    /** A state that is noticed late is told to those who were told of the time around it before. */
    @Test
    void shouldTellAStateToWhoDoesNotKnowIt() {
        List<Tie> more = new ArrayList<>(ties);
        more.add(tie("acme-supplies-three", "acme", TieType.SUPPLIES, "three"));
        Snapshot snapshot = Followed.from(facts)
                .then("2021-04-10T08:30:00Z", Followed.facts(organizations, more, bans, sources))
                .snapshot();

        assertThat(ask(snapshot, "after", "2021-04-10T09:00:00Z~0", "until", "2021-05-01"))
                .isNotEmpty();
        assertThat(ask(snapshot, "after", "2021-04-10T09:00:00Z~1", "until", "2021-05-01"))
                .isEmpty();
        assertThat(ask(snapshot, "after", "2021-04-10T09:00:00Z", "until", "2021-05-01"))
                .isEmpty();
    }

    @Test
    void shouldRefuseWhatIsTooOldAndNameTheOldest() {
        Snapshot kept = Followed.from(facts).snapshot();
        Followed moved = Followed.from(facts)
                .then("2021-03-20T00:00:00Z", Followed.facts(organizations, ties, bans.subList(0, 1), sources))
                .then("2021-04-20T00:00:00Z", facts);
        Snapshot cut = moved.cut(1).snapshot();

        assertThatThrownBy(() -> ask(kept, "after", "2020-01-01"))
                .isInstanceOfSatisfying(
                        TooOld.class, refusal -> assertThat(refusal.oldest()).isEqualTo("2020-11-26T00:00:00Z~0"));
        assertThatThrownBy(() -> ask(kept, "after", "2021-12-01T00:00:00Z~7")).isInstanceOf(TooOld.class);
        assertThatThrownBy(() -> ask(cut, "after", "2021-04-01"))
                .isInstanceOfSatisfying(
                        TooOld.class, refusal -> assertThat(refusal.oldest()).isEqualTo("2021-04-20T00:00:00Z~2"));
        assertThatThrownBy(() -> ask(cut, "after", "2021-03-01T00:00:00Z~0")).isInstanceOf(TooOld.class);
        assertThat(conflicts(ask(cut, "after", "2021-03-25T00:00:00Z~1", "until", "2021-05-01")))
                .isEmpty();
        assertThat(conflicts(ask(cut, "after", "2021-04-20T00:00:00Z~2")))
                .containsExactly("2021-06-01T00:00:00Z appeared us");
    }

    /** What several ask together is what each of them is told alone. */
    @Test
    void shouldTellManyWhatEachIsToldAlone() {
        List<Tie> more = new ArrayList<>(ties);
        more.add(tie("acme-supplies-three", "acme", TieType.SUPPLIES, "three"));
        Snapshot snapshot = Followed.from(facts)
                .then("2021-04-10T08:30:00Z", Followed.facts(organizations, more, bans, sources))
                .snapshot();
        List<EventQuestion> questions = List.of(
                question("after", "2021-01-01"),
                question("after", "2021-01-01", "carrier", "three"),
                question("after", "2021-05-01", "vendor", "acme"),
                question("after", "2021-01-01", "carrierCountry", "US"),
                question("after", "2021-01-01", "subject", "conflict", "kind", "appeared"),
                question("after", "2021-01-01", "relation", "parent"),
                question("after", "2021-01-01", "minHops", "2"),
                question("after", "2021-01-01"));

        List<EventAnswer> together = EventInquiry.ask(snapshot, questions, NOW);

        assertThat(together.getFirst().events()).isNotEmpty();
        assertThat(together.get(5).events()).isEmpty();
        for (int i = 0; i < questions.size(); i++) {
            assertThat(together.get(i))
                    .isEqualTo(EventInquiry.ask(snapshot, List.of(questions.get(i)), NOW)
                            .getFirst());
        }
        assertThat(together.get(3).events())
                .allSatisfy(event -> assertThat(event.carrier().id()).isEqualTo("two"));
    }

    /** One bought from Acme itself until its contract ended; it owns Four, which bought from Acme too. */
    @Test
    void shouldSayWhyABanThatStandsAsItDidCoversAnotherTie() {
        Event came = moved(
                List.of(
                        organization("four", "Four", OrganizationKind.CARRIER, "JP"),
                        organization("gov", "Government", OrganizationKind.GOVERNMENT, "JP")),
                List.of(
                        tie("acme-supplies-one", "acme", TieType.PARTNERS_WITH, "one")
                                .withUntil(PartialDate.parse("2021-09-01")),
                        tie("acme-supplies-four", "acme", TieType.SUPPLIES, "four"),
                        tie("one-owns-four", "one", TieType.OWNS, "four")));

        assertThat(came.kind()).isEqualTo(ChangeKind.APPEARED);
        assertThat(came.tie()).isEqualTo("acme-supplies-four");
        assertThat(came.cause()).isEqualTo(EventCause.DATE);
        assertThat(came.reasons()).extracting(Reason::kind).containsExactly(ReasonKind.TIE_ENDED);
        assertThat(came.at()).isEqualTo("2021-09-01T00:00:00Z");
    }

    /** Of two ties that the ban covers, the one that certainly held ended. */
    @Test
    void shouldSayWhyAConflictStandsOnAnotherTie() {
        Event changed = moved(
                List.of(organization("gov", "Government", OrganizationKind.GOVERNMENT, "JP")),
                List.of(
                        tie("acme-supplies-one", "acme", TieType.SUPPLIES, "one")
                                .withSince(PartialDate.parse("2019"))
                                .withUntil(PartialDate.parse("2021")),
                        tie("acme-supplies-one-2", "acme", TieType.SUPPLIES, "one")
                                .withSince(PartialDate.parse("2020"))
                                .withUntil(PartialDate.parse("2021-09-01"))));

        assertThat(changed.kind()).isEqualTo(ChangeKind.CHANGED);
        assertThat(changed.tie()).isEqualTo("acme-supplies-one");
        assertThat(changed.reasons()).extracting(Reason::kind).containsExactly(ReasonKind.TIE_ENDED);
    }

    /** The only event of a conflict of One in autumn. */
    private Event moved(List<Organization> more, List<Tie> all) {
        List<Organization> there = new ArrayList<>(more);
        organizations.stream().filter(each -> !each.id().equals("gov")).forEach(there::add);
        Snapshot snapshot =
                Followed.from(Followed.facts(there, all, bans, sources)).snapshot();
        return only(
                ask(snapshot, "after", "2021-07-01", "until", "2021-12-01", "subject", "conflict", "carrier", "one"),
                EventSubject.CONFLICT);
    }

    private static EventQuestion question(String... namesAndValues) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            given.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return EventQuestion.of(
                new Given(given).read(EventQuestion.PARAMETERS, Reading.on(LocalDate.of(2021, 12, 31))));
    }

    private static List<Event> ask(Snapshot snapshot, String... namesAndValues) {
        return ask(snapshot, NOW, namesAndValues);
    }

    private static List<Event> ask(Snapshot snapshot, Instant now, String... namesAndValues) {
        return EventInquiry.ask(snapshot, List.of(question(namesAndValues)), now)
                .getFirst()
                .events();
    }

    private static List<String> exposures(List<Event> events) {
        return events.stream()
                .filter(event -> event.subject() == EventSubject.EXPOSURE)
                .map(event -> String.join(
                        " ",
                        event.kind().text(),
                        event.vendor().id(),
                        event.carrier().id()))
                .toList();
    }

    private static List<String> conflicts(List<Event> events) {
        return events.stream()
                .filter(event -> event.subject() == EventSubject.CONFLICT)
                .map(event ->
                        String.join(" ", event.at().toString(), event.kind().text(), event.ban()))
                .toList();
    }

    private static List<String> ids(List<Event> events) {
        return events.stream().map(Event::id).toList();
    }

    private static Event only(List<Event> events, EventSubject subject) {
        List<Event> found =
                events.stream().filter(event -> event.subject() == subject).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
