package org.tieline.exposure.column;

/** Puts plain arrays as columns in another order. */
public final class Gather {
    private Gather() {}

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
