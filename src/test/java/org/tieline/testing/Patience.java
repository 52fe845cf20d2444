package org.tieline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * How a test waits: for the thing itself, and never so short that a machine which has much else to do fails it. The bound is
 * there for what never comes.
 */
public final class Patience {
    /** How long anything may take at most; only what is broken does. */
    public static final Duration LONGEST = Duration.ofMinutes(5);

    /** The same, in milliseconds, for sockets and pages. */
    public static final int LONGEST_MILLIS = Math.toIntExact(LONGEST.toMillis());

    private static final Duration PAUSE = Duration.ofMillis(20);

    private Patience() {}

    /** Waits until something is so. What the condition throws ends the wait. */
    public static void await(Callable<Boolean> condition) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!holds(condition)) {
            assertThat(System.nanoTime() - end).as("gave up waiting").isNegative();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean holds(Callable<Boolean> condition) {
        try {
            return condition.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Waits for what is under way elsewhere. */
    public static <T> T get(Future<T> future) throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    }

    /** Waits for a latch; whether it was opened. */
    public static boolean await(CountDownLatch latch) throws InterruptedException {
        return latch.await(LONGEST.toSeconds(), TimeUnit.SECONDS);
    }

    /** Waits for a process to end; whether it did. */
    public static boolean await(Process process) throws InterruptedException {
        return process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
    }

    /** Kills a process and waits until it is gone. */
    public static void kill(Process process) {
        process.destroyForcibly()
                .onExit()
                .orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
