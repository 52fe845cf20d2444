package org.tieline.graph;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of {@link FactRows} as bytes, for who keeps them as a value in the graph or puts them aside. What is null is left out,
 * which says the same.
 */
public final class StoredRows {
    private StoredRows() {}

    /**
     * Writes a row.
     *
     * @param whole whether days and the fingerprint are written too: the texts of dates beside them and all else say as much
     */
    public static void write(DataOutput out, Map<String, Object> row, boolean whole) throws IOException {
        List<Map.Entry<String, Object>> said = row.entrySet().stream()
                .filter(entry -> entry.getValue() != null && (whole || !isRepeated(entry)))
                .toList();
        out.writeInt(said.size());
        for (Map.Entry<String, Object> entry : said) {
            out.writeUTF(entry.getKey());
            writeValue(out, entry.getValue(), whole);
        }
    }

    private static boolean isRepeated(Map.Entry<String, Object> entry) {
        return entry.getValue() instanceof LocalDate || entry.getKey().equals("fingerprint");
    }

    private static void writeValue(DataOutput out, Object value, boolean whole) throws IOException {
        switch (value) {
            case String text -> {
                out.writeByte('s');
                RecordForm.writeText(text, out);
            }
            case Long number -> {
                out.writeByte('n');
                out.writeLong(number);
            }
            case Double number -> {
                out.writeByte('d');
                out.writeDouble(number);
            }
            case Boolean flag -> {
                out.writeByte('f');
                out.writeBoolean(flag);
            }
            case LocalDate day -> {
                out.writeByte('y');
                out.writeLong(day.toEpochDay());
            }
            case List<?> texts -> {
                out.writeByte('l');
                out.writeInt(texts.size());
                for (Object text : texts) {
                    RecordForm.writeText((String) text, out);
                }
            }
            case Map<?, ?> map -> {
                out.writeByte('m');
                Map<String, Object> named = new LinkedHashMap<>();
                map.forEach((name, each) -> named.put((String) name, each));
                write(out, named, whole);
            }
            default -> throw new IllegalStateException("a fact has a value of " + value.getClass());
        }
    }

    /** A row by itself, as {@link #write} writes it. */
    public static byte[] bytes(Map<String, Object> row, boolean whole) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(new DataOutputStream(bytes), row, whole);
        } catch (IOException e) {
            throw new UncheckedIOException("a row could not be held in memory", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #bytes} made.
     *
     * @throws UncheckedIOException if it is no row
     */
    public static Map<String, Object> of(byte[] bytes) {
        try {
            return read(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException("a row that was kept cannot be read", e);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static Map<String, Object> read(DataInput in) throws IOException {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            row.put(in.readUTF(), value(in));
        }
        return row;
    }

    private static Object value(DataInput in) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case 's' -> RecordForm.readText(in);
            case 'n' -> in.readLong();
            case 'd' -> in.readDouble();
            case 'f' -> in.readBoolean();
            case 'y' -> LocalDate.ofEpochDay(in.readLong());
            case 'l' -> {
                List<String> texts = new ArrayList<>();
                for (int left = in.readInt(); left > 0; left--) {
                    texts.add(RecordForm.readText(in));
                }
                yield texts;
            }
            case 'm' -> read(in);
            default -> throw new IOException("unknown kind of value: " + kind);
        };
    }
}
