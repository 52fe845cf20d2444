package org.tieline.inquiry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.graph.GraphReader;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.spelling.Nearest;

/**
 * Keeps the newest snapshot. One thread looks at the database's last commit; when it has moved, a new snapshot is built
 * completely and then put in the place of the old one, which answers in the meantime. A request keeps the one it took.
 */
public final class Snapshots implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** A server locks out a user who tries a wrong password again and again. */
    private static final Duration PAUSE_WHEN_DENIED = Duration.ofSeconds(30);

    private final GraphReader reader;
    private final ScheduledExecutorService checks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("snapshot").daemon().factory());
    private volatile Snapshot current;

    /** When the reading of the current snapshot began, by {@link System#nanoTime}; guarded by this. */
    private long begun;

    /** Before which time no look is taken, by {@link System#nanoTime}; and the pause that leads to it. Of the one thread. */
    private long notBefore = System.nanoTime();

    private Duration backOff = Duration.ZERO;

    private volatile Health health = new Health(null, null, null);

    /**
     * How the keeping goes.
     *
     * @param checkedAt when the database last answered; null if it never did
     * @param failedSince since when it has not; null if the last check succeeded
     * @param failure what the last failed check said; null if it succeeded
     */
    public record Health(Instant checkedAt, Instant failedSince, String failure) {}

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
        checks.scheduleWithFixedDelay(() -> check(pause), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
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

    /** The newest snapshot, if one was taken yet. */
    public Optional<Snapshot> latest() {
        return Optional.ofNullable(current);
    }

    /** How the keeping goes. */
    public Health health() {
        return health;
    }

    /** Ids that are near to one that is not there; none if no snapshot was taken yet. */
    List<String> nearest(String id, Function<Snapshot, Map<String, ?>> byId) {
        return latest().map(snapshot -> Nearest.among(byId.apply(snapshot).keySet(), id))
                .orElse(List.of());
    }

    /**
     * Spares those who need the database itself the wait for one that is known not to answer.
     *
     * @throws DatabaseUnavailable if the last look at the database failed
     */
    void requireDatabase() {
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
        if (snapshot != null && snapshot.commit() == reader.lastCommit()) {
            return snapshot;
        }
        synchronized (this) {
            if (current == null || begun - asked < 0) {
                refresh();
            }
            return current;
        }
    }

    /** Takes a snapshot now if the database has moved on; for those who cannot wait for the next look. */
    public synchronized void refresh() {
        Snapshot before = current;
        if (before == null || before.commit() != reader.lastCommit()) {
            long beginning = System.nanoTime();
            current = SnapshotBuilder.take(reader);
            begun = beginning;
            LOG.debug("snapshot {} taken in {}", current.version(), current.took());
        }
        health = new Health(Instant.now(), null, null);
    }

    /** A failing look must not end the looking, whatever failed. */
    private void check(Duration pause) {
        if (System.nanoTime() - notBefore < 0) {
            return;
        }
        try {
            refresh();
            backOff = Duration.ZERO;
        } catch (RuntimeException e) {
            backOff = pauseAfter(e, backOff.isZero() ? pause : backOff);
            notBefore = System.nanoTime() + backOff.toNanos();
            Health before = health;
            if (before.failedSince() == null) {
                LOG.warn("the graph cannot be read: {}", e.getMessage());
            }
            Instant since = before.failedSince() == null ? Instant.now() : before.failedSince();
            health = new Health(before.checkedAt(), since, e.getMessage());
        }
    }

    private static Duration pauseAfter(RuntimeException failure, Duration before) {
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
