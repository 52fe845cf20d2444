package org.tieline.question;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.exposure.ExposureSearch;
import org.tieline.exposure.TieGraph;
import org.tieline.graph.GraphChange;
import org.tieline.graph.GraphFollower;
import org.tieline.graph.GraphProblem;
import org.tieline.graph.GraphReader;
import org.tieline.graph.GraphSink;
import org.tieline.graph.LoadedDataset;
import org.tieline.model.Ban;
import org.tieline.model.Identifier;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;
import org.tieline.naming.NamedOrganization;
import org.tieline.question.SnapshotBuilder.FormerIds;
import org.tieline.question.SnapshotBuilder.Taken;
import org.tieline.question.SnapshotBuilder.Unclear;

/**
 * The newest snapshot of a graph, which becomes the next by what commits changed where the reader can tell that, and is taken
 * anew otherwise. Both give the same snapshot. For one thread at a time.
 */
final class LiveSnapshot {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSnapshot.class);

    private final GraphReader reader;
    private final ReadReleases releases = new ReadReleases();
    private final @Nullable GraphFollower follower;
    private @Nullable Taken taken;

    /** The file from which the first snapshot was read, until it is known whether its sentences are as they were written. */
    private @Nullable OfFile ofFile;

    private @Nullable String told;

    /** A copy of a graph that has grown by changes, in the making; null most of the time. */
    private @Nullable Copying copying;

    /** A file from which a snapshot was read, and the comparing of its sentences with their checksums, beside the answers. */
    private record OfFile(KeptSnapshot file, FutureTask<Boolean> sound, Thread comparing) {
        static OfFile of(KeptSnapshot file, TieGraph graph) {
            FutureTask<Boolean> sound = new FutureTask<>(graph::areTextsSound);
            return new OfFile(
                    file,
                    sound,
                    Thread.ofPlatform().name("snapshot-sentences").daemon().unstarted(sound));
        }

        /** Whether all was compared; begins with it if nobody has. */
        boolean isCompared() {
            if (comparing.getState() == Thread.State.NEW) {
                comparing.start();
            }
            return sound.isDone();
        }

        boolean isSound() {
            return sound.state() == Future.State.SUCCESS && sound.resultNow();
        }
    }

    /** What is copied beside the snapshots, and the changes that were made since, in their order. */
    private record Copying(FutureTask<TieGraph> copy, Queue<TieGraph.Changes> since) {
        /** With fewer than so many changes to be made anew the copy takes the place of what it was made of. */
        private static final int FEW = 3;

        static Copying of(TieGraph graph) {
            Queue<TieGraph.Changes> since = new ConcurrentLinkedQueue<>();
            FutureTask<TieGraph> copy = new FutureTask<>(() -> {
                TieGraph copied = graph.copied();
                while (since.size() > FEW) {
                    copied = copied.changed(Objects.requireNonNull(since.poll()));
                }
                return copied;
            });
            Thread.ofPlatform().name("snapshot-copy").daemon().start(copy);
            return new Copying(copy, since);
        }
    }

    LiveSnapshot(GraphReader reader) {
        this.reader = reader;
        follower = reader.follow().orElse(null);
    }

    /** Whether commits can be followed one by one. */
    boolean follows() {
        return follower != null;
    }

    /**
     * The snapshot after the changes that were committed since the last; empty if all must be read.
     *
     * @throws org.tieline.model.TielineException.DatabaseUnavailable if the database cannot be reached
     */
    Optional<Snapshot> changed() {
        Taken before = taken;
        if (follower == null || before == null) {
            return Optional.empty();
        }
        // Whatever fails on the way, the next one is read whole.
        taken = null;
        Instant begin = Instant.now();
        Snapshot snapshot = before.snapshot();
        Optional<GraphChange> change = follower.changes(new KnownFacts(snapshot));
        if (change.isEmpty()) {
            follower.failure().ifPresent(this::tell);
            return Optional.empty();
        }
        Optional<Taken> next = new Changed(before, change.get(), begin).next();
        taken = next.orElse(null);
        return next.map(Taken::snapshot);
    }

    private record KnownFacts(Snapshot snapshot) implements GraphFollower.Known {
        @Override
        public @Nullable Organization organization(String id) {
            return snapshot.organizations().get(id);
        }

        @Override
        public boolean hasSource(String id) {
            return snapshot.sources().containsKey(id);
        }
    }

    /**
     * The snapshot of the graph as it stands by a file and what was committed since; empty if there is no such file, or too much was. It
     * becomes the next by changes where the file says from which nodes of the database it is.
     *
     * @throws org.tieline.model.TielineException.DatabaseUnavailable if the database cannot be reached
     */
    Optional<Snapshot> read(KeptSnapshot file) {
        KeptSnapshot.Found found = file.read(reader, follower, releases).orElse(null);
        if (found == null) {
            return Optional.empty();
        }
        Snapshot snapshot = found.taken().snapshot();
        ofFile = OfFile.of(file, snapshot.search().graph());
        taken = found.goesOn() ? found.taken() : null;
        return found.goesOn() && !snapshot.commit().equals(reader.lastCommit())
                ? changedSince(file)
                : Optional.of(snapshot);
    }

    /** With a file that is of no use there is none any more. */
    private Optional<Snapshot> changedSince(KeptSnapshot file) {
        Optional<Snapshot> changed = Optional.empty();
        try {
            changed = changed();
        } finally {
            if (changed.isEmpty()) {
                LOG.info(
                        "the kept snapshot is not used and the graph read instead: nothing tells all that was committed since");
                file.discard();
            }
        }
        return changed;
    }

    /**
     * Whether the last snapshot can become the next by changes, as far as one can tell before they are known. Not if it was read from a
     * file of a graph in which something is wrong: the file says what, and not where. To be called again and again, as the sentences of
     * a file are compared meanwhile: if one is damaged, the file is deleted, and all must be read.
     */
    boolean goesOn() {
        OfFile read = ofFile;
        if (read != null && read.isCompared()) {
            ofFile = null;
            if (!read.isSound()) {
                LOG.warn("the kept snapshot is damaged; it is deleted and the graph is read instead");
                read.file.discard();
                taken = null;
            }
        }
        return taken != null;
    }

    /** From which nodes of the database the facts of the last snapshot are; empty if that is not known, or something is wrong in the graph. */
    Optional<GraphFollower.Origins> origins(Snapshot last) {
        return follower == null || !last.problems().isEmpty() ? Optional.empty() : follower.origins(last.commit());
    }

    /**
     * A snapshot of all that the graph holds now.
     *
     * @throws org.tieline.model.TielineException.DatabaseUnavailable if the database cannot be reached
     */
    Snapshot whole() {
        taken = null;
        ofFile = null;
        copying = null;
        Consumer<GraphSink> reading = follower == null ? reader::read : follower::read;
        Taken whole = SnapshotBuilder.take(reader, reading, releases);
        taken = whole;
        return whole.snapshot();
    }

    /** Once for each reason: it may be the same after every commit. */
    private void tell(String failure) {
        if (!failure.equals(told)) {
            LOG.warn("the graph is read as a whole after each commit, as nothing tells what changed: {}", failure);
            told = failure;
        }
    }

    /** One snapshot on its way to the next. */
    private final class Changed {
        private final Taken before;
        private final Snapshot snapshot;
        private final GraphChange change;
        private final Instant begin;

        /** As in {@link Unclear}, after the change. */
        private final Map<String, Organization> heirless;

        Changed(Taken before, GraphChange change, Instant begin) {
            this.before = before;
            this.snapshot = before.snapshot();
            this.change = change;
            this.begin = begin;
            heirless = new HashMap<>(before.unclear().heirless());
        }

        /** Empty if something changed that other facts hang on in a way that only a whole reading tells. */
        Optional<Taken> next() {
            Map<String, Organization> organizations = organizations();
            Set<String> tiesGone = tiesGone();
            if (!areTiesClear(tiesGone, organizations)) {
                LOG.debug("the graph is read anew: ties changed that have the ids of others, or no ends");
                return Optional.empty();
            }
            Map<String, Source> sources =
                    ChangedMap.of(snapshot.sources(), change.sourcesGone(), byId(change.sources(), Source::id));
            ExposureSearch search = search(tiesGone, organizations);
            List<GraphProblem> ofBans = new ArrayList<>();
            TreeMap<String, Ban> bans = bans(ofBans);
            FormerIds formerIds = formerIds(organizations);
            List<Identifier> identifiers =
                    change.identifiedGone().isEmpty() && change.identifiers().isEmpty()
                            ? snapshot.identifiers()
                            : replaced(
                                    snapshot.identifiers(),
                                    each -> change.identifiedGone().contains(each.organization()),
                                    change.identifiers(),
                                    Identifier::key);
            List<SubscriberCount> subscribers =
                    change.countedGone().isEmpty() && change.subscribers().isEmpty()
                            ? snapshot.subscribers()
                            : replaced(
                                    snapshot.subscribers(),
                                    each -> change.countedGone().contains(each.organization()),
                                    change.subscribers(),
                                    SubscriberCount::key);
            List<GraphProblem> problems = new ArrayList<>(change.problems());
            heirless.values().forEach(organization -> problems.add(SnapshotBuilder.heirless(organization)));
            problems.addAll(before.unclear().ofTies());
            problems.addAll(ofBans);
            problems.addAll(formerIds.problems());
            boolean renamed = isRenamed(organizations);
            Optional<LoadedDataset> dataset =
                    change.notes() == null ? snapshot.dataset() : change.notes().dataset();
            Instant end = Instant.now();
            Snapshot next = new Snapshot(
                    SnapshotBuilder.version(dataset, change.commit()),
                    change.commit(),
                    end,
                    Duration.between(begin, end),
                    dataset,
                    search,
                    organizations,
                    bans,
                    sources,
                    List.copyOf(problems),
                    change.memberships() == null ? snapshot.memberships() : List.copyOf(change.memberships()),
                    identifiers,
                    subscribers,
                    organizations == snapshot.organizations() && identifiers == snapshot.identifiers()
                            ? snapshot.names()
                            : snapshot.names()
                                    .changed(
                                            organizations.values(),
                                            renamed,
                                            formerIds.current(),
                                            identifiers == snapshot.identifiers() ? null : identifiers),
                    change.notes() == null
                            ? snapshot.movements()
                            : SnapshotBuilder.sorted(change.notes().movements()),
                    bans == snapshot.bans() && sources == snapshot.sources()
                            ? snapshot.lastRestrictions()
                            : new LastRestrictions(),
                    change.notes() == null
                            ? snapshot.releases()
                            : new Releases(change.notes().releases(), reader, releases));
            Unclear unclear =
                    new Unclear(before.unclear().ties(), before.unclear().ofTies(), heirless, ofBans);
            return Optional.of(new Taken(next, unclear, formerIds));
        }

        private Map<String, Organization> organizations() {
            if (change.organizationsGone().isEmpty() && change.organizations().isEmpty()) {
                return snapshot.organizations();
            }
            heirless.keySet().removeAll(change.organizationsGone());
            Map<String, Organization> read = byId(change.organizations(), Organization::id);
            Map<String, Organization> all = ChangedMap.of(snapshot.organizations(), change.organizationsGone(), read);
            Map<String, Organization> kept = new HashMap<>();
            read.forEach((id, organization) -> {
                boolean isHeirless = organization.successor() != null && !all.containsKey(organization.successor());
                if (isHeirless) {
                    heirless.put(id, organization);
                }
                kept.put(id, isHeirless ? SnapshotBuilder.withoutSuccessor(organization) : organization);
            });
            // Those that were heirless may have an heir now.
            heirless.values().removeIf(organization -> {
                boolean hasHeir = all.containsKey(organization.successor());
                if (hasHeir) {
                    kept.put(organization.id(), organization);
                }
                return hasHeir;
            });
            kept.values()
                    .removeIf(organization ->
                            organization.equals(snapshot.organizations().get(organization.id())));
            Set<String> gone = new HashSet<>(change.organizationsGone());
            gone.removeAll(read.keySet());
            return ChangedMap.of(snapshot.organizations(), gone, kept);
        }

        private Set<String> tiesGone() {
            Set<String> gone = new HashSet<>();
            TieGraph graph = snapshot.search().graph();
            change.tiesGone().forEach(between -> gone.addAll(graph.tieIds(between.from(), between.to())));
            return gone;
        }

        private boolean areTiesClear(Set<String> gone, Map<String, Organization> organizations) {
            Set<String> ids = new HashSet<>();
            TieGraph graph = snapshot.search().graph();
            for (Tie tie : change.ties()) {
                boolean clear = ids.add(tie.id())
                        && (gone.contains(tie.id()) || !graph.hasTie(tie.id()))
                        && organizations.containsKey(tie.from())
                        && organizations.containsKey(tie.to());
                if (!clear) {
                    return false;
                }
            }
            ids.addAll(gone);
            return Collections.disjoint(before.unclear().ties(), ids);
        }

        private ExposureSearch search(Set<String> tiesGone, Map<String, Organization> after) {
            List<Organization> living = new ArrayList<>();
            List<Organization> added = new ArrayList<>();
            Set<String> removed = new HashSet<>();
            for (String id : change.organizationsGone()) {
                if (!after.containsKey(id)) {
                    removed.add(id);
                }
            }
            Set<String> ofOtherKind = new HashSet<>();
            for (Organization read : change.organizations()) {
                Organization earlier = snapshot.organizations().get(read.id());
                if (earlier == null) {
                    added.add(read);
                } else if (earlier.kind() != read.kind()) {
                    added.add(read);
                    removed.add(read.id());
                    ofOtherKind.add(read.id());
                } else if (!Objects.equals(earlier.since(), read.since())
                        || !Objects.equals(earlier.until(), read.until())) {
                    living.add(read);
                }
            }
            Map<String, @Nullable PartialDate> dates = dates();
            boolean same = tiesGone.isEmpty()
                    && change.ties().isEmpty()
                    && living.isEmpty()
                    && added.isEmpty()
                    && removed.isEmpty()
                    && dates.isEmpty();
            if (same) {
                return snapshot.search();
            }
            TieGraph graph = snapshot.search().graph();
            Map<String, Tie> more = byId(change.ties(), Tie::id);
            Set<String> without = new HashSet<>(tiesGone);
            graph.tiesOf(ofOtherKind).forEach((id, tie) -> {
                if (without.add(id)) {
                    more.put(id, tie);
                }
            });
            return new ExposureSearch(
                    graphAfter(graph, new TieGraph.Changes(without, more.values(), dates, living, added, removed)));
        }

        private Map<String, @Nullable PartialDate> dates() {
            Map<String, @Nullable PartialDate> dates = new HashMap<>();
            change.sourcesGone().forEach(id -> dates.put(id, null));
            change.sources().forEach(source -> dates.put(source.id(), source.published()));
            dates.entrySet().removeIf(date -> {
                Source earlier = snapshot.sources().get(date.getKey());
                return earlier != null && Objects.equals(earlier.published(), date.getValue());
            });
            return dates;
        }

        private TreeMap<String, Ban> bans(List<GraphProblem> problems) {
            if (change.bans() == null) {
                problems.addAll(before.unclear().ofBans());
                return snapshot.bans();
            }
            Map<String, Ban> read = byId(change.bans(), Ban::id);
            TreeMap<String, Ban> bans = new TreeMap<>();
            read.forEach((id, ban) -> bans.put(id, SnapshotBuilder.knownReplacements(ban, read.keySet(), problems)));
            return bans;
        }

        private FormerIds formerIds(Map<String, Organization> after) {
            boolean mayDiffer = change.organizations().stream().anyMatch(read -> !Optional.ofNullable(
                            snapshot.organizations().get(read.id()))
                    .map(Organization::formerIds)
                    .equals(Optional.of(read.formerIds())));
            boolean same = !mayDiffer && after.keySet().containsAll(change.organizationsGone());
            return same ? before.formerIds() : SnapshotBuilder.formerIds(after);
        }

        private boolean isRenamed(Map<String, Organization> after) {
            return !after.keySet().containsAll(change.organizationsGone())
                    || change.organizations().stream().anyMatch(read -> {
                        Organization earlier = snapshot.organizations().get(read.id());
                        return earlier == null || !NamedOrganization.of(earlier).equals(NamedOrganization.of(read));
                    });
        }
    }

    /** The graph after changes; a large one that has grown by many is copied meanwhile, and the copy then goes on in its place. */
    private TieGraph graphAfter(TieGraph graph, TieGraph.Changes changes) {
        Copying current = copying;
        TieGraph next;
        if (current != null && current.copy.isDone()) {
            copying = null;
            next = copied(current, graph);
            for (TieGraph.Changes each : next == graph ? List.<TieGraph.Changes>of() : current.since) {
                next = next.changed(each);
            }
            next = next.changed(changes);
        } else {
            next = graph.changed(changes);
            if (current != null) {
                current.since.add(changes);
            }
        }
        if (copying == null && next.isGrown()) {
            copying = Copying.of(next);
        }
        return next;
    }

    /** The graph itself if the copy failed. */
    private static TieGraph copied(Copying done, TieGraph graph) {
        try {
            return done.copy.get();
        } catch (ExecutionException e) {
            LOG.warn("the graph could not be copied beside the answers", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return graph;
    }

    private static <T> Map<String, T> byId(Collection<T> facts, Function<T, String> id) {
        return facts.stream().collect(Collectors.toMap(id, Function.identity(), (one, other) -> one, HashMap::new));
    }

    /** A sorted list without some facts and with others. */
    private static <T> List<T> replaced(List<T> facts, Predicate<T> gone, Collection<T> more, Function<T, String> key) {
        List<T> kept = facts.stream().filter(gone.negate()).toList();
        List<T> replaced = new ArrayList<>(kept.size() + more.size());
        int done = 0;
        for (var each : new TreeMap<>(byId(more, key)).entrySet()) {
            int place = SnapshotBuilder.place(kept, each.getKey(), key);
            replaced.addAll(kept.subList(done, place));
            replaced.add(each.getValue());
            done = place;
        }
        replaced.addAll(kept.subList(done, kept.size()));
        return Collections.unmodifiableList(replaced);
    }
}
