package org.tieline.exposure.column;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The distinct values of a column by code, from 0 on. Safe for any number of threads once nothing is added any more. */
public final class NumberTable {
    private final Map<Long, Integer> codes;
    private long[] values;
    private int size;

    /** Without values. */
    public NumberTable() {
        codes = new HashMap<>();
        values = new long[16];
    }

    /** With the values of another, to which more can be added. */
    public NumberTable(NumberTable other) {
        codes = new HashMap<>(other.codes);
        values = other.values.clone();
        size = other.size;
    }

    /** The code of a value; adds it if it is new. */
    public int code(long value) {
        Integer known = codes.get(value);
        if (known != null) {
            return known;
        }
        values = size == values.length ? Arrays.copyOf(values, 2 * size) : values;
        values[size] = value;
        codes.put(value, size);
        return size++;
    }

    /** The value of a code. */
    public long value(int code) {
        return values[code];
    }

    /** Writes it. */
    void write(DataOutputStream out) throws IOException {
        Packed.write(out, values, size);
    }

    /** Reads what {@link #write} wrote. */
    static NumberTable read(DataInputStream in) throws IOException {
        NumberTable table = new NumberTable();
        for (long value : Packed.longs(in)) {
            table.code(value);
        }
        return table;
    }
}
