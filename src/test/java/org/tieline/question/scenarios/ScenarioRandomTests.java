package org.tieline.question.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.path.Flag;
import org.tieline.exposure.path.Hop;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanStatus;
import org.tieline.model.Evidence;
import org.tieline.model.InvalidValue;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationBuilder;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;
import org.tieline.model.Tie;
import org.tieline.model.TieBuilder;
import org.tieline.model.TieType;
import org.tieline.question.Snapped;
import org.tieline.question.Snapshot;
import org.tieline.question.changes.Change;
import org.tieline.question.changes.ChangeKind;
import org.tieline.question.changes.Reason;
import org.tieline.question.changes.ReasonKind;
import org.tieline.question.exposures.ExposureAnswer.Found;
import org.tieline.question.exposures.ExposureInquiry;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.restriction.BanAgainst;
import org.tieline.testing.Patience;
import org.tieline.testing.RandomWorld;

/** Scenarios on random worlds, against answers from worlds that were made as the scenarios suppose. */
class ScenarioRandomTests {
    private static final LocalDate TODAY = LocalDate.of(2018, 2, 2);
    private static final Map<String, List<String>> QUESTION =
            Map.of("limit", List.of("1000"), "minBan", List.of("reported"), "maxHops", List.of("5"));

    /** A stake that was vouched for on the day of its end, of another size. */
    @Example
    void shouldKeepWhatVouchesForAStakeOfAnotherSize() {
        shouldTellWhatAWorldMadeLikeThatWouldAnswer(-9831447);
    }

    @Property
    void shouldTellWhatAWorldMadeLikeThatWouldAnswer(@ForAll long seed) {
        RandomWorld world = new RandomWorld(seed);
        Snapshot snapshot = Snapped.of(world.dataset());
        // A tie that nobody published is certain where the world's, which has sources, may be presumed.
        boolean sourced = world.random().nextBoolean();
        Supposing supposing = new Supposing(world, sourced);
        for (int i = world.random().nextInt(6); i > 0; i--) {
            supposing.change();
        }

        ScenarioAnswer answer = ask(snapshot, supposing.changes, QUESTION);

        Map<String, Found> before = exposures(snapshot, answer.question());
        Snapshot made = Snapped.of(world.dataset(
                List.copyOf(supposing.organizations.values()),
                List.copyOf(supposing.ties.values()),
                List.copyOf(supposing.bans.values())));
        Map<String, String> expected = new TreeMap<>();
        exposures(made, answer.question()).forEach((pair, found) -> expected.put(pair, shape(found, sourced)));
        Map<String, String> supposed = new TreeMap<>();
        before.forEach((pair, found) -> supposed.put(pair, shape(found, sourced)));
        for (Change change : answer.difference().results()) {
            String pair = change.vendor().id() + " " + change.carrier().id();
            assertThat(change.before()).isEqualTo(before.get(pair));
            if (change.after() == null) {
                supposed.remove(pair);
            } else {
                supposed.put(pair, shape(change.after(), sourced));
                assertThat(change.after().exposure().flags().contains(Flag.SUPPOSED))
                        .isEqualTo(ties(change.after()).stream().anyMatch(answer.ties()::contains));
            }
            assertThat(change.reasons()).as(pair).isNotEmpty();
            change.reasons().forEach(reason -> supposing.hold(reason, change));
        }
        assertThat(supposed).isEqualTo(expected);
        assertThat(answer.difference().totalAfter()).isEqualTo(expected.size());
        assertThat(exposures(snapshot, answer.question()))
                .as("nothing is left of it")
                .isEqualTo(before);
    }

    @Property(tries = 500)
    void shouldDifferInNothingIfNothingChangesInTheEnd(@ForAll long seed) {
        RandomWorld world = new RandomWorld(seed);
        Snapshot snapshot = Snapped.of(world.dataset());
        List<Map<String, List<String>>> changes = new ArrayList<>();
        for (int i = world.random().nextInt(4); i > 0; i--) {
            Tie tie = world.ties().get(world.random().nextInt(world.ties().size()));
            changes.add(Map.of("kind", List.of("end-tie"), "tie", List.of(tie.id())));
            Map<String, List<String>> again = added(tie);
            if (world.random().nextBoolean()) {
                again.put("sources", tie.sources());
            }
            changes.add(again);
        }

        ScenarioAnswer answer = ask(snapshot, changes, QUESTION);

        assertThat(answer.difference().results()).isEmpty();
        assertThat(answer.ties()).isEmpty();
        assertThat(answer.difference().totalAfter())
                .isEqualTo(answer.difference().totalBefore());
    }

