package org.tieline.graph.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Facts on their way from the thread that reads them to those that import them, some hundred at once. */
final class FactBatches {
    private static final int BATCH = 500;
    private static final int MOST_BATCHES = 16;
    private static final long LOOK_MILLIS = 200;

    /** Comes after the last, and stays for all who ask. */
    private static final List<Object> END = List.of();

    private final BlockingQueue<List<Object>> queue = new ArrayBlockingQueue<>(MOST_BATCHES);
    private final AtomicBoolean stopped;
    private List<Object> filling = new ArrayList<>(BATCH);

    /** @param stopped whether nobody takes or gives any more */
    FactBatches(AtomicBoolean stopped) {
        this.stopped = stopped;
    }

    /**
     * Gives one, and waits while too many are on their way.
     *
     * @throws CancellationException if nobody takes them any more
     */
    void put(Object fact) {
        filling.add(fact);
        if (filling.size() == BATCH) {
            flush();
        }
    }

    /** Gives what was not given yet, and tells that no more come. */
    void end() {
        if (!filling.isEmpty()) {
            flush();
        }
        offer(END);
    }

    private void flush() {
        offer(filling);
        filling = new ArrayList<>(BATCH);
    }

    private void offer(List<Object> batch) {
        try {
            while (!queue.offer(batch, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (stopped.get()) {
                    throw new CancellationException("the import was given up");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while facts are imported");
        }
    }

    /**
     * Takes some, and waits for them. For many threads.
     *
     * @return null if no more come, or all was given up
     */
    @Nullable
    List<Object> take() {
        try {
            List<Object> batch = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            while (batch == null && !stopped.get()) {
                batch = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
            if (batch == END && !stopped.get()) {
                queue.put(END);
            }
            return batch == END || stopped.get() ? null : batch;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while facts are waited for");
        }
    }
}
