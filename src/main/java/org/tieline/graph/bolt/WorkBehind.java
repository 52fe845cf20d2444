package org.tieline.graph.bolt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Work that a thread of its own does, one piece after the other; who hands over more than a few pieces waits. For one thread. */
final class WorkBehind implements AutoCloseable {
    private static final int LONGEST_END_SECONDS = 60;

    private final ExecutorService thread;
    private final int most;
    private final Deque<Future<?>> pieces = new ArrayDeque<>();

    /** @param most pieces that are not done yet */
    WorkBehind(String name, int most) {
        this.most = most;
        thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** Hands over a piece. What a former one threw, this throws. */
    void hand(Runnable piece) {
        while (pieces.size() >= most) {
            await(pieces.remove());
        }
        pieces.add(thread.submit(piece));
    }

    /** Waits until all is done, and throws what a piece threw. */
    void end() {
        while (!pieces.isEmpty()) {
            await(pieces.remove());
        }
    }

    /** Waits for a piece, and throws what it threw. */
    static void await(Future<?> piece) {
        try {
            piece.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("a load is no longer waited for");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e);
        }
    }

    /** Forgets what was not begun, and waits for what was. */
    @Override
    public void close() {
        pieces.forEach(piece -> piece.cancel(false));
        stop(thread);
    }

    /** Waits a minute at most until a thread that is to end has ended. */
    static void stop(ExecutorService thread) {
        thread.shutdown();
        try {
            thread.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
