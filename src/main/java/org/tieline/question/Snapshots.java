package org.tieline.question;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.graph.GraphReader;
import org.tieline.model.TielineException;
import org.tieline.model.TielineException.DatabaseUnavailable;

/**
 * Keeps the newest snapshot. One thread looks at the database's last commit; when it has moved, a new snapshot is built
 * completely and then put in the place of the old one, which answers in the meantime. A request keeps the one it took. While a
 * data set is loaded in several transactions none is taken, and the one of before answers.
 *
 * <p>The looking goes on whatever fails at a look, be it an {@link Error}: answers that grow old and nobody says so are worse
 * than a look that fails again. {@link #health} tells of it meanwhile.
 */
public final class Snapshots implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration READ_TIMEOUT = Duration.ofMinutes(10);

    /** How often a reader is asked that knows of commits without asking the database. */
    private static final Duration GLANCE = Duration.ofMillis(5);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** A server locks out a user who tries a wrong password again and again. */
    private static final Duration PAUSE_WHEN_DENIED = Duration.ofSeconds(30);

    private final GraphReader reader;
    private final ScheduledExecutorService checks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("snapshot").daemon().factory());
    private final LiveSnapshot live;

    /** Null if none is kept. */
    private final @Nullable KeptSnapshot kept;

    private final Set<String> reached = Collections.synchronizedSet(Collections.newSetFromMap(new Newest()));
    private volatile @Nullable Snapshot current;

    /** When the reading of the current snapshot began, by {@link System#nanoTime}; guarded by this. */
    private long begun;

    /** Before which time no look is taken, by {@link System#nanoTime}; and the pause that leads to it. Of the one thread. */
    private long notBefore = System.nanoTime();

    private Duration backOff = Duration.ZERO;

    /** Whether names are made ready to be found. It takes seconds, and no commit waits for it; a request that looks for one does. */
    private boolean readsNames;

    private volatile Health health = new Health(null, null, null, false);
    private volatile boolean databaseGaveUp;

    /** What is loaded in several transactions, in words, while the snapshot of before answers; null if nothing is. */
    private volatile @Nullable String waitsFor;

    private volatile Rebuilds rebuilds = new Rebuilds(0, 0, Duration.ZERO, 0);

    /**
     * How the keeping goes.
     *
     * @param checkedAt when the database last answered; null if it never did
     * @param failedSince since when it has not; null if the last check succeeded
     * @param failure what the last failed check said; null if it succeeded
     * @param answered whether the database answered the last check, be it that the check failed for another reason
     */
    public record Health(
            @Nullable Instant checkedAt,
            @Nullable Instant failedSince,
            @Nullable String failure,
            boolean answered) {}

    /**
     * What was taken since the start.
     *
     * @param taken how many snapshots were
     * @param failed how many could not be
     * @param took how long those that were taken took together
     * @param changed how many were made of the one before, by what commits changed; these are not among those taken
     */
    public record Rebuilds(long taken, long failed, Duration took, long changed) {
        Rebuilds changedOnce() {
            return new Rebuilds(taken, failed, took, changed + 1);
        }
    }

    /** Forgets what came first: who still names that is answered after a look at the database. */
    private static final class Newest extends LinkedHashMap<String, Boolean> {
        private static final int MOST = 1_000;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    }

    public Snapshots(GraphReader reader) {
        this(reader, null);
    }

    /** @param kept where the newest snapshot is kept for the next start; null for nowhere */
    public Snapshots(GraphReader reader, @Nullable KeptSnapshot kept) {
        this.reader = reader;
        live = new LiveSnapshot(reader);
        this.kept = kept;
    }

    /**
     * Starts to look for commits, at once and then after each pause. A database that is not there is looked for again, after
     * pauses that grow to five seconds; half a minute if it refuses the password. Where the reader knows of commits by itself,
     * it is asked every few milliseconds, and the database is when it knows of one.
     *
     * @param pause between the end of one look and the next
     */
    public void start(Duration pause) {
        Duration between = live.follows() && pause.compareTo(GLANCE) > 0 ? GLANCE : pause;
        checks.scheduleWithFixedDelay(() -> look(pause), 0, between.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * The newest snapshot.
     *
     * @throws DatabaseUnavailable if none could be taken yet
     */
    public Snapshot current() {
        Snapshot snapshot = current;
        if (snapshot == null) {
            String failure = health.failure();
            throw new DatabaseUnavailable(
                    failure == null ? "the graph is still being read" : "the graph could not be read yet: " + failure,
                    null);
        }
        return snapshot;
    }

    /**
     * Whether nobody has committed anything since a snapshot was taken.
     *
     * @throws DatabaseUnavailable if the database cannot be reached
     */
    public boolean isNewest(Snapshot snapshot) {
        return reader.lastCommit().equals(snapshot.commit());
    }

    /** The newest snapshot, if one was taken yet. */
    public Optional<Snapshot> latest() {
        return Optional.ofNullable(current);
    }

    /** How many things in the graph are badly made and left out, as far as the newest snapshot tells; 0 before the first. */
    public int problems() {
        return latest().map(snapshot -> snapshot.problems().size()).orElse(0);
    }

    /** How the keeping goes. */
    public Health health() {
        return health;
    }

    /** Whether the database said, when it was last asked, that it does nothing more until it is started again. */
    public boolean hasDatabaseGivenUp() {
        return databaseGaveUp;
    }

    /** The load that is waited for, in words, while the snapshot of before it answers; null if there is none. */
    public @Nullable String waitsFor() {
        return waitsFor;
    }

    /** What was taken since the start. */
    public Rebuilds rebuilds() {
        return rebuilds;
    }

    /**
     * Spares those who need the database itself the wait for one that is known not to answer.
     *
     * @throws DatabaseUnavailable if the last look at the database failed
     */
    public void requireDatabase() {
        Health seen = health;
        if (seen.failedSince() != null) {
            throw new DatabaseUnavailable(
                    "the database has not answered since %s: %s".formatted(seen.failedSince(), seen.failure()), null);
        }
    }

    /**
     * A snapshot that holds every commit made before this call, taken now if there is none; while a data set is loaded in
     * several transactions, the one of before. Calls that wait for each other share what the first of them takes.
     *
     * @throws DatabaseUnavailable if the database cannot be read
     */
    public Snapshot fresh() {
        return fresh(READ_TIMEOUT);
    }

    private Snapshot fresh(Duration patience) {
        long asked = System.nanoTime();
        Snapshot snapshot = current;
        if (snapshot != null && snapshot.commit().equals(reader.newestCommit())) {
            return snapshot;
        }
        try {
            // By the thread that nobody interrupts, whoever asks.
            checks.submit(() -> refreshUnlessBegunSince(asked)).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return current();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("the reading of the graph is no longer waited for", e);
        } catch (TimeoutException | RejectedExecutionException e) {
            throw new DatabaseUnavailable("the graph could not be read in time", e);
        }
    }

    /**
     * Sees to it that {@link #current} is of the state that somebody saw, or of a later one: of states that were seen here nothing
     * is asked; for any other all that was committed anywhere before this call is read.
     *
     * @param version what a snapshot of this database called itself, here or in another process
     * @throws DatabaseUnavailable if the database cannot be read in time
     */
    public void reach(String version, Duration patience) {
        if (!reached.contains(version)) {
            fresh(patience);
            reached.add(version);
        }
    }

    /** @param asked by {@link System#nanoTime} */
    private synchronized void refreshUnlessBegunSince(long asked) {
        if (current == null || begun - asked < 0) {
            refresh();
        }
    }

    /** Takes a snapshot now if the database has moved on; for those who cannot wait for the next look. */
    public synchronized void refresh() {
        Snapshot before = current;
        if (before != null && before.commit().equals(reader.lastCommit())) {
            waitsFor = null;
        } else {
            replace(this::next);
        }
        health = new Health(Instant.now(), null, null, true);
    }

    /** Puts a newer one in the place of the current one, which stays while a data set is loaded. */
    private void replace(Supplier<Snapshot> newer) {
        Snapshot before = current;
        long beginning = System.nanoTime();
        try {
            Snapshot next = newer.get();
            if (before != null) {
                next.readyAs(before);
            }
            current = next;
            begun = beginning;
            waitsFor = null;
            reached.add(next.version());
            LOG.debug("snapshot {} made in {}", next.version(), next.took());
        } catch (DatabaseUnavailable e) {
            if (before == null || e.reason() != DatabaseUnavailable.Reason.LOADING) {
                throw e;
            }
            waitsFor = e.getMessage();
        }
    }

    private Snapshot next() {
        Optional<Snapshot> changed = live.changed();
        if (changed.isPresent()) {
            rebuilds = rebuilds.changedOnce();
            return changed.get();
        }
        Optional<Snapshot> read = current == null && kept != null ? live.read(kept) : Optional.empty();
        return read.orElseGet(this::rebuilt);
    }

    private Snapshot rebuilt() {
        Rebuilds before = rebuilds;
        try {
            Snapshot taken = live.whole();
            rebuilds = new Rebuilds(
                    before.taken() + 1, before.failed(), before.took().plus(taken.took()), before.changed());
            return taken;
        } catch (RuntimeException | Error e) {
            if (e instanceof DatabaseUnavailable gone && gone.reason() == DatabaseUnavailable.Reason.LOADING) {
                throw gone;
            }
            rebuilds = new Rebuilds(before.taken(), before.failed() + 1, before.took(), before.changed());
            throw e;
        }
    }

    /** One from the file answers at once, but unless it goes on nobody can tell what a commit changes in it: so the graph is read meanwhile. */
    private synchronized void readBehindFile() {
        if (live.follows() && waitsFor == null && !live.goesOn()) {
            replace(this::rebuilt);
        }
    }

    private synchronized void keep(KeptSnapshot file) {
        Snapshot newest = current();
        file.look(newest, reader, () -> live.origins(newest));
    }

    /** An executor ends what is done again and again at the first throwable that gets out, and tells nobody. */
    private void look(Duration pause) {
        try {
            check(pause);
        } catch (Throwable e) {
            // Even telling of the failure failed; what fails again can be told then.
            notBefore = System.nanoTime() + LONGEST_PAUSE.toNanos();
        }
    }

    private void check(Duration pause) {
        if (System.nanoTime() - notBefore < 0 && !hasMoved()) {
            return;
        }
        try {
            refresh();
            notBefore = System.nanoTime() + (live.follows() ? pause.toNanos() : 0);
            backOff = Duration.ZERO;
            databaseGaveUp = false;
            readBehindFile();
            if (!readsNames) {
                readsNames = true;
                Thread.ofPlatform()
                        .daemon()
                        .name("names")
                        .priority(Thread.MIN_PRIORITY)
                        .start(this::makeNames);
            }
            if (kept != null) {
                keep(kept);
            }
        } catch (RuntimeException | Error e) {
            backOff = pauseAfter(e, backOff.isZero() ? pause : backOff);
            notBefore = System.nanoTime() + backOff.toNanos();
            databaseGaveUp =
                    e instanceof DatabaseUnavailable gone && gone.reason() == DatabaseUnavailable.Reason.GIVEN_UP;
            failed(e);
        }
    }

    /** Once more if organizations got other names meanwhile. */
    private void makeNames() {
        while (!current().names().isMade()) {
            current().names().index();
        }
    }

    /** Whether a commit is known of; not after a failure or during a load, when each look may be one too many. */
    private boolean hasMoved() {
        Snapshot snapshot = current;
        return backOff.isZero() && waitsFor == null && snapshot != null && reader.hasMoved(snapshot.commit());
    }

    private void failed(Throwable failure) {
        Health before = health;
        String words = failure instanceof TielineException ? failure.getMessage() : failure.toString();
        Instant since = before.failedSince() == null ? Instant.now() : before.failedSince();
        health = new Health(before.checkedAt(), since, words, !(failure instanceof DatabaseUnavailable));
        if (before.failedSince() != null) {
            return;
        }
        if (failure instanceof Error) {
            LOG.error("the graph cannot be read; it is tried again", failure);
        } else {
            LOG.warn("the graph cannot be read: {}", words);
        }
    }

    private static Duration pauseAfter(Throwable failure, Duration before) {
        if (failure instanceof DatabaseUnavailable gone && gone.reason() == DatabaseUnavailable.Reason.DENIED) {
            return PAUSE_WHEN_DENIED;
        }
        Duration doubled = before.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /** Waits for a look that is under way: an interrupt would close the files of an embedded database under it. */
    @Override
    public void close() {
        checks.shutdown();
        if (kept != null) {
            kept.close();
        }
        try {
            if (!checks.awaitTermination(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("the snapshot thread did not end within {}", STOP_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
