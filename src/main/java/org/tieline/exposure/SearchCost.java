package org.tieline.exposure;

import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.LongAdder;

/**
 * The kinds of search, each with a count of what it has cost so far. It counts for the whole process, whatever snapshot was
 * searched and whoever asked, because they all share its processors.
 */
public enum SearchCost {
    /** What one organization reaches on one day. */
    REACH,

    /** What one organization reaches on up to {@value LaneFilter.Lanes#MOST} days. */
    SWEEP,

    /** All paths between two organizations. */
    PATHS;

    private final LongAdder count = new LongAdder();
    private final LongAdder nanoseconds = new LongAdder();

    /** How many searches have ended. */
    public long count() {
        return count.sum();
    }

    /** How long they took together. */
    public long nanoseconds() {
        return nanoseconds.sum();
    }

    /** The word for it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * To be called before each search, and in those that may take long: lets other threads have their turn, which searches
     * on virtual threads would else keep waiting, and ends the work of a thread that was interrupted because nobody waits
     * for it any more.
     *
     * @return the time, for {@link #ended}
     * @throws CancellationException if the thread was interrupted
     */
    static long turn() {
        Thread thread = Thread.currentThread();
        if (thread.isInterrupted()) {
            throw new CancellationException("the search was given up");
        }
        if (thread.isVirtual()) {
            Thread.yield();
        }
        return System.nanoTime();
    }

    /** @param begun by {@link System#nanoTime} */
    void ended(long begun) {
        count.increment();
        nanoseconds.add(System.nanoTime() - begun);
    }
}
