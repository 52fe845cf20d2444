package org.tieline.question;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.graph.GraphReader;
import org.tieline.model.TielineException;
import org.tieline.model.TielineException.DatabaseUnavailable;

/**
 * Keeps the newest snapshot. One thread looks at the database's last commit; when it has moved, a new snapshot is built
 * completely and then put in the place of the old one, which answers in the meantime. A request keeps the one it took.
 *
 * <p>The looking goes on whatever fails at a look, be it an {@link Error}: answers that grow old and nobody says so are worse
 * than a look that fails again. {@link #health} tells of it meanwhile.
 */
public final class Snapshots implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration READ_TIMEOUT = Duration.ofMinutes(10);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** A server locks out a user who tries a wrong password again and again. */
    private static final Duration PAUSE_WHEN_DENIED = Duration.ofSeconds(30);

    private final GraphReader reader;
    private final ScheduledExecutorService checks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("snapshot").daemon().factory());
    private final ReadReleases releases = new ReadReleases();
    private volatile @Nullable Snapshot current;

    /** When the reading of the current snapshot began, by {@link System#nanoTime}; guarded by this. */
    private long begun;

    /** Before which time no look is taken, by {@link System#nanoTime}; and the pause that leads to it. Of the one thread. */
    private long notBefore = System.nanoTime();

    private Duration backOff = Duration.ZERO;

    /** Whether names of all scripts can be read. What that needs takes seconds to start, and no request waits for it. */
    private boolean readsNames;

    private volatile Health health = new Health(null, null, null, false);
    private volatile boolean databaseGaveUp;
    private volatile Rebuilds rebuilds = new Rebuilds(0, 0, Duration.ZERO);

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
     */
    public record Rebuilds(long taken, long failed, Duration took) {}

    public Snapshots(GraphReader reader) {
        this.reader = reader;
    }

    /**
     * Starts to look for commits, at once and then after each pause. A database that is not there is looked for again, after
     * pauses that grow to five seconds; half a minute if it refuses the password.
     *
     * @param pause between the end of one look and the next
     */
    public void start(Duration pause) {
        checks.scheduleWithFixedDelay(() -> look(pause), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
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
     * A snapshot that holds every commit made before this call, taken now if there is none. Calls that wait for each other
     * share what the first of them takes.
     *
     * @throws DatabaseUnavailable if the database cannot be read
     */
    public Snapshot fresh() {
        long asked = System.nanoTime();
        Snapshot snapshot = current;
        if (snapshot != null && snapshot.commit().equals(reader.lastCommit())) {
            return snapshot;
        }
        try {
            // By the thread that nobody interrupts, whoever asks.
            checks.submit(() -> refreshUnlessBegunSince(asked)).get(READ_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
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

    /** @param asked by {@link System#nanoTime} */
    private synchronized void refreshUnlessBegunSince(long asked) {
        if (current == null || begun - asked < 0) {
            refresh();
        }
    }

    /** Takes a snapshot now if the database has moved on; for those who cannot wait for the next look. */
    public synchronized void refresh() {
        Snapshot before = current;
        if (before == null || !before.commit().equals(reader.lastCommit())) {
            long beginning = System.nanoTime();
            Snapshot taken = take();
            if (before != null) {
                taken.readyAs(before);
            }
            current = taken;
            begun = beginning;
            LOG.debug("snapshot {} taken in {}", taken.version(), taken.took());
        }
        health = new Health(Instant.now(), null, null, true);
    }

    private Snapshot take() {
        Rebuilds before = rebuilds;
        try {
            Snapshot taken = SnapshotBuilder.take(reader, releases);
            rebuilds = new Rebuilds(
                    before.taken() + 1, before.failed(), before.took().plus(taken.took()));
            return taken;
        } catch (RuntimeException | Error e) {
            rebuilds = new Rebuilds(before.taken(), before.failed() + 1, before.took());
            throw e;
        }
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
        if (System.nanoTime() - notBefore < 0) {
            return;
        }
        try {
            refresh();
            backOff = Duration.ZERO;
            databaseGaveUp = false;
            if (!readsNames) {
                current().names().index();
                readsNames = true;
            }
        } catch (RuntimeException | Error e) {
            backOff = pauseAfter(e, backOff.isZero() ? pause : backOff);
            notBefore = System.nanoTime() + backOff.toNanos();
            databaseGaveUp =
                    e instanceof DatabaseUnavailable gone && gone.reason() == DatabaseUnavailable.Reason.GIVEN_UP;
            failed(e);
        }
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
        try {
            if (!checks.awaitTermination(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("the snapshot thread did not end within {}", STOP_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
