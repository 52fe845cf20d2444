package org.tieline.question.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.path.Hop;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanState;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.question.Snapped;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ContactFilter;
import org.tieline.question.exposures.ExposureAnswer.Found;
import org.tieline.question.exposures.ExposureInquiry;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.parameter.Paging;
import org.tieline.restriction.BanAgainst;
import org.tieline.restriction.BanFilter;
import org.tieline.restriction.BanOnDay;
import org.tieline.restriction.RestrictedIn;
import org.tieline.testing.RandomWorld;

/** Changes and their reasons on random worlds, against two plain answers and the facts themselves. */
class ChangeRandomTests {
    /** Reasons that only who looks at two states of the record, or at one ban alone, has. */
    private static final EnumSet<ReasonKind> OF_EVENTS = EnumSet.of(
            ReasonKind.DEADLINE_REACHED,
            ReasonKind.RECORD_ADDED,
            ReasonKind.RECORD_CHANGED,
            ReasonKind.RECORD_EVIDENCE,
            ReasonKind.RECORD_WITHDRAWN);

    private static final List<Period> AGES =
            List.of(SearchOptions.DEFAULT_MAX_AGE, Period.ofDays(10), Period.ofMonths(1));
    private static final Paging ALL = new Paging(Paging.MOST, 0);

