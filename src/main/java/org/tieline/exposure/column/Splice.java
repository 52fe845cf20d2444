package org.tieline.exposure.column;

import java.util.Arrays;
import java.util.BitSet;

/**
 * How two sequences become one: the first, without some of its elements, and all elements of the second at given places
 * between them. Kept as runs, so that whole stretches of an array are copied at once.
 */
public final class Splice {
    /** Run r takes {@code lengths[r]} elements from {@code starts[r]} on, of the second sequence if its bit is set. */
    private final int[] starts;

    private final int[] lengths;
    private final BitSet ofSecond = new BitSet();
    private final int firstSize;
    private final int secondSize;
    private int runs;
    private int size;

    /**
     * @param firstSize the number of elements of the first sequence
     * @param removed the elements of the first that are left out
     * @param places for each element of the second, ascending, how many elements of the first stand before it
     */
    public Splice(int firstSize, BitSet removed, int[] places) {
        this.firstSize = firstSize;
        secondSize = places.length;
        int most = 2 * (removed.cardinality() + places.length) + 1;
        starts = new int[most];
        lengths = new int[most];
        int at = 0;
        for (int element = 0; element < places.length; element++) {
            keep(at, places[element], removed);
            at = places[element];
            run(element, 1, true);
        }
        keep(at, firstSize, removed);
    }

    private Splice(int firstSize, int secondSize, int most) {
        this.firstSize = firstSize;
        this.secondSize = secondSize;
        starts = new int[most];
        lengths = new int[most];
    }

    private void keep(int from, int to, BitSet removed) {
        int start = removed.nextClearBit(from);
        while (start < to) {
            int next = removed.nextSetBit(start);
            int end = next < 0 || next > to ? to : next;
            run(start, end - start, false);
            start = removed.nextClearBit(end);
        }
    }

    private void run(int start, int length, boolean second) {
        starts[runs] = start;
        lengths[runs] = length;
        ofSecond.set(runs, second);
        runs++;
        size += length;
    }

    /** The number of elements of the whole. */
    public int size() {
        return size;
    }

    /**
     * Fills an array with the elements of two others of its type.
     *
     * @param into {@link #size()} long
     */
    public <A> A elements(A first, A second, A into) {
        int at = 0;
        for (int run = 0; run < runs; run++) {
            System.arraycopy(ofSecond.get(run) ? second : first, starts[run], into, at, lengths[run]);
            at += lengths[run];
        }
        return into;
    }

    /** The elements of the whole that are marked in the sequence that they come from. */
    public BitSet marked(BitSet first, BitSet second) {
        BitSet marked = new BitSet(size);
        int at = 0;
        for (int run = 0; run < runs; run++) {
            BitSet from = ofSecond.get(run) ? second : first;
            int start = starts[run];
            int end = start + lengths[run];
            for (int i = from.nextSetBit(start); i >= 0 && i < end; i = from.nextSetBit(i + 1)) {
                marked.set(at + i - start);
            }
            at += lengths[run];
        }
        return marked;
    }

    /** How the marked elements alone become one sequence. */
    public Splice ofMarked(RankedBits first, RankedBits second) {
        Splice splice = new Splice(first.count(), second.count(), runs);
        for (int run = 0; run < runs; run++) {
            RankedBits from = ofSecond.get(run) ? second : first;
            int start = from.before(starts[run]);
            splice.run(start, from.before(starts[run] + lengths[run]) - start, ofSecond.get(run));
        }
        return splice;
    }

    /** For each element of the first its place in the whole; -1 if it is left out. */
    public int[] placesOfFirst() {
        int[] places = new int[firstSize];
        Arrays.fill(places, -1);
        fill(places, false);
        return places;
    }

    /** For each element of the second its place in the whole. */
    public int[] placesOfSecond() {
        int[] places = new int[secondSize];
        fill(places, true);
        return places;
    }

    private void fill(int[] places, boolean second) {
        int at = 0;
        for (int run = 0; run < runs; run++) {
            if (ofSecond.get(run) == second) {
                for (int i = 0; i < lengths[run]; i++) {
                    places[starts[run] + i] = at + i;
                }
            }
            at += lengths[run];
        }
    }
}
