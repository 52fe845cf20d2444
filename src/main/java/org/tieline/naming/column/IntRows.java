package org.tieline.naming.column;

import java.util.Arrays;

/** Rows of ints, numbered from 0, of any length each; 4 bytes a row and 4 an int. */
public final class IntRows {
    /** Ints of row n in their order: {@code ints[starts[n]]} up to, not including, {@code ints[starts[n + 1]]}. */
    private final int[] starts;

    private final int[] ints;

    /**
     * @param ends where each row ends
     * @param ints of all rows, one row after the other
     */
    public IntRows(IntList ends, int[] ints) {
        starts = new int[ends.size() + 1];
        for (int row = 0; row < ends.size(); row++) {
            starts[row + 1] = ends.get(row);
        }
        this.ints = ints;
    }

    private IntRows(int[] starts, int[] ints) {
        this.starts = starts;
        this.ints = ints;
    }

    public int size() {
        return starts.length - 1;
    }

    public int count(int row) {
        return starts[row + 1] - starts[row];
    }

    public int get(int row, int i) {
        return ints[starts[row] + i];
    }

    /** Where a row starts among the ints of all rows. */
    public int start(int row) {
        return starts[row];
    }

    /** The ints of a row. */
    public int[] row(int row) {
        return Arrays.copyOfRange(ints, starts[row], starts[row + 1]);
    }

    /** The place in an ascending row of the first int that is not below another; the count of the row if there is none. */
    public int first(int row, int value) {
        int found = Arrays.binarySearch(ints, starts[row], starts[row + 1], value);
        return (found < 0 ? -found - 1 : found) - starts[row];
    }

    /** Whether an ascending row has an int. */
    public boolean has(int row, int value) {
        return Arrays.binarySearch(ints, starts[row], starts[row + 1], value) >= 0;
    }

    /**
     * Of each int below a bound the rows that have it.
     *
     * @param order the rows that are wanted, in any order
     * @return places in that order, ascending, each once
     */
    public IntRows inverted(int bound, int[] order) {
        int[] begun = new int[bound + 1];
        forEachOnce(order, (value, place) -> begun[value + 1]++);
        Arrays.parallelPrefix(begun, Integer::sum);
        int[] next = Arrays.copyOf(begun, begun.length);
        int[] places = new int[begun[bound]];
        forEachOnce(order, (value, place) -> places[next[value]++] = place);
        return new IntRows(begun, places);
    }

    private interface Each {
        void accept(int value, int place);
    }

    private void forEachOnce(int[] order, Each each) {
        for (int place = 0; place < order.length; place++) {
            for (int i = 0; i < count(order[place]); i++) {
                if (isFirst(order[place], i)) {
                    each.accept(get(order[place], i), place);
                }
            }
        }
    }

    private boolean isFirst(int row, int i) {
        for (int before = 0; before < i; before++) {
            if (get(row, before) == get(row, i)) {
                return false;
            }
        }
        return true;
    }
}
