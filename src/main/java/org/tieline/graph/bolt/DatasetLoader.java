package org.tieline.graph.bolt;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.neo4j.driver.TransactionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.graph.FactRows;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.LoadJournal.Standing;
import org.tieline.model.Dataset;
import org.tieline.model.DatasetSummary;
import org.tieline.model.FactSink.Feed;
import org.tieline.model.TielineException;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.scratch.Scratch;

/**
 * Makes the graph say what a data set says: writes what is new or different and removes what a former load wrote and the
 * data set no longer has. Loading the same data set again writes nothing. What a data set with a version says is kept
 * beside, as that release, for questions about it when the graph says something else.
 *
 * <p>What is few is written in one transaction: who reads by Cypher sees the graph before it or after it. What is more than a
 * transaction should hold is written down in the graph first and then done step by step, see {@link LoadJournal}; the snapshots
 * that answer stay those of before until the last step is done. Facts may come as a stream: memory is some forty bytes a fact, and a
 * step; what differs, and what is kept of a release, lies in the system's folder for such files.
 *
 * <p>What was made by hand stays, with one exception: where the data set has the id of something made by hand, the data set
 * wins. A row that a load wrote and a person changed since is only noticed when the data set's row changes too.
 */
public final class DatasetLoader {
    private static final Logger LOG = LoggerFactory.getLogger(DatasetLoader.class);

    private static final int ATTEMPTS = 3;

    /** No data set. */
    private static final Map<String, Object> NOTHING = Map.of("version", "", "sha256", "");

    private final Neo4j neo4j;
    private final Clock clock;
    private final Limits limits;
    private final HeldRows held;

    /**
     * How much a transaction may hold, and for how long nobody else touches a load of which nothing is heard.
     *
     * @param atOnce facts that are written or removed in one transaction: some kilobytes each, on the database's side
     * @param step facts of one step of a larger load
     * @param parts of a release, a megabyte each
     */
    record Limits(long atOnce, int step, int parts, Duration lease) {
        /** Some hundred megabytes at most, where a database of one gigabyte lets its transactions have 700. */
        static final Limits STANDARD = new Limits(20_000, 5_000, 8, Duration.ofMinutes(2));
    }

    public DatasetLoader(Neo4j neo4j, Clock clock) {
        this(neo4j, clock, Limits.STANDARD);
    }

    DatasetLoader(Neo4j neo4j, Clock clock, Limits limits) {
        this(neo4j, clock, limits, HeldRows.over(neo4j));
    }

    /**
     * For a database in this process, of which what a load compares is read without the network.
     *
     * @param held reads it
     */
    public DatasetLoader(Neo4j neo4j, Clock clock, HeldRows held) {
        this(neo4j, clock, Limits.STANDARD, held);
    }

    private DatasetLoader(Neo4j neo4j, Clock clock, Limits limits, HeldRows held) {
        this.neo4j = neo4j;
        this.clock = clock;
        this.limits = limits;
        this.held = held;
    }

    /**
     * Ends what a load that was killed has left: goes on with it if it had begun to change facts, else undoes it.
     *
     * @return whether there was something
     * @throws DatabaseUnavailable if the load is still under way, or the database cannot be reached
     */
    public boolean settle(Progress progress) {
        return journal().settle(progress);
    }

    private LoadJournal journal() {
        return new LoadJournal(neo4j, clock, new LoadLease(neo4j, limits.lease()));
    }

    /** As {@link #load(Feed, Progress)}, of a data set in memory. */
    public LoadReport load(Dataset dataset, Progress progress) {
        return load(Feed.of(dataset), progress);
    }