    @Property
    void shouldListWhatDiffersAndExplainItWithFacts(@ForAll long seed) {
        RandomWorld world = new RandomWorld(seed);
        Snapshot snapshot = Snapped.of(world.dataset());
        ChangeQuestion question = question(world);

        ChangeAnswer answer = ChangeInquiry.ask(snapshot, question);

        Map<String, Found> before = byPair(snapshot, question.before());
        Map<String, Found> after = byPair(snapshot, question.after());
        Map<String, Found> between = byPair(snapshot, question.between());
        assertThat(answer.results().stream().collect(Collectors.toMap(ChangeRandomTests::pair, Change::kind)))
                .isEqualTo(kinds(before, after));
        assertThat(answer.totalBefore()).isEqualTo(before.size());
        assertThat(answer.totalAfter()).isEqualTo(after.size());
        assertThat(answer.counts().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(answer.total());
        Facts facts = new Facts(world, snapshot, question);
        for (Change change : answer.results()) {
            String pair = pair(change);
            assertThat(written(change.before())).isEqualTo(written(before.get(pair)));
            assertThat(written(change.after())).isEqualTo(written(after.get(pair)));
            assertThat(change.aspects().isEmpty()).isEqualTo(change.kind() != ChangeKind.CHANGED);
            assertThat(change.reasons()).as(pair).isNotEmpty().doesNotHaveDuplicates();
            Function<Found, String> what =
                    change.kind() == ChangeKind.CHANGED ? ChangeRandomTests::written : ChangeRandomTests::path;
            String middle = written(between.get(pair));
            assertThat(written(change.between()))
                    .isEqualTo(
                            middle.equals(written(change.before())) || middle.equals(written(change.after()))
                                    ? "none"
                                    : middle);
            assertThat(change.origins().contains(ChangeOrigin.KNOWLEDGE))
                    .as("knowledge made %s differ", pair)
                    .isEqualTo(!what.apply(before.get(pair)).equals(what.apply(between.get(pair))));
            assertThat(change.origins().contains(ChangeOrigin.WORLD))
                    .as("the world made %s differ", pair)
                    .isEqualTo(!what.apply(between.get(pair)).equals(what.apply(after.get(pair))));
            change.reasons().forEach(reason -> facts.hold(reason, change));
        }
    }

    @Property
    void shouldExplainALongTimeByItsParts(@ForAll long seed) {
        RandomWorld world = new RandomWorld(seed);
        Snapshot snapshot = Snapped.of(world.dataset());
        List<LocalDate> days =
                world.random().ints(3).mapToObj(i -> world.day()).sorted().toList();
        ExposureQuestion exposures = exposures(world, days.getFirst());
        Function<List<LocalDate>, Map<String, ChangeKind>> kinds = part -> ChangeInquiry.ask(
                        snapshot,
                        new ChangeQuestion(
                                part.getFirst(), part.getLast(), null, null, null, Set.of(), Set.of(), exposures))
                .results()
                .stream()
                .collect(Collectors.toMap(ChangeRandomTests::pair, Change::kind));
        Map<String, ChangeKind> first = kinds.apply(days.subList(0, 2));
        Map<String, ChangeKind> second = kinds.apply(days.subList(1, 3));

        kinds.apply(days).forEach((pair, kind) -> {
            if (kind == ChangeKind.CHANGED) {
                assertThat(first.containsKey(pair) || second.containsKey(pair))
                        .as(pair)
                        .isTrue();
            } else {
                assertThat(List.of(
                                first.getOrDefault(pair, ChangeKind.CHANGED),
                                second.getOrDefault(pair, ChangeKind.CHANGED)))
                        .as("%s %s once and did not do the opposite", pair, kind)
                        .containsOnlyOnce(kind)
                        .containsOnly(kind, ChangeKind.CHANGED);
            }
        });
    }

    /** Or the random worlds would prove little. */
    @Test
    void shouldMeetEveryKindOfReasonAndAspect() {
        Set<ReasonKind> kinds = EnumSet.of(ReasonKind.SUPPOSED);
        Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
        for (long seed = 0; seed < 3_000; seed++) {
            RandomWorld world = new RandomWorld(seed);
            for (Change change : ChangeInquiry.ask(Snapped.of(world.dataset()), question(world))
                    .results()) {
                change.reasons().forEach(reason -> kinds.add(reason.kind()));
                aspects.addAll(change.aspects());
            }
        }

        assertThat(kinds).containsExactlyElementsOf(EnumSet.complementOf(OF_EVENTS));
        assertThat(aspects).containsExactly(Aspect.values());
    }

    private static ChangeQuestion question(RandomWorld world) {
        List<LocalDate> days =
                world.random().ints(2).mapToObj(i -> world.day()).sorted().toList();
        List<LocalDate> known =
                world.random().ints(2).mapToObj(i -> world.day()).sorted().toList();
        ExposureQuestion exposures = exposures(world, days.getFirst());
        boolean within =
                exposures.search().evidencedSince() == null && world.random().nextInt(4) == 0;
        int clock = world.random().nextInt(4);
        return new ChangeQuestion(
                days.getFirst(),
                world.random().nextInt(8) == 0 ? days.getFirst() : days.getLast(),
                clock == 0 ? null : clock == 1 ? days.getFirst() : known.getFirst(),
                clock == 0 || clock == 3 ? null : clock == 1 ? days.getLast() : known.getLast(),
                within ? Period.ofDays(1 + world.random().nextInt(60)) : null,
                Set.of(),
                Set.of(),
                exposures);
    }

    private static ExposureQuestion exposures(RandomWorld world, LocalDate day) {
        BanFilter bans = world.random().nextBoolean()
                ? BanFilter.DEFAULT
                : new BanFilter(Set.of(BanNature.values()), BanState.REPORTED, Set.of(), Set.of(), Set.of());
        SearchOptions options =
                world.options(day, null).withMaxAge(AGES.get(world.random().nextInt(AGES.size())));
        return new ExposureQuestion(
                world.random().nextBoolean() ? Set.of() : Set.of("o0", "o1"),
                bans,
                RestrictedIn.values()[world.random().nextInt(2)],
                options,
                Set.of(),
                world.random().nextInt(4) == 0 ? Set.of("US") : Set.of(),
                Set.of(),
                1,
                ALL,
                null,
                ContactFilter.ANY);
    }

    private static Map<String, Found> byPair(Snapshot snapshot, ExposureQuestion question) {
        Map<String, Found> found = new TreeMap<>();
        ExposureInquiry.ask(snapshot, question)
                .results()
                .forEach(each ->
                        found.put(each.vendor().id() + " " + each.carrier().id(), each));
        return found;
    }

    private static Map<String, ChangeKind> kinds(Map<String, Found> before, Map<String, Found> after) {
        Map<String, ChangeKind> kinds = new TreeMap<>();
        before.keySet()
                .forEach(
                        pair -> kinds.put(pair, after.containsKey(pair) ? ChangeKind.CHANGED : ChangeKind.DISAPPEARED));
        after.keySet().forEach(pair -> kinds.putIfAbsent(pair, ChangeKind.APPEARED));
        kinds.keySet().removeIf(pair -> written(before.get(pair)).equals(written(after.get(pair))));
        return kinds;
    }

    private static String pair(Change change) {
        return change.vendor().id() + " " + change.carrier().id();
    }

    private static String path(Found found) {
        return found == null
                ? "none"
                : found.exposure().path().stream().map(Hop::tie).toList().toString();
    }

    /** What the API writes of it. */
    private static String written(Found found) {
        return found == null
                ? "none"
                : found.exposure()
                        + found.bans().stream()
                                .map(BanAgainst::onDay)
                                .map(onDay -> onDay.ban().id() + onDay.state() + onDay.flags())
                                .toList()
                                .toString();
    }

    /** The facts of a world, to hold reasons against. */
    private static final class Facts {
        private final Map<String, Tie> ties;
        private final Map<String, Ban> bans;
        private final Map<String, Source> sources;
        private final Snapshot snapshot;
        private final ChangeQuestion question;

        Facts(RandomWorld world, Snapshot snapshot, ChangeQuestion question) {
            ties = world.ties().stream().collect(Collectors.toMap(Tie::id, tie -> tie));
            bans = world.bans().stream().collect(Collectors.toMap(Ban::id, ban -> ban));
            sources = world.sources().stream().collect(Collectors.toMap(Source::id, source -> source));
            this.snapshot = snapshot;
            this.question = question;
        }

        void hold(Reason reason, Change change) {
            String what = reason.toString();
            boolean onlyWorld = change.origins().equals(Set.of(ChangeOrigin.WORLD));
            switch (reason.kind()) {
                case TIE_BEGAN -> {
                    passed(reason);
                    assertThat(reason.date()).isEqualTo(tie(reason).since());
                    assertThat(!onlyWorld || on(change.after(), reason))
                            .as(what)
                            .isTrue();
                }
                case TIE_ENDED, TIE_UNCERTAIN -> {
                    passed(reason);
                    assertThat(reason.date()).isEqualTo(tie(reason).until());
                    assertThat(!onlyWorld || on(change.before(), reason))
                            .as(what)
                            .isTrue();
                }
                case TIE_CERTAIN -> {
                    passed(reason);
                    assertThat(!onlyWorld || on(change.after(), reason))
                            .as(what)
                            .isTrue();
                }
                case TIE_REMOVING -> {
                    passed(reason);
                    assertThat(reason.date()).isEqualTo(tie(reason).removing());
                }
                case ORGANIZATION_BEGAN -> {
                    passed(reason);
                    assertThat(ends(reason).map(Organization::since)).contains(reason.date());
                }
                case ORGANIZATION_ENDED -> {
                    passed(reason);
                    assertThat(ends(reason).map(Organization::until)).contains(reason.date());
                }
                case EVIDENCE_STALE -> {
                    passed(reason);
                    assertThat(tie(reason).until() == null || question.knownTo() != null)
                            .as(what)
                            .isTrue();
                    assertThat(evidence(reason)).contains(reason.date());
                }
                case SHARE_AGED -> {
                    passed(reason);
                    assertThat(reason.date()).isEqualTo(tie(reason).shareOn());
                }
                case LIFE_KNOWN -> {
                    Tie tie = tie(reason);
                    boolean last = reason.date().equals(tie.verified())
                            || reason.date().equals(tie.shareOn());
                    assertThat(Stream.concat(
                                    Stream.of(tie.removing(), tie.verified(), tie.shareOn()),
                                    ends(reason).flatMap(end -> Stream.of(end.since(), end.until()))))
                            .contains(reason.date());
                    if (!last) {
                        learned(reason.date().firstDay(), what);
                    }
                }
                case TIE_AGED -> {
                    assertThat(reason.date().lastDay())
                            .as(what)
                            .isBefore(question.to().minus(question.evidencedWithin()))
                            .isAfterOrEqualTo(question.from().minus(question.evidencedWithin()));
                    assertThat(evidence(reason)).contains(reason.date());
                }
                case SOURCE_PUBLISHED -> {
                    assertThat(reason.sources())
                            .as(what)
                            .isNotEmpty()
                            .isSubsetOf(tie(reason).sources());
                    for (String id : reason.sources()) {
                        PartialDate date = sources.get(id).published();
                        learned(date == null ? tie(reason).since().firstDay() : date.lastDay(), what);
                    }
                }
                case START_KNOWN -> {
                    learned(tie(reason).since().firstDay(), what);
                    assertThat(reason.date()).isEqualTo(tie(reason).since());
                }
                case END_KNOWN -> {
                    learned(tie(reason).until().firstDay(), what);
                    assertThat(reason.date()).isEqualTo(tie(reason).until());
                }
                case BAN_CHANGED, VENDOR_RESTRICTED, VENDOR_NO_LONGER_RESTRICTED -> {
                    boolean world = reason.origin() == ChangeOrigin.WORLD;
                    Ban ban = bans.get(reason.ban());
                    assertThat(ban.targets()).contains(change.vendor().id());
                    assertThat(reason.stateBefore())
                            .as(what)
                            .isEqualTo(state(ban, question.from(), world ? question.knownTo() : question.knownFrom()));
                    assertThat(reason.stateAfter())
                            .as(what)
                            .isEqualTo(state(ban, world ? question.to() : question.from(), question.knownTo()));
                    if (world) {
                        passed(reason);
                    }
                }
                case SUPPOSED -> throw new AssertionError("nothing was supposed: " + what);
            }
        }

        private BanState state(Ban ban, LocalDate asOf, LocalDate knownAt) {
            return snapshot.clock(asOf, knownAt).on(ban).map(BanOnDay::state).orElse(null);
        }

        private Stream<Organization> ends(Reason reason) {
            return Stream.of(tie(reason).from(), tie(reason).to()).map(snapshot::organization);
        }

        /** All that may date a tie. */
        private Stream<PartialDate> evidence(Reason reason) {
            return Stream.concat(
                    Stream.ofNullable(tie(reason).verified()),
                    tie(reason).sources().stream().map(id -> sources.get(id).published()));
        }

        private Tie tie(Reason reason) {
            return ties.get(reason.tie());
        }

        private static boolean on(Found found, Reason reason) {
            return found.exposure().path().stream().map(Hop::tie).toList().contains(reason.tie());
        }

        private void passed(Reason reason) {
            assertThat(reason.origin()).isEqualTo(ChangeOrigin.WORLD);
            assertThat(reason.day())
                    .as(reason.toString())
                    .isAfter(question.from())
                    .isBeforeOrEqualTo(question.to());
        }

        private void learned(LocalDate day, String what) {
            assertThat(day).as(what).isAfter(question.knownFrom());
            if (question.knownTo() != null) {
                assertThat(day).as(what).isBeforeOrEqualTo(question.knownTo());
            }
        }
    }
}
