package org.tieline.question;

import java.io.DataInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.ExposureSearch;
import org.tieline.exposure.TieGraph;
import org.tieline.exposure.TieGraphBuilder;
import org.tieline.exposure.column.LyingBytes;
import org.tieline.graph.Commit;
import org.tieline.graph.GraphFollower.Origins;
import org.tieline.graph.GraphProblem;
import org.tieline.graph.GraphReader;
import org.tieline.graph.GraphSink;
import org.tieline.graph.LoadedDataset;
import org.tieline.graph.Movement;
import org.tieline.model.Ban;
import org.tieline.model.Identifier;
import org.tieline.model.InvalidValue;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;
import org.tieline.model.TielineException.DatabaseUnavailable;

/** Takes one snapshot. What cannot be used is listed as a problem and left out. */
public final class SnapshotBuilder implements GraphSink {
    private static final int ATTEMPTS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final TieGraphBuilder ties = TieGraph.builder();
    private final Map<String, Organization> organizations = new HashMap<>();
    private final TreeMap<String, Ban> bans = new TreeMap<>();
    private final Map<String, Source> sources = new HashMap<>();
    private final List<GraphProblem> problems = new ArrayList<>();
    private final List<Membership> memberships = new ArrayList<>();
    private final List<Identifier> identifiers = new ArrayList<>();
    private final List<SubscriberCount> subscribers = new ArrayList<>();

    private final List<LoadedDataset> releases = new ArrayList<>();
    private final List<Movement> movements = new ArrayList<>();

    private Optional<LoadedDataset> dataset = Optional.empty();

    private final Unclear unclear = new Unclear(new HashSet<>(), new ArrayList<>(), new HashMap<>(), new ArrayList<>());

    /** Whether the problems that were read are all there are, so that none is found again. */
    private boolean problemsAreAll;

    private SnapshotBuilder() {}

    /**
     * What facts that refer to others leave behind beside a snapshot, for whoever changes the snapshot later.
     *
     * @param ties the ids of ties that were left out for the sake of others
     * @param ofTies the problems of these
     * @param heirless organizations whose successors are none, as they were read
     * @param ofBans the problems of bans that replace what is none
     */
    record Unclear(
            Set<String> ties,
            List<GraphProblem> ofTies,
            Map<String, Organization> heirless,
            List<GraphProblem> ofBans) {}

    /**
     * A snapshot, and what is known beside it.
     *
     * @param formerIds which organizations former ids lead to, and which lead to none
     */
    record Taken(Snapshot snapshot, Unclear unclear, FormerIds formerIds) {}

    /**
     * @param current ids of today by former ids
     * @param problems those that lead nowhere or to two organizations
     */
    record FormerIds(Map<String, String> current, List<GraphProblem> problems) {}

    /**
     * What a release held, read from where the graph keeps it.
     *
     * @param among it and the others that can be asked
     * @throws DatabaseUnavailable if the database cannot be reached, or holds another release of this version by now
     */
    static Snapshot take(GraphReader reader, LoadedDataset release, Releases among) {
        Instant begin = Instant.now();
        SnapshotBuilder builder = new SnapshotBuilder();
        builder.dataset(release);
        if (!reader.readRelease(release, builder)) {
            throw new DatabaseUnavailable(
                    "the release %s was just loaded anew; ask again".formatted(release.version()), null);
        }
        return builder.build(new Commit("release", true), begin, among).snapshot;
    }

    /**
     * Reads the whole graph, again if somebody commits while it is read, so that no snapshot mixes two states. While a large
     * commit is written, parts of it can be read already, and a reading may even fail over what is just being removed; so it
     * is tried for a while. A graph that never rests is then taken as the last attempt found it.
     */
    public static Snapshot take(GraphReader reader) {
        return take(reader, PATIENCE);
    }

    /** @param patience for how long at least to try */
    public static Snapshot take(GraphReader reader, Duration patience) {
        return take(reader, reader::read, patience, new ReadReleases()).snapshot;
    }

    /**
     * @param reading hands everything to the sink that it is given
     * @param kept releases that were read before
     */
    static Taken take(GraphReader reader, Consumer<GraphSink> reading, ReadReleases kept) {
        return take(reader, reading, PATIENCE, kept);
    }

