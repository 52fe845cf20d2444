package org.tieline.graph;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.tieline.model.Ban;
import org.tieline.model.Dataset;
import org.tieline.model.Identifier;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/**
 * All that a data set says, as a few compressed values that the graph keeps of each release, so that it can be asked when the
 * graph has moved on. They hold the rows of {@link FactRows}, and are read back as the properties of a graph are.
 */
public final class KeptFacts {
    /** Bytes of one value: a database reads a value whole. */
    public static final int PART = 1 << 20;

    /** The kinds of facts in the order in which they are read: what others name comes before them. */
    public static final String KINDS = "oicsbmt";

    /** The kind of what is not kept, as a country is named by others only. */
    public static final char NONE = '-';

    private static final char END = '.';

    private KeptFacts() {}

    /** The same facts give the same bytes. */
    public static List<byte[]> of(Dataset dataset) {
        byte[] whole = compressed(out -> {
            write(out, 'o', dataset.organizations().stream().map(FactRows::of)::iterator);
            write(out, 'i', dataset.identifiers().stream().map(FactRows::of)::iterator);
            write(out, 'c', dataset.subscribers().stream().map(FactRows::of)::iterator);
            write(out, 's', dataset.sources().stream().map(FactRows::of)::iterator);
            write(out, 'b', dataset.bans().stream().map(FactRows::of)::iterator);
            write(out, 'm', dataset.memberships().stream().map(FactRows::of)::iterator);
            write(out, 't', dataset.ties().stream().map(FactRows::of)::iterator);
            out.writeChar(END);
        });
        List<byte[]> parts = new ArrayList<>();
        for (int from = 0; from < whole.length; from += PART) {
            parts.add(Arrays.copyOfRange(whole, from, Math.min(from + PART, whole.length)));
        }
        return parts;
    }

    /** Which of the {@link #KINDS} a fact is, or {@link #NONE}. */
    public static char kind(Object fact) {
        return switch (fact) {
            case Organization organization -> 'o';
            case Identifier identifier -> 'i';
            case SubscriberCount count -> 'c';
            case Source source -> 's';
            case Ban ban -> 'b';
            case Membership membership -> 'm';
            case Tie tie -> 't';
            default -> NONE;
        };
    }

    /**
     * Some rows of one kind, compressed by themselves. Pieces of all kinds in their order, one after the other and with the
     * {@link #end} behind them, can be read as what {@link #of} gives, in parts of any size.
     */
    public static byte[] piece(char kind, Iterable<Map<String, Object>> rows) {
        return compressed(out -> write(out, kind, rows));
    }

    /** What comes after the last piece. */
    public static InputStream end() {
        return new ByteArrayInputStream(compressed(out -> out.writeChar(END)));
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] compressed(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("facts could not be kept in memory", e);
        }
        return bytes.toByteArray();
    }

    /** Several parts as one; it says that more may come, as otherwise a piece that ends with its part would pass for the last. */
    private static final class Whole extends SequenceInputStream {
        Whole(List<ByteArrayInputStream> parts) {
            super(Collections.enumeration(parts));
        }

        @Override
        public int available() throws IOException {
            return Math.max(1, super.available());
        }
    }

    /**
     * Hands the facts over, as a reader of the graph does.
     *
     * @throws UncheckedIOException if the parts are not those that {@link #of} made, all of them in their order
     */
    public static void handTo(Collection<byte[]> parts, RawGraphSink raw) {
        List<ByteArrayInputStream> streams =
                parts.stream().map(ByteArrayInputStream::new).toList();
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(new Whole(streams), PART / 16)))) {
            for (char kind = in.readChar(); kind != END; kind = in.readChar()) {
                hand(kind, map(in), raw);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what a release held cannot be read", e);
        }
    }

    private static void hand(char kind, Map<String, Object> row, RawGraphSink raw) throws IOException {
        Map<String, Object> properties = FactRows.properties(row);
        Supplier<String> element = () -> String.valueOf(row.get("id"));
        switch (kind) {
            case 'o' ->
                raw.organization(
                        List.of("Organization", (String) row.get("kind")),
                        properties,
                        joined(row, "successor"),
                        element);
            case 'i' -> raw.identifier((String) row.get("organization"), row, properties);
            case 'c' -> raw.subscribers((String) row.get("organization"), properties, row);
            case 's' -> raw.source(properties, element);
            case 'b' ->
                raw.ban(
                        properties,
                        joined(row, "government"),
                        joined(row, "country"),
                        joined(row, "targets"),
                        joined(row, "replaces"),
                        joined(row, "sources"),
                        element);
            case 'm' -> raw.membership((String) row.get("country"), (String) row.get("bloc"), properties);
            case 't' ->
                raw.tie(
                        type(Objects.requireNonNull(row.get("type"))),
                        (String) row.get("from"),
                        (String) row.get("to"),
                        properties);
            default -> throw new IOException("unknown kind of fact: " + kind);
        }
    }

    static TieType type(Object text) throws IOException {
        return Arrays.stream(TieType.values())
                .filter(type -> type.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IOException("unknown type of tie: " + text));
    }

    /** Sorted, as a reader of the graph has what a node is joined to. */
    private static List<String> joined(Map<String, Object> row, String name) {
        return switch (row.get(name)) {
            case null -> List.of();
            case List<?> list -> list.stream().map(String.class::cast).sorted().toList();
            case Object one -> List.of((String) one);
        };
    }

    private static void write(DataOutputStream out, char kind, Iterable<Map<String, Object>> rows) throws IOException {
        for (Map<String, Object> row : rows) {
            out.writeChar(kind);
            writeMap(out, row);
        }
    }

    /** Without nulls, which say nothing, and days, which repeat what a text says. */
    static void writeMap(DataOutputStream out, Map<String, Object> map) throws IOException {
        List<Map.Entry<String, Object>> said = map.entrySet().stream()
                .filter(entry -> entry.getValue() != null && !(entry.getValue() instanceof LocalDate))
                .toList();
        out.writeInt(said.size());
        for (Map.Entry<String, Object> entry : said) {
            out.writeUTF(entry.getKey());
            writeValue(out, entry.getValue());
        }
    }

    private static void writeValue(DataOutputStream out, Object value) throws IOException {
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
                writeMap(out, named);
            }
            default -> throw new IllegalStateException("a fact has a value of " + value.getClass());
        }
    }

    /** Of any length, which a text of Java's own form has not. */
    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static Map<String, Object> map(DataInputStream in) throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            map.put(in.readUTF(), value(in));
        }
        return map;
    }

    private static Object value(DataInputStream in) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case 's' -> text(in);
            case 'n' -> in.readLong();
            case 'd' -> in.readDouble();
            case 'f' -> in.readBoolean();
            case 'l' -> {
                List<String> texts = new ArrayList<>();
                for (int left = in.readInt(); left > 0; left--) {
                    texts.add(text(in));
                }
                yield texts;
            }
            case 'm' -> map(in);
            default -> throw new IOException("unknown kind of value: " + kind);
        };
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
