package org.tieline.graph;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of {@link FactRows} as bytes, for who keeps them as a value in the graph. What is null is left out, which says the
 * same.
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
                writeText(out, text);
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
                    writeText(out, (String) text);
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

    /** Of any length, which a text of Java's own form has not. */
    private static void writeText(DataOutput out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
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
            case 's' -> text(in);
            case 'n' -> in.readLong();
            case 'd' -> in.readDouble();
            case 'f' -> in.readBoolean();
            case 'y' -> LocalDate.ofEpochDay(in.readLong());
            case 'l' -> {
                List<String> texts = new ArrayList<>();
                for (int left = in.readInt(); left > 0; left--) {
                    texts.add(text(in));
                }
                yield texts;
            }
            case 'm' -> read(in);
            default -> throw new IOException("unknown kind of value: " + kind);
        };
    }

    private static String text(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