    private static Taken take(GraphReader reader, Consumer<GraphSink> reading, Duration patience, ReadReleases kept) {
        long beginning = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            Instant begin = Instant.now();
            Commit commit = reader.lastCommit();
            SnapshotBuilder builder = new SnapshotBuilder();
            RuntimeException failure = builder.readFrom(reading);
            boolean last = attempt >= ATTEMPTS && System.nanoTime() - beginning >= patience.toNanos();
            if (last || reader.lastCommit().equals(commit)) {
                if (failure != null) {
                    throw failure;
                }
                return builder.build(commit, begin, new Releases(builder.releases, reader, kept));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** What a file has of a snapshot: all but what the database knows. */
    static final class Kept {
        private final Instant begin = Instant.now();
        private final SnapshotBuilder facts = new SnapshotBuilder();
        private final @Nullable Origins origins;
        private final TieGraph graph;

        /**
         * Reads it; whoever does checks that it fits.
         *
         * @param texts see {@link TieGraph#read}
         * @throws IOException if it cannot be read
         */
        Kept(DataInputStream in, LyingBytes texts) throws IOException {
            KeptSnapshot.DATASETS.readAll(in, facts::dataset);
            KeptSnapshot.DATASETS.readAll(in, facts::release);
            List<String> organizations = new ArrayList<>();
            KeptSnapshot.ORGANIZATIONS.readAll(in, each -> {
                facts.organizations.put(each.id(), each);
                organizations.add(each.id());
            });
            List<String> sources = new ArrayList<>();
            KeptSnapshot.SOURCES.readAll(in, each -> {
                facts.sources.put(each.id(), each);
                sources.add(each.id());
            });
            KeptSnapshot.BANS.readAll(in, facts::ban);
            KeptSnapshot.MEMBERSHIPS.readAll(in, facts::membership);
            KeptSnapshot.IDENTIFIERS.readAll(in, facts::identifier);
            KeptSnapshot.SUBSCRIBERS.readAll(in, facts::subscribers);
            KeptSnapshot.MOVEMENTS.readAll(in, facts::movement);
            KeptSnapshot.PROBLEMS.readAll(in, facts::problem);
            facts.problemsAreAll = true;
            origins = KeptSnapshot.readOrigins(organizations, sources, in);
            graph = TieGraph.read(in, texts);
        }

        /** Where the facts came from; null if that was not known when they were written. */
        @Nullable
        Origins origins() {
            return origins;
        }

        /** The snapshot, for which this is of no use any more. */
        Taken taken(Commit commit, GraphReader reader, ReadReleases kept) {
            return facts.build(graph, commit, begin, new Releases(facts.releases, reader, kept));
        }
    }

    /**
     * Null if it succeeded.
     *
     * @throws DatabaseUnavailable if the database cannot be reached, which no other attempt would mend
     */
    private @Nullable RuntimeException readFrom(Consumer<GraphSink> reading) {
        try {
            reading.accept(this);
            return null;
        } catch (DatabaseUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private Taken build(Commit commit, Instant begin, Releases known) {
        return build(
                ties.build(id -> leaveOutTie(
                        id,
                        GraphProblem.of(
                                "tie", id, "another tie has the same id; the one that was read first is used"))),
                commit,
                begin,
                known);
    }

    private Taken build(TieGraph graph, Commit commit, Instant begin, Releases known) {
        organizations.replaceAll((id, organization) -> knownSuccessor(organization));
        bans.replaceAll((id, ban) -> knownReplacements(ban, bans.keySet(), unclear.ofBans));
        FormerIds formerIds = formerIds(organizations);
        List<Identifier> identified = sorted(identifiers, Identifier::key);
        OrganizationNames names = new OrganizationNames(organizations.values(), formerIds.current, identified);
        if (!problemsAreAll) {
            problems.addAll(unclear.ofTies);
            problems.addAll(unclear.ofBans);
            problems.addAll(formerIds.problems);
        }
        Instant end = Instant.now();
        Snapshot snapshot = new Snapshot(
                version(dataset, commit),
                commit,
                end,
                Duration.between(begin, end),
                dataset,
                new ExposureSearch(graph),
                organizations,
                bans,
                sources,
                List.copyOf(problems),
                List.copyOf(memberships),
                identified,
                sorted(subscribers, SubscriberCount::key),
                names,
                sorted(movements),
                new LastRestrictions(),
                known);
        return new Taken(snapshot, unclear, formerIds);
    }

    static String version(Optional<LoadedDataset> dataset, Commit commit) {
        return dataset.map(LoadedDataset::version).orElse("none") + "+" + commit.name();
    }

    static List<Movement> sorted(List<Movement> movements) {
        return movements.stream()
                .sorted(Comparator.comparingLong(Movement::number))
                .toList();
    }

    static <T> List<T> sorted(List<T> facts, Function<T, String> key) {
        return facts.stream().sorted(Comparator.comparing(key)).toList();
    }

    /** How many facts of a list that is sorted by a key come before one. */
    static <T> int place(List<T> facts, String wanted, Function<T, String> key) {
        int low = 0;
        int high = facts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (key.apply(facts.get(middle)).compareTo(wanted) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** An organization may be read before its successor. */
    private Organization knownSuccessor(Organization organization) {
        String successor = organization.successor();
        if (successor == null || organizations.containsKey(successor)) {
            return organization;
        }
        unclear.heirless.put(organization.id(), organization);
        problems.add(heirless(organization));
        return withoutSuccessor(organization);
    }

    /** That the successor of an organization is none. */
    static GraphProblem heirless(Organization organization) {
        return GraphProblem.of(
                "organization",
                organization.id(),
                new InvalidValue("successor", organization.successor(), "must be an organization of the graph"),
                "it is left out");
    }

    static Organization withoutSuccessor(Organization organization) {
        return organization.living(organization.since(), organization.until(), null);
    }

    /** A ban with those alone of the bans it replaces that are there. */
    static Ban knownReplacements(Ban ban, Set<String> bans, List<GraphProblem> problems) {
        List<String> known = ban.replaces().stream().filter(bans::contains).toList();
        if (known.size() == ban.replaces().size()) {
            return ban;
        }
        List<String> unknown = new ArrayList<>(ban.replaces());
        unknown.removeAll(known);
        problems.add(GraphProblem.of(
                "ban",
                ban.id(),
                new InvalidValue("replaces", unknown, "must be bans of the graph"),
                "they are left out"));
        return ban.withReplaces(known);
    }

    /** Where people wrote a former id into the graph that leads nowhere or to two organizations, the first by id has it. */
    static FormerIds formerIds(Map<String, Organization> organizations) {
        Map<String, String> current = new HashMap<>();
        List<GraphProblem> problems = new ArrayList<>();
        List<Organization> renamed = organizations.values().stream()
                .filter(organization -> !organization.formerIds().isEmpty())
                .sorted(Comparator.comparing(Organization::id))
                .toList();
        for (Organization organization : renamed) {
            String id = organization.id();
            for (String former : organization.formerIds()) {
                String other = organizations.containsKey(former) ? former : current.putIfAbsent(former, id);
                if (other != null) {
                    problems.add(GraphProblem.of(
                            "organization",
                            id,
                            new InvalidValue(
                                    "formerIds",
                                    null,
                                    "must lead to this organization alone, %s leads to %s".formatted(former, other)),
                            "the former id stays with the other"));
                }
            }
        }
        return new FormerIds(current, problems);
    }

    private void leaveOutTie(String id, GraphProblem problem) {
        unclear.ties.add(id);
        unclear.ofTies.add(problem);
    }

    @Override
    public void dataset(LoadedDataset info) {
        dataset = Optional.of(info);
    }

    @Override
    public void release(LoadedDataset info) {
        releases.add(info);
    }

    @Override
    public void organization(Organization organization) {
        try {
            ties.add(organization);
            organizations.put(organization.id(), organization);
        } catch (InvalidValue e) {
            problems.add(GraphProblem.ofWhole("organization", organization.id(), e));
        }
    }

    @Override
    public void source(Source source) {
        ties.add(source);
        sources.putIfAbsent(source.id(), source);
    }

    @Override
    public void ban(Ban ban) {
        bans.putIfAbsent(ban.id(), ban);
    }

    @Override
    public void membership(Membership membership) {
        memberships.add(membership);
    }

    @Override
    public void movement(Movement movement) {
        movements.add(movement);
    }

    @Override
    public void identifier(Identifier identifier) {
        identifiers.add(identifier);
    }

    @Override
    public void subscribers(SubscriberCount count) {
        subscribers.add(count);
    }

    @Override
    public void tie(Tie tie) {
        try {
            ties.add(tie);
        } catch (InvalidValue e) {
            leaveOutTie(tie.id(), GraphProblem.ofWhole("tie", tie.id(), e));
        }
    }

    @Override
    public void tie(Tie tie, int from, int to) {
        ties.add(tie, from, to);
    }

    @Override
    public void problem(GraphProblem problem) {
        problems.add(problem);
    }
}