    /** Whatever the options, what was known then among them. */
    @Property
    void shouldTakeNothingAwayByAddingAndAddNothingByEnding(@ForAll long seed) {
        RandomWorld world = new RandomWorld(seed);
        Snapshot snapshot = Snapped.of(world.dataset());
        Map<String, List<String>> question = question(world);
        List<Map<String, List<String>>> ends = new ArrayList<>();
        List<Map<String, List<String>>> additions = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            LocalDate on = world.day();
            Tie tie = world.ties().get(i);
            // An end in a month or year of reduced precision makes that precise: until then the tie certainly holds.
            boolean vague = tie.until() != null && !tie.until().isFullDate();
            // So does an end of a tie that nobody is known to have vouched for; and one that was verified after its end
            // was not.
            boolean presumed = question.get("certainty").equals(List.of("certain"))
                    && tie.until() == null
                    && (question.containsKey("knownAt")
                            || tie.sources().stream().allMatch(source -> snapshot.published(source) == null));
            boolean outlived =
                    tie.verified() != null && !tie.verified().firstDay().isBefore(on);
            if (!vague && !presumed && !outlived && !Supposing.over(tie.until(), on)) {
                ends.add(Map.of("kind", List.of("end-tie"), "tie", List.of(tie.id()), "on", List.of(on.toString())));
            }
            additions.add(added(world.tie("t10" + i)));
        }

