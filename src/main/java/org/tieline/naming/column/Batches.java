package org.tieline.naming.column;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Work on many things that know nothing of each other, by all cores; what comes of it is the same whatever their number. */
public final class Batches {
    /** So many wait at most until they are taken. */
    private static final int BATCH = 1 << 13;

    private Batches() {}

    /**
     * Takes what becomes of the numbers from 0, in their order, by this thread.
     *
     * @param work safe for any number of threads
     */
    public static <R> void inOrder(int size, IntFunction<? extends R> work, Consumer<? super R> taker) {
        for (int from = 0; from < size; from += BATCH) {
            IntStream.range(from, Math.min(from + BATCH, size))
                    .parallel()
                    .mapToObj(work)
                    .toList()
                    .forEach(taker);
        }
    }

    /** Sorts, and leaves equal ones in their order. {@link Arrays#parallelSort} takes one core alone where there are two. */
    public static <T> void sort(T[] all, Comparator<? super T> order) {
        int parts = Runtime.getRuntime().availableProcessors();
        IntStream.range(0, parts)
                .parallel()
                .forEach(part -> Arrays.sort(all, start(part, parts, all), start(part + 1, parts, all), order));
        // Does no more than merge what is sorted.
        Arrays.sort(all, order);
    }

    private static int start(int part, int parts, Object[] all) {
        return (int) ((long) all.length * part / parts);
    }
}
