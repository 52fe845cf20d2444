package org.tieline.exposure.column;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** Small numbers from 0 on by row, of sixteen bits each until one needs more. Grows; once it is full, safe for any number of threads. */
public final class CodeColumn {
    private static final int INITIAL = 1 << 10;
    private static final char[] NONE = {};
    private static final int[] NO_WIDE = {};

    private char[] narrow;

    /** In place of {@link #narrow} once a code needs more than sixteen bits; without elements before. */
    private int[] wide;

    private int size;

    /** Without rows. */
    public CodeColumn() {
        this(new char[INITIAL], NO_WIDE, 0);
    }

    private CodeColumn(char[] narrow, int[] wide, int size) {
        this.narrow = narrow;
        this.wide = wide;
        this.size = size;
    }

    /** The code of a row. */
    public int get(int row) {
        return wide.length == 0 ? narrow[row] : wide[row];
    }

    /** The number of rows. */
    public int size() {
        return size;
    }

    /** Adds a row. */
    public void add(int code) {
        if (wide.length == 0 && code > Character.MAX_VALUE) {
            wide = widened(Math.max(narrow.length, INITIAL));
            narrow = NONE;
        }
        if (wide.length == 0) {
            narrow = size == narrow.length ? Arrays.copyOf(narrow, Math.max(INITIAL, longer(size))) : narrow;
            narrow[size++] = (char) code;
        } else {
            wide = size == wide.length ? Arrays.copyOf(wide, longer(size)) : wide;
            wide[size++] = code;
        }
    }

    /** Changes a row; not while others read. */
    public void set(int row, int code) {
        if (wide.length == 0 && code > Character.MAX_VALUE) {
            wide = widened(Math.max(size, 1));
            narrow = NONE;
        }
        if (wide.length == 0) {
            narrow[row] = (char) code;
        } else {
            wide[row] = code;
        }
    }

    private int[] widened(int length) {
        int[] all = new int[length];
        for (int row = 0; row < size; row++) {
            all[row] = get(row);
        }
        return all;
    }

    /** Half as much again, as far as an array may go. */
    static int longer(int length) {
        return (int) Math.min(Integer.MAX_VALUE - 8L, length + (length >> 1) + 16L);
    }

    /** The same rows, without room for more. */
    public CodeColumn trimmed() {
        return wide.length == 0
                ? new CodeColumn(Arrays.copyOf(narrow, size), NO_WIDE, size)
                : new CodeColumn(NONE, Arrays.copyOf(wide, size), size);
    }

    /**
     * Rows of this column in another order.
     *
     * @param order for each row of the new column the one of this
     */
    public CodeColumn gathered(int[] order) {
        if (wide.length == 0) {
            return new CodeColumn(Gather.gathered(narrow, order), NO_WIDE, order.length);
        }
        return new CodeColumn(NONE, Gather.gathered(wide, order), order.length);
    }

    /** This and another column joined. */
    public CodeColumn joined(CodeColumn second, Splice splice) {
        int rows = splice.size();
        if (wide.length == 0 && second.wide.length == 0) {
            return new CodeColumn(splice.elements(narrow, second.narrow, new char[rows]), NO_WIDE, rows);
        }
        int[] first = wide.length == 0 ? widened(size) : wide;
        int[] other = second.wide.length == 0 ? second.widened(second.size) : second.wide;
        return new CodeColumn(NONE, splice.elements(first, other, new int[rows]), rows);
    }

    /** What it takes, in bytes. */
    public long bytes() {
        return (long) Character.BYTES * narrow.length + (long) Integer.BYTES * wide.length;
    }

    /** Writes it. */
    public void write(DataOutputStream out) throws IOException {
        out.writeBoolean(wide.length > 0);
        if (wide.length == 0) {
            Packed.write(out, narrow, size);
        } else {
            Packed.write(out, wide, size);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static CodeColumn read(DataInputStream in) throws IOException {
        if (in.readBoolean()) {
            int[] wide = Packed.ints(in);
            return new CodeColumn(NONE, wide, wide.length);
        }
        char[] narrow = Packed.chars(in);
        return new CodeColumn(narrow, NO_WIDE, narrow.length);
    }
}