    /**
     * Loads; creates constraints and indexes first where they are missing. Reads what the graph holds while the facts come.
     *
     * @param facts gone through once, or again if another load comes between
     * @throws IllegalArgumentException if a fact names an organization, or a ban a source or another ban, that the data set does
     *     not have; nothing was changed then
     * @throws DatabaseUnavailable if another load is under way, or the database cannot be reached; nothing was changed then, or
     *     the load was written down and is gone on with by the next start or load
     * @throws TielineException if the facts are not sound; nothing was changed then
     */
    public LoadReport load(Feed facts, Progress progress) {
        Schema.apply(neo4j);
        LOG.info("Constraints and indexes are there");
        settle(progress);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<LoadReport> report = attempt(facts, progress);
            if (report.isPresent()) {
                return report.get();
            }
        }
        throw new DatabaseUnavailable(
                DatabaseUnavailable.Reason.LOADING, "others load data at the same time; try again", null);
    }

    /** Empty if another load came between. */
    private Optional<LoadReport> attempt(Feed facts, Progress progress) {
        Standing begun = standing(NOTHING);
        try (Scratch scratch = Scratch.ofSystem();
                LoadPlan plan = LoadPlan.comparing(held, facts.isReleased(), scratch, progress)) {
            DatasetSummary summary = facts.handTo(plan);
            plan.end();
            Map<String, Object> described = FactRows.of(summary);
            Standing before = standing(described);
            if (!before.isLoadedAs(begun)) {
                return Optional.empty();
            }
            boolean other = plan.changes() > 0 || !before.says(described);
            int parts = summary.isRelease() && !before.kept() ? plan.parts().count() : 0;
            Optional<LoadReport> report = Optional.of(plan.report());
            if (other || parts > 0) {
                report = write(new Work(journal(), described, before, plan, other, parts, progress));
            }
            report.ifPresent(done -> LOG.info("Loaded data set {}: {}", summary.version(), done));
            return report;
        }
    }

    private Optional<LoadReport> write(Work work) {
        Optional<LoadReport> report = isSmall(work) ? atOnce(work) : writtenDown(work);
        if (work.parts() > 0) {
            work.journal().sweep();
        }
        return report;
    }

    /**
     * One load that has something to do.
     *
     * @param described the data set or release, as the node of it has it but for the time
     * @param before what the graph said when it was compared
     * @param other whether the graph will say something else than before
     * @param parts how many are to be kept of the release
     */
    private record Work(
            LoadJournal journal,
            Map<String, Object> described,
            Standing before,
            LoadPlan plan,
            boolean other,
            int parts,
            Progress progress) {}

    private boolean isSmall(Work work) {
        return isFew(work) && work.parts() <= limits.parts();
    }

    private boolean isFew(Work work) {
        return work.plan().changes() <= limits.atOnce();
    }

    private Standing standing(Map<String, Object> described) {
        return neo4j.read(tx -> Standing.in(tx, described));
    }

    private Optional<LoadReport> atOnce(Work work) {
        return neo4j.write(tx -> {
            if (!isOpened(tx, work)) {
                return Optional.empty();
            }
            forEachPart(work, (place, content) -> work.journal().part(tx, place, content));
            return Optional.of(applied(tx, work));
        });
    }

    private static void forEachPart(Work work, BiConsumer<Integer, byte[]> taker) {
        if (work.parts() > 0) {
            work.plan().parts().forEach(taker);
        }
    }

    /** Whether the graph is as it was when it was compared; the load is closed again if not. */
    private static boolean isOpened(TransactionContext tx, Work work) {
        work.journal().lease().open(tx, work.described());
        if (Standing.in(tx, work.described()).equals(work.before())) {
            return true;
        }
        work.journal().lease().close(tx);
        return false;
    }

    /** All steps and what ends a load, in an opened one. */
    private LoadReport applied(TransactionContext tx, Work work) {
        GraphWriter writer = new GraphWriter(tx, false);
        List<String> kept = new ArrayList<>();
        AtomicLong done = new AtomicLong();
        work.plan().forEachStep(limits.step(), step -> {
            kept.addAll(LoadJournal.kept(step.kind(), writer.apply(step)));
            done.addAndGet(step.rows().size());
            work.progress()
                    .at(
                            Progress.CHANGES,
                            done.get(),
                            Math.max(done.get(), work.plan().changes()));
        });
        if (work.other()) {
            work.journal().writeDataset(tx, work.described());
        }
        if (work.parts() > 0) {
            work.journal().attach(tx, work.described());
        }
        work.journal().lease().close(tx);
        return work.plan().report().keeping(kept);
    }

    private Optional<LoadReport> writtenDown(Work work) {
        if (!neo4j.write(tx -> isOpened(tx, work))) {
            return Optional.empty();
        }
        LoadJournal journal = work.journal();
        try {
            forEachPart(work, (place, content) -> {
                neo4j.write(tx -> {
                    journal.lease().hold(tx);
                    journal.part(tx, place, content);
                    return place;
                });
                work.progress().at("parts of the release", place + 1L, work.parts());
            });
            if (isFew(work)) {
                return Optional.of(neo4j.write(tx -> {
                    journal.lease().hold(tx);
                    return applied(tx, work);
                }));
            }
            noteSteps(work);
        } catch (RuntimeException e) {
            tidy(journal::undo, e);
            throw e;
        }
        try {
            return Optional.of(journal.apply(work.progress()));
        } catch (RuntimeException e) {
            tidy(journal.lease()::release, e);
            throw e;
        }
    }

    private void noteSteps(Work work) {
        LoadJournal journal = work.journal();
        AtomicLong steps = new AtomicLong();
        AtomicLong rows = new AtomicLong();
        work.plan().forEachStep(limits.step(), step -> {
            work.plan().requireKnown(step);
            neo4j.write(tx -> {
                journal.lease().hold(tx);
                journal.note(tx, steps.get(), step);
                return steps;
            });
            steps.incrementAndGet();
            rows.addAndGet(step.rows().size());
            work.progress()
                    .at(
                            "changes written down",
                            rows.get(),
                            Math.max(rows.get(), work.plan().changes()));
        });
        neo4j.write(tx -> {
            journal.complete(tx, steps.get(), rows.get(), work.plan().report(), work.described(), work.parts() > 0);
            return steps;
        });
        work.progress().at(Progress.CHANGES, 0, rows.get());
    }

    /** What cannot be tidied now, the next load tidies. */
    private static void tidy(Runnable tidying, RuntimeException failure) {
        try {
            tidying.run();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /**
     * Keeps what a release held, so that it can be asked, and changes nothing else in the graph.
     *
     * @return whether it was not kept before
     * @throws DatabaseUnavailable if a load is under way, or the database cannot be reached; nothing was changed then
     */
    public boolean keep(Feed release) {
        Schema.apply(neo4j);
        settle(Progress.NONE);
        try (Scratch scratch = Scratch.ofSystem();
                LoadPlan plan = LoadPlan.keeping(scratch)) {
            Map<String, Object> described = FactRows.of(release.handTo(plan));
            plan.end();
            Standing before = standing(described);
            return !before.kept()
                    && write(new Work(
                                    journal(),
                                    described,
                                    before,
                                    plan,
                                    false,
                                    plan.parts().count(),
                                    Progress.NONE))
                            .isPresent();
        }
    }

    /** As {@link #keep(Feed)}, of a data set in memory. */
    public boolean keep(Dataset release) {
        return keep(Feed.of(release));
    }
}
