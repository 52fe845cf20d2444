package org.tieline.question;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.ExposureSearch;
import org.tieline.exposure.TieGraph;
import org.tieline.exposure.TieGraphBuilder;
import org.tieline.graph.Commit;
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

    /** By the ids of ties; most of a large graph have none. */
    private final Map<String, String> summaries = new HashMap<>();

    private final List<LoadedDataset> releases = new ArrayList<>();
    private final List<Movement> movements = new ArrayList<>();

    private Optional<LoadedDataset> dataset = Optional.empty();

    private SnapshotBuilder() {}

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
        return builder.build(new Commit("release", true), begin, among);
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
        return take(reader, patience, new ReadReleases());
    }

    /** @param kept releases that were read before */
    static Snapshot take(GraphReader reader, ReadReleases kept) {
        return take(reader, PATIENCE, kept);
    }

    private static Snapshot take(GraphReader reader, Duration patience, ReadReleases kept) {
        long beginning = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            Instant begin = Instant.now();
            Commit commit = reader.lastCommit();
            SnapshotBuilder builder = new SnapshotBuilder();
            RuntimeException failure = builder.readFrom(reader);
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

    /**
     * Null if it succeeded.
     *
     * @throws DatabaseUnavailable if the database cannot be reached, which no other attempt would mend
     */
    private @Nullable RuntimeException readFrom(GraphReader reader) {
        try {
            reader.read(this);
            return null;
        } catch (DatabaseUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private Snapshot build(Commit commit, Instant begin, Releases known) {
        TieGraph graph = ties.build(id -> problems.add(
                GraphProblem.of("tie", id, "another tie has the same id; the one that was read first is used")));
        leaveOutUnknownSuccessors();
        leaveOutUnknownReplacements();
        List<Identifier> identified = sorted(identifiers, Identifier::key);
        OrganizationNames names = new OrganizationNames(organizations.values(), currentIds(), identified);
        Instant end = Instant.now();
        String data = dataset.map(LoadedDataset::version).orElse("none");
        return new Snapshot(
                data + "+" + commit.name(),
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
                new RecordIndex(organizations.values(), summaries),
                movements.stream()
                        .sorted(Comparator.comparingLong(Movement::number))
                        .toList(),
                new LastRestrictions(),
                known);
    }

    private static <T> List<T> sorted(List<T> facts, Function<T, String> key) {
        return facts.stream().sorted(Comparator.comparing(key)).toList();
    }

    /** An organization may have been read before its successor was left out. */
    private void leaveOutUnknownSuccessors() {
        organizations.replaceAll((id, organization) -> {
            String successor = organization.successor();
            if (successor == null || organizations.containsKey(successor)) {
                return organization;
            }
            problems.add(GraphProblem.of(
                    "organization",
                    id,
                    new InvalidValue("successor", successor, "must be an organization of the graph"),
                    "it is left out"));
            return organization.living(organization.since(), organization.until(), null);
        });
    }

    private void leaveOutUnknownReplacements() {
        bans.replaceAll((id, ban) -> {
            List<String> known =
                    ban.replaces().stream().filter(bans::containsKey).toList();
            if (known.size() == ban.replaces().size()) {
                return ban;
            }
            List<String> unknown = new ArrayList<>(ban.replaces());
            unknown.removeAll(known);
            problems.add(GraphProblem.of(
                    "ban",
                    id,
                    new InvalidValue("replaces", unknown, "must be bans of the graph"),
                    "they are left out"));
            return ban.replacing(known);
        });
    }

    /** Where people wrote a former id into the graph that leads nowhere or to two organizations, the first by id has it. */
    private Map<String, String> currentIds() {
        Map<String, String> currentIds = new HashMap<>();
        for (String id : new TreeSet<>(organizations.keySet())) {
            for (String former : Objects.requireNonNull(organizations.get(id)).formerIds()) {
                String other = organizations.containsKey(former) ? former : currentIds.putIfAbsent(former, id);
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
        return currentIds;
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
        keep("organization", organization.id(), () -> {
            ties.add(organization);
            organizations.put(organization.id(), organization);
        });
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
        keep("tie", tie.id(), () -> {
            ties.add(tie);
            keepSummary(tie);
        });
    }

    @Override
    public void tie(Tie tie, int from, int to) {
        ties.add(tie, from, to);
        keepSummary(tie);
    }

    /** Of several ties with one id the graph keeps the first as well. */
    private void keepSummary(Tie tie) {
        if (tie.summary() != null && !tie.summary().isEmpty()) {
            summaries.putIfAbsent(tie.id(), tie.summary());
        }
    }

    @Override
    public void problem(GraphProblem problem) {
        problems.add(problem);
    }

    private void keep(String what, String id, Runnable keeping) {
        try {
            keeping.run();
        } catch (InvalidValue e) {
            problems.add(GraphProblem.ofWhole(what, id, e));
        }
    }
}