        assertThat(ask(snapshot, ends, question).difference().results())
                .allSatisfy(change -> assertThat(change.kind() == ChangeKind.DISAPPEARED
                                || change.kind() == ChangeKind.CHANGED
                                        && change.after().exposure().hops()
                                                >= change.before().exposure().hops())
                        .as(change.toString())
                        .isTrue());
        assertThat(ask(snapshot, additions, question).difference().results())
                .allSatisfy(change -> assertThat(change.kind() == ChangeKind.APPEARED
                                || change.kind() == ChangeKind.CHANGED
                                        && change.after().exposure().hops()
                                                <= change.before().exposure().hops())
                        .as(change.toString())
                        .isTrue());
    }

    private static Map<String, List<String>> question(RandomWorld world) {
        SearchOptions options = world.options(world.day(), world.random().nextInt(3) == 0 ? null : world.day());
        Map<String, List<String>> question = new HashMap<>();
        question.put("vendor", List.of("o0", "o1"));
        question.put("limit", List.of("1000"));
        question.put("asOf", List.of(options.asOf().toString()));
        question.put("certainty", List.of(options.certainty().text()));
        question.put("minStake", List.of(options.minStake().toPlainString()));
        question.put("minEvidence", List.of(options.minEvidence().text()));
        if (options.knownAt() != null) {
            question.put("knownAt", List.of(options.knownAt().toString()));
        }
        if (options.evidencedSince() != null) {
            question.put("evidencedSince", List.of(options.evidencedSince().toString()));
        }
        return question;
    }

    @Test
    void shouldNotSeeOtherScenarios() throws Exception {
        RandomWorld world = new RandomWorld(11);
        Snapshot snapshot = Snapped.of(world.dataset());
        List<Callable<ScenarioAnswer>> asking = new ArrayList<>();
        List<ScenarioAnswer> alone = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Supposing supposing = new Supposing(world, false);
            supposing.change();
            supposing.change();
            List<Map<String, List<String>>> changes = List.copyOf(supposing.changes);
            alone.add(ask(snapshot, changes, QUESTION));
            asking.add(() -> ask(snapshot, changes, QUESTION));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ScenarioAnswer>> together =
                    threads.invokeAll(asking, Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
            for (int i = 0; i < alone.size(); i++) {
                assertThat(Patience.get(together.get(i))).isEqualTo(alone.get(i));
            }
        }
        assertThat(Set.copyOf(alone)).hasSizeGreaterThan(10);
    }

    private static ScenarioAnswer ask(
            Snapshot snapshot, List<Map<String, List<String>>> changes, Map<String, List<String>> question) {
        return ScenarioInquiry.ask(snapshot, new ScenarioText(null, null, changes, question, List.of()), TODAY);
    }

    private static Map<String, Found> exposures(Snapshot snapshot, ExposureQuestion question) {
        Map<String, Found> exposures = new TreeMap<>();
        ExposureInquiry.ask(snapshot, question)
                .results()
                .forEach(found -> exposures.put(
                        found.vendor().id() + " " + found.carrier().id(), found));
        return exposures;
    }

    /** What does not depend on who published it; all of it but for the flag of a scenario where the ties have sources. */
    private static String shape(Found found, boolean sourced) {
        if (sourced) {
            Set<Flag> flags = new TreeSet<>(found.exposure().flags());
            flags.remove(Flag.SUPPOSED);
            return "%s %s %s %s %s %s"
                    .formatted(
                            found.exposure().relation(),
                            found.exposure().evidence(),
                            found.exposure().certainty(),
                            flags,
                            found.exposure().path(),
                            found.bans().stream()
                                    .map(ban -> List.of(
                                            ban.onDay().ban().id(), ban.onDay().state(), ban.jurisdiction()))
                                    .toList());
        }
        return "%s %s %s %s"
                .formatted(
                        found.exposure().relation(),
                        ties(found),
                        found.exposure().path().stream().map(Hop::percent).toList(),
                        found.bans().stream()
                                .map(BanAgainst::onDay)
                                .map(onDay -> onDay.ban().id() + onDay.state())
                                .toList());
    }

    private static List<String> ties(Found found) {
        return found.exposure().path().stream().map(Hop::tie).toList();
    }

    private static Map<String, List<String>> added(Tie tie) {
        Map<String, List<String>> fields = new HashMap<>();
        fields.put("kind", List.of("add-tie"));
        fields.put("id", List.of(tie.id()));
        fields.put("from", List.of(tie.from()));
        fields.put("type", List.of(tie.type().text()));
        fields.put("to", List.of(tie.to()));
        fields.put("evidence", List.of(tie.evidence().text()));
        put(fields, "since", tie.since());
        put(fields, "until", tie.until());
        put(fields, "removing", tie.removing());
        put(fields, "verified", tie.verified());
        put(fields, "shareOn", tie.shareOn());
        put(fields, "percent", tie.percent());
        put(fields, "share", tie.share());
        if (!tie.countries().isEmpty()) {
            fields.put("countries", tie.countries());
        }
        return fields;
    }

    private static void put(Map<String, List<String>> fields, String field, Object value) {
        if (value != null) {
            fields.put(field, List.of(value.toString()));
        }
    }

    /** Makes changes as text and does the same to lists of facts, in the plainest way. */
    private static final class Supposing {
        final List<Map<String, List<String>>> changes = new ArrayList<>();
        final TreeMap<String, Tie> ties = new TreeMap<>();
        final TreeMap<String, Ban> bans = new TreeMap<>();
        final TreeMap<String, Organization> organizations = new TreeMap<>();
        private final List<Set<String>> touched = new ArrayList<>();
        private final Set<String> removed = new HashSet<>();
        private final Set<String> lifted = new HashSet<>();
        private final RandomWorld world;
        private final boolean sourced;

        Supposing(RandomWorld world, boolean sourced) {
            this.world = world;
            this.sourced = sourced;
            world.organizations().forEach(organization -> organizations.put(organization.id(), organization));
            world.ties().forEach(tie -> ties.put(tie.id(), tie));
            world.bans().forEach(ban -> bans.put(ban.id(), ban));
        }

        void change() {
            LocalDate on = world.random().nextBoolean() ? null : world.day();
            switch (world.random().nextInt(8)) {
                case 0 -> end(on);
                case 1 -> add();
                case 2 -> resize(on);
                case 3 -> ban();
                case 4 -> lift(on);
                case 5 -> changeTie();
                case 6 -> changeOrganization();
                default -> {
                    if (world.random().nextInt(3) == 0) {
                        remove();
                    }
                }
            }
        }

        private void make(String kind, Map<String, List<String>> fields, LocalDate on, Set<String> ids) {
            Map<String, List<String>> all = new HashMap<>(fields);
            all.put("kind", List.of(kind));
            if (on != null) {
                all.put("on", List.of(on.toString()));
            }
            changes.add(all);
            touched.add(ids);
        }

        private void end(LocalDate on) {
            Tie tie = any(List.copyOf(ties.values()));
            if (tie == null || over(tie.until(), on)) {
                return;
            }
            make("end-tie", Map.of("tie", List.of(tie.id())), on, Set.of(tie.id()));
            cut(tie, on);
        }

        private void cut(Tie tie, LocalDate on) {
            if (on == null || tie.since() != null && !tie.since().firstDay().isBefore(on)) {
                ties.remove(tie.id());
            } else {
                ties.put(tie.id(), copy(tie, tie.id(), tie.since(), PartialDate.of(on), tie.percent()));
            }
        }

        private static boolean over(PartialDate until, LocalDate on) {
            return until != null
                    && on != null
                    && !(until.isFullDate() ? until.firstDay() : until.dayAfter()).isAfter(on);
        }

        private void add() {
            Tie tie = world.tie("t" + (100 + changes.size()));
            if (removed.contains(tie.from()) || removed.contains(tie.to()) || ties.containsKey(tie.id())) {
                return;
            }
            make("add-tie", added(tie), null, Set.of(tie.id()));
            if (sourced) {
                changes.getLast().put("sources", tie.sources());
            }
            changes.getLast().put("kind", List.of("add-tie"));
            ties.put(tie.id(), tie);
        }

        private void changeTie() {
            Tie tie = any(List.copyOf(ties.values()));
            if (tie == null) {
                return;
            }
            Map<String, List<String>> fields = new HashMap<>(Map.of("tie", List.of(tie.id())));
            TieBuilder builder = TieBuilder.builder(tie);
            date("since", fields, builder::since);
            date("removing", fields, builder::removing);
            date("verified", fields, builder::verified);
            date("until", fields, builder::until);
            if (tie.type() == TieType.SUPPLIES && world.random().nextBoolean()) {
                PartialDate stated = world.date();
                fields.put("share", List.of("30"));
                fields.put("shareOn", List.of(stated.toString()));
                fields.put("countries", List.of("US", "JP"));
                builder.share(BigDecimal.valueOf(30)).shareOn(stated).countries(List.of("US", "JP"));
            }
            if (world.random().nextInt(4) == 0) {
                fields.put("evidence", List.of("denied"));
                builder.evidence(Evidence.DENIED);
            }
            ifRight(builder::build, fields).ifPresent(changed -> {
                make("change-tie", fields, null, Set.of(tie.id()));
                ties.put(tie.id(), changed);
            });
        }

        private void changeOrganization() {
            Organization organization = any(List.copyOf(organizations.values()));
            if (removed.contains(organization.id())) {
                return;
            }
            Map<String, List<String>> fields = new HashMap<>(Map.of("organization", List.of(organization.id())));
            OrganizationBuilder builder = OrganizationBuilder.builder(organization);
            date("since", fields, builder::since);
            date("until", fields, builder::until);
            if (world.random().nextBoolean() && !removed.contains("gov")) {
                fields.put("successor", List.of("gov"));
                builder.successor("gov");
            }
            ifRight(builder::build, fields).ifPresent(changed -> {
                Set<String> ids = ties.values().stream()
                        .filter(tie ->
                                tie.from().equals(changed.id()) || tie.to().equals(changed.id()))
                        .map(Tie::id)
                        .collect(Collectors.toSet());
                make("change-organization", fields, null, ids);
                organizations.put(changed.id(), changed);
            });
        }

        /** Gives a date, empties it, or says nothing. */
        private void date(String column, Map<String, List<String>> fields, Consumer<PartialDate> put) {
            int chance = world.random().nextInt(5);
            if (chance == 0) {
                PartialDate date = world.date();
                fields.put(column, List.of(date.toString()));
                put.accept(date);
            } else if (chance == 1) {
                fields.merge("without", List.of(column), (one, other) -> Stream.concat(one.stream(), other.stream())
                        .toList());
                put.accept(null);
            }
        }

        /** Empty where nothing changes, or what changes does not go with the rest. */
        private static <F> Optional<F> ifRight(Supplier<F> changed, Map<String, List<String>> fields) {
            try {
                return fields.size() == 1 ? Optional.empty() : Optional.of(changed.get());
            } catch (InvalidValue e) {
                return Optional.empty();
            }
        }

        private void resize(LocalDate on) {
            Tie tie = any(ties.values().stream()
                    .filter(each -> each.type() == TieType.OWNS)
                    .toList());
            if (tie == null || over(tie.until(), on) || ties.containsKey(tie.id() + "-from-" + on)) {
                return;
            }
            BigDecimal percent = BigDecimal.valueOf(world.random().nextInt(101));
            String rest = tie.id() + "-from-" + on;
            make(
                    "change-stake",
                    Map.of("tie", List.of(tie.id()), "percent", List.of(percent.toString())),
                    on,
                    Set.of(tie.id(), rest));
            if (on == null || tie.since() != null && !tie.since().firstDay().isBefore(on)) {
                ties.put(tie.id(), copy(tie, tie.id(), tie.since(), tie.until(), percent));
            } else {
                cut(tie, on);
                ties.put(rest, copy(tie, rest, PartialDate.of(on), tie.until(), percent));
            }
        }

        private void ban() {
            String id = "b" + (100 + changes.size());
            if (removed.contains("gov") || removed.contains("o0") || bans.containsKey(id)) {
                return;
            }
            Ban replaced = any(List.copyOf(bans.values()));
            boolean replaces = replaced != null && world.random().nextBoolean();
            make(
                    "add-ban",
                    Map.of(
                            "id", List.of(id),
                            "government", List.of("gov"),
                            "targets", List.of("o0"),
                            "scope", List.of("removal", "5g"),
                            "announced", List.of("2018-01"),
                            "replaces", replaces ? List.of(replaced.id()) : List.of()),
                    null,
                    replaces ? Set.of(id, replaced.id()) : Set.of(id));
            Ban some = world.ban(id);
            bans.put(
                    id,
                    new Ban(
                            id,
                            "gov",
                            "US",
                            List.of("o0"),
                            true,
                            List.of(),
                            BanNature.ORDER,
                            List.of(new Scope("removal"), new Scope("5g")),
                            BanStatus.IN_FORCE,
                            null,
                            PartialDate.parse("2018-01"),
                            null,
                            null,
                            null,
                            replaces ? List.of(replaced.id()) : List.of(),
                            some.sources(),
                            null,
                            null));
        }

        private void lift(LocalDate on) {
            Ban ban = any(List.copyOf(bans.values()));
            if (ban == null
                    || on != null
                            && ban.ended() != null
                            && !ban.ended().firstDay().isAfter(on)) {
                return;
            }
            if (!lifted.add(ban.id())) {
                return;
            }
            make("lift-ban", Map.of("ban", List.of(ban.id())), on, withReplaced(Stream.of(ban)));
            if (on == null || !on.isAfter(TODAY)) {
                bans.remove(ban.id());
            }
        }

        private void remove() {
            String id = any(world.organizations()).id();
            if (!removed.add(id)) {
                return;
            }
            Set<String> ids = new HashSet<>();
            ties.values().stream()
                    .filter(tie -> tie.from().equals(id) || tie.to().equals(id))
                    .forEach(tie -> ids.add(tie.id()));
            // One that was lifted is still there to lose a target.
            ids.addAll(withReplaced(Stream.concat(world.bans().stream(), bans.values().stream())
                    .filter(ban -> ban.government().equals(id) || ban.targets().contains(id))));
            make("remove-organization", Map.of("organization", List.of(id)), null, Set.copyOf(ids));
            ties.keySet().removeIf(ids::contains);
            bans.values().removeIf(ban -> ban.government().equals(id) || removed.containsAll(ban.targets()));
        }

        /** The ids of bans and of those that each keeps ended, which come back when it goes. */
        private static Set<String> withReplaced(Stream<Ban> bans) {
            return bans.flatMap(ban -> Stream.concat(Stream.of(ban.id()), ban.replaces().stream()))
                    .collect(Collectors.toSet());
        }

        private <T> T any(List<T> all) {
            return all.isEmpty() ? null : all.get(world.random().nextInt(all.size()));
        }

        /** What lies outside of the copy's own time is not known of it; what was being removed before it still is. */
        private static Tie copy(Tie tie, String id, PartialDate since, PartialDate until, BigDecimal percent) {
            Tie bare = new Tie(
                    id,
                    tie.from(),
                    tie.type(),
                    tie.to(),
                    since,
                    until,
                    percent,
                    tie.segment(),
                    tie.generation(),
                    tie.evidence(),
                    tie.sources(),
                    null);
            Tie copy = bare.withShare(tie.share()).withShareOn(tie.shareOn()).withCountries(tie.countries());
            copy = ifRight(copy, tie.verified(), Tie::withVerified);
            boolean earlier = tie.removing() != null
                    && since != null
                    && tie.removing().lastDay().isBefore(since.firstDay());
            return ifRight(copy, earlier ? since : tie.removing(), Tie::withRemoving);
        }

        private static Tie ifRight(Tie tie, PartialDate date, BiFunction<Tie, PartialDate, Tie> change) {
            try {
                return change.apply(tie, date);
            } catch (InvalidValue e) {
                return tie;
            }
        }

        /** A reason names changes that touched what it is about, or a ban that replaces it. */
        void hold(Reason reason, Change change) {
            assertThat(reason.kind())
                    .isIn(ReasonKind.SUPPOSED, ReasonKind.VENDOR_RESTRICTED, ReasonKind.VENDOR_NO_LONGER_RESTRICTED);
            assertThat(reason.changes()).as(change.toString()).isNotEmpty();
            String id = reason.tie() != null ? reason.tie() : reason.ban();
            Set<String> ids = Stream.concat(
                            Stream.of(id),
                            world.bans().stream()
                                    .filter(ban -> ban.replaces().contains(id))
                                    .map(Ban::id))
                    .collect(Collectors.toSet());
            reason.changes().forEach(place -> assertThat(touched.get(place)).containsAnyElementsOf(ids));
        }
    }
}
