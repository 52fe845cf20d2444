package org.tieline.graph.bolt;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Ends work that waits for a database which neither answers nor hangs up, as one does whose machine was halted or cut off.
 * The driver has no such limit: its own time-outs are for opening connections, and the server's for a server that runs.
 */
final class DatabaseTimeout {
    private DatabaseTimeout() {}

    /** Thrown when the time is over, or the caller was interrupted. */
    static final class Passed extends RuntimeException {
        private Passed(String message) {
            super(message);
        }
    }

    /**
     * Does the work in a thread of its own, whose interruption makes the driver give up the connection that it waits for.
     *
     * @throws Passed if the work did not end in time; it is on its way to end then
     */
    static <T> T within(Duration atMost, Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread.ofVirtual().name("database").start(task);
        try {
            return task.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new Passed("there was no answer within %s s".formatted(seconds(atMost)));
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new Passed("the wait for an answer was interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** Without zeros at the end. */
    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
