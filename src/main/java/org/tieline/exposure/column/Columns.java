package org.tieline.exposure.column;

/** What is done with plain arrays as columns. */
public final class Columns {
    private Columns() {}

    /** @param order for each row of the new column the one of the old */
    public static int[] gathered(int[] column, int[] order) {
        int[] gathered = new int[order.length];
        for (int row = 0; row < order.length; row++) {
            gathered[row] = column[order[row]];
        }
        return gathered;
    }

    /** @param order for each row of the new column the one of the old */
    public static char[] gathered(char[] column, int[] order) {
        char[] gathered = new char[order.length];
        for (int row = 0; row < order.length; row++) {
            gathered[row] = column[order[row]];
        }
        return gathered;
    }
}
