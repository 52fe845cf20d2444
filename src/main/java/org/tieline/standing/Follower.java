package org.tieline.standing;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;
import org.tieline.standing.Journal.Outcome;

/**
 * Follows a graph for those who subscribed: looks at each new snapshot and each day's turn what happened, and delivers it. One
 * thread looks and another delivers, so that who answers slowly keeps nobody from being told of what is new. Of all servers on one
 * database one does so at a time, by its {@link Lease}.
 */
public final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);
    private static final int AT_ONCE = 32;

    /** A database that refuses to be written to need not be asked twice a second. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    /** How often is looked at least whether another server made something ready, or left it. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    private final Snapshots snapshots;
    private final Journal journal;
    private final SubscriptionStore store;
    private final Lease lease;
    private final Sweep sweep;
    private final Clock clock;
    private final DeliveryTimes times;
    private final WebhookSender sender;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("follow").daemon().factory());
    private final ScheduledExecutorService deliveries = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("deliver").daemon().factory());
    private final Counts counts;

    /** Of the one thread that looks; null before it looked. */
    private @Nullable Snapshot followed;

    /** Before which time no look is taken, after one that failed. */
    private Instant notBefore = Instant.MIN;

    private boolean complained;

    private volatile boolean closing;

    private volatile Instant nextDue = Instant.MIN;

    /** What was delivered since the start. */
    public static final class Counts {
        private final AtomicLong taken = new AtomicLong();
        private final AtomicLong failed = new AtomicLong();
        private final AtomicLong ended = new AtomicLong();
        private final BooleanSupplier working;
        private volatile long waiting;

        /** Of a server that delivers nothing. */
        public Counts() {
            this(() -> false);
        }

        private Counts(BooleanSupplier working) {
            this.working = working;
        }

        /** Whether this server, of all on its database, works for those who subscribed. */
        public boolean isWorking() {
            return working.getAsBoolean();
        }

        /** Events that were taken. */
        public long taken() {
            return taken.get();
        }

        /** Tries that failed. */
        public long failed() {
            return failed.get();
        }

        /** Subscriptions that ended because nobody takes their events. */
        public long ended() {
            return ended.get();
        }

        /** Events that waited when somebody looked last. */
        public long waiting() {
            return waiting;
        }
    }

    /**
     * Prepares to follow.
     *
     * @param anyAddress whether events may be delivered to addresses that are not of the public internet
     */
    public Follower(Neo4j neo4j, Snapshots snapshots, Clock clock, DeliveryTimes times, boolean anyAddress) {
        this.snapshots = snapshots;
        this.clock = clock;
        this.times = times;
        journal = new Journal(neo4j, clock);
        store = new SubscriptionStore(neo4j);
        lease = new Lease(neo4j, times.lease());
        counts = new Counts(() -> lease.left().isPositive());
        sweep = new Sweep(store, lease);
        sender = new WebhookSender(times, anyAddress);
    }

    public Counts counts() {
        return counts;
    }

    /** @param pause between the end of one look and the next */
    public void start(Duration pause) {
        looks.scheduleWithFixedDelay(this::look, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        deliveries.scheduleWithFixedDelay(this::deliver, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Records the newest snapshot if its facts are others than those that were recorded last.
     *
     * @return whether something was written, so that there is a newer one
     */
    public boolean record() {
        Snapshot newest = snapshots.current();
        return journal.follow(newest, () -> snapshots.isNewest(newest)) == Outcome.RECORDED;
    }

    /** What fails here is tried again at the next look; an executor would end at the first throwable. */
    void look() {
        try {
            Snapshot newest = snapshots.latest().orElse(null);
            if (newest == null || clock.instant().isBefore(notBefore)) {
                return;
            }
            if (newest != followed) {
                if (journal.follow(newest, () -> snapshots.isNewest(newest)) != Outcome.KNOWN) {
                    return;
                }
                followed = newest;
                // Another server may have made something ready.
                nextDue = Instant.MIN;
            }
            if (sweep.of(newest, clock.instant(), () -> snapshots.isNewest(newest))) {
                nextDue = Instant.MIN;
            }
            complained = false;
        } catch (Lease.Anothers e) {
            LOG.debug("events are not looked for: {}", e.getMessage());
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    private void failed(Throwable failure) {
        notBefore = clock.instant().plus(PAUSE_AFTER_FAILURE);
        if (failure instanceof DatabaseUnavailable) {
            LOG.debug("events cannot be looked for: {}", failure.getMessage());
        } else if (!complained) {
            complained = true;
            LOG.warn("events cannot be looked for; it is tried again", failure);
        }
    }

    void deliver() {
        try {
            Instant now = clock.instant();
            if (now.isBefore(nextDue)) {
                return;
            }
            // What is due is read under the lease, or it may have been delivered by the one who had it before.
            if (store.isAnyDue(now) && lease.take()) {
                deliver(store.due(now), lease.term());
            }
            counts.waiting = store.waiting();
            Instant next = store.nextDue();
            Instant latest = clock.instant().plus(LONGEST_PAUSE);
            nextDue = next == null || next.isAfter(latest) ? latest : next;
        } catch (DatabaseUnavailable e) {
            LOG.debug("events cannot be delivered: {}", e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.warn("events cannot be delivered; it is tried again", e);
            nextDue = clock.instant().plus(LONGEST_PAUSE);
        }
    }

    /** Each to its own receiver, several receivers at once. */
    private void deliver(List<DueSubscription> due, Lease.Term term) {
        Semaphore places = new Semaphore(AT_ONCE);
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(subscription -> each.execute(() -> {
                places.acquireUninterruptibly();
                try {
                    deliver(subscription, term);
                } catch (Lease.Anothers e) {
                    LOG.warn("a delivery to {} comes again: {}", subscription.id(), e.getMessage());
                } catch (RuntimeException e) {
                    LOG.warn("a delivery could not be kept: {}", e.toString());
                } finally {
                    places.release();
                }
            }));
        }
    }

    /** In their order, until one is not taken, or the next may take longer than this server has the lease for sure. */
    private void deliver(DueSubscription subscription, Lease.Term term) {
        List<String> taken = new ArrayList<>();
        String failure = null;
        for (Delivery delivery : subscription.deliveries()) {
            if (closing || lease.left().compareTo(times.whole()) < 0) {
                break;
            }
            int status = 0;
            try {
                status = sender.send(subscription.url(), subscription.secret(), delivery, clock.instant());
                failure = isTaken(status) ? null : refusal(status);
            } catch (IOException e) {
                failure = e.getMessage();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            if (status == HttpURLConnection.HTTP_GONE) {
                end(subscription, "its address says that it is gone", term);
                return;
            }
            if (failure != null) {
                break;
            }
            taken.add(delivery.id());
        }
        counts.taken.addAndGet(taken.size());
        if (failure != null || !taken.isEmpty()) {
            went(subscription, taken, failure, term);
        }
    }

    private void went(DueSubscription subscription, List<String> taken, @Nullable String failure, Lease.Term term) {
        Instant now = clock.instant();
        if (failure != null) {
            counts.failed.incrementAndGet();
            if (taken.isEmpty() && times.isOver(subscription.failingSince(), now)) {
                end(subscription, "it failed since %s: %s".formatted(subscription.failingSince(), failure), term);
                return;
            }
        }
        long tries = taken.isEmpty() ? subscription.tries() : 0;
        store.went(subscription, taken, failure, now, failure == null ? null : times.next(now, tries), term);
    }

    private void end(DueSubscription subscription, String why, Lease.Term term) {
        store.end(subscription.id(), term);
        LOG.warn("the subscription {} ends: {}", subscription.id(), why);
        counts.ended.incrementAndGet();
    }

    private static boolean isTaken(int status) {
        return status >= HttpURLConnection.HTTP_OK && status < HttpURLConnection.HTTP_MULT_CHOICE;
    }

    private static String refusal(int status) {
        return status >= HttpURLConnection.HTTP_MULT_CHOICE && status < HttpURLConnection.HTTP_BAD_REQUEST
                ? "it answers %d, and redirects are not followed".formatted(status)
                : "it answers " + status;
    }

    /** Waits for a delivery that is under way; what was not kept of it is sent again, by another server if there is one. */
    @Override
    public void close() {
        closing = true;
        looks.shutdown();
        deliveries.shutdown();
        try {
            if (!looks.awaitTermination(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                    || !deliveries.awaitTermination(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("what follows the graph did not end within {}", STOP_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sender.close();
        try {
            lease.release();
        } catch (RuntimeException e) {
            LOG.debug("another server waits until the lease ends: {}", e.getMessage());
        }
    }
}
