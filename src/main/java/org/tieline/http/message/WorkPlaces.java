package org.tieline.http.message;

import io.javalin.config.Key;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.MDC;

/**
 * Room for so many pieces of heavy work at once; what comes beyond that waits a while, first come first served, and is then
 * refused.
 *
 * <p>The work is done in platform threads. A virtual thread that computes gives way to nobody, and some dozen questions would
 * hold up everything else that the server has to do, to say that it is alive among it.
 */
public final class WorkPlaces {
    /** Those for searches, where routes find them. */
    public static final Key<WorkPlaces> SEARCHES = new Key<>("searches");

    /** Those for questions that may take many searches, so that others need not wait for these. */
    public static final Key<WorkPlaces> LARGE = new Key<>("large questions");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String what;
    private final int most;
    private final Duration patience;
    private final Semaphore free;

    /** Kept for a minute: to start one costs as much as to answer a small question. */
    private final ExecutorService threads;

    /** @param what the work in the plural, for a sentence and for the names of threads */
    public WorkPlaces(String what, int most) {
        this(what, most, PATIENCE);
    }

    public WorkPlaces(String what, int most, Duration patience) {
        this.what = what;
        this.most = most;
        this.patience = patience;
        free = new Semaphore(most, true);
        threads = Executors.newCachedThreadPool(
                Thread.ofPlatform().name(what).daemon().factory());
    }

    /** As many searches as there are processors, and two at least: more would need more memory and end no sooner. */
    public static WorkPlaces forSearches() {
        return asProcessors("searches");
    }

    /** As many large questions, in the same way. */
    public static WorkPlaces forLarge() {
        return asProcessors("large questions");
    }

    private static WorkPlaces asProcessors(String what) {
        return new WorkPlaces(what, Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    /** Work that may have something to show before it has ended. */
    @FunctionalInterface
    public interface Showing<T> {
        /** @param shown takes what there is to show; what is returned counts where nothing was shown before */
        T done(Consumer<T> shown) throws Exception;
    }

    /**
     * What was shown first.
     *
     * @param rest the work, which may go on; to be cancelled by who does not want it any more
     */
    public record Shown<T>(T first, Future<?> rest) {}

    /**
     * Does the work in a place, which it keeps until it has ended, also if nobody waits for it any more.
     *
     * @throws HttpRefusal if no place becomes free in time
     * @throws CancellationException if the thread is interrupted, which interrupts the work too
     */
    public <T> T within(Callable<T> work) throws Exception {
        return begin((Consumer<T> shown) -> work.call()).first();
    }

    /**
     * The same, but returns as soon as the work has something to show. Where nobody waits for that any more, it is closed if it is
     * {@link AutoCloseable}.
     *
     * @throws HttpRefusal if no place becomes free in time
     * @throws CancellationException if the thread is interrupted, which interrupts the work too
     */
    public <T> Shown<T> begin(Showing<T> work) throws Exception {
        try {
            if (!free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw refusal();
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
        CompletableFuture<T> first = new CompletableFuture<>();
        FutureTask<T> task =
                new FutureTask<>(marked(() -> {
                    T done = work.done(first::complete);
                    first.complete(done);
                    return done;
                })) {
                    @Override
                    protected void setException(Throwable failure) {
                        super.setException(failure);
                        first.completeExceptionally(failure);
                    }
                };
        start(task);
        try {
            return new Shown<>(first.get(), task);
        } catch (InterruptedException e) {
            task.cancel(true);
            first.thenAccept(WorkPlaces::close);
            throw interrupted();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        }
    }

    private static void close(Object shown) {
        if (shown instanceof AutoCloseable open) {
            try {
                open.close();
            } catch (Exception e) {
                throw new IllegalStateException("what nobody waits for could not be closed", e);
            }
        }
    }

    private void start(FutureTask<?> task) {
        boolean started = false;
        try {
            threads.execute(() -> {
                try {
                    task.run();
                } finally {
                    free.release();
                }
            });
            started = true;
        } finally {
            if (!started) {
                free.release();
            }
        }
    }

    /** The same work with the marks of the request on its lines in the log. */
    private static <T> Callable<T> marked(Callable<T> work) {
        Map<String, String> marks = MDC.getCopyOfContextMap();
        return () -> {
            MDC.setContextMap(marks == null ? Map.of() : marks);
            return work.call();
        };
    }

    private static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException("nobody waits for this answer any more");
    }

    private HttpRefusal refusal() {
        return new HttpRefusal(
                ProblemType.BUSY,
                "%d %s are under way, as many as may be, and none ended in time".formatted(most, what));
    }
}
