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
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.tieline.model.Ban;
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
    private static final int PART = 1 << 20;

    private static final int BUFFER = 1 << 16;
    private static final char END = '.';

    private KeptFacts() {}

    /** What a row speaks of. */
    public enum Kind {
        ORGANIZATION('o'),
        IDENTIFIER('i'),
        COUNT('c'),
        SOURCE('s'),
        BAN('b'),
        MEMBERSHIP('m'),
        TIE('t');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        /** Of a fact; empty for what is not kept, as a country is named by others only. */
        public static Optional<Kind> of(Object fact) {
            return switch (fact) {
                case Organization organization -> Optional.of(ORGANIZATION);
                case Identifier identifier -> Optional.of(IDENTIFIER);
                case SubscriberCount count -> Optional.of(COUNT);
                case Source source -> Optional.of(SOURCE);
                case Ban ban -> Optional.of(BAN);
                case Membership membership -> Optional.of(MEMBERSHIP);
                case Tie tie -> Optional.of(TIE);
                default -> Optional.empty();
            };
        }
    }

    /** The bytes of the next part of all {@link #piece pieces}; none if there is no other. */
    public static byte[] nextPart(InputStream written) throws IOException {
        return written.readNBytes(PART);
    }

    /** How many parts so many bytes make. */
    public static int parts(long bytes) {
        return Math.toIntExact((bytes + PART - 1) / PART);
    }

    /**
     * Some rows of one kind, compressed by themselves. Pieces of all kinds in the order of {@link Kind}, one after the
     * other and with the {@link #end} behind them, can be read back. The same rows give the same bytes.
     */
    public static byte[] piece(Kind kind, Iterable<Map<String, Object>> rows) {
        return compressed(out -> {
            for (Map<String, Object> row : rows) {
                write(out, kind, row);
            }
        });
    }

    /** What comes after the last piece. */
    public static byte[] end() {
        return compressed(out -> out.writeChar(END));
    }

    private static void write(DataOutputStream out, Kind kind, Map<String, Object> row) throws IOException {
        out.writeChar(kind.letter);
        StoredRows.write(out, row, false);
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
     * @throws UncheckedIOException if the parts are not those of pieces with their end, all of them in their order
     */
    public static void handTo(Collection<byte[]> parts, RawGraphSink raw) {
        List<ByteArrayInputStream> streams =
                parts.stream().map(ByteArrayInputStream::new).toList();
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(new Whole(streams), PART / 16)))) {
            for (char kind = in.readChar(); kind != END; kind = in.readChar()) {
                hand(kind, StoredRows.read(in), raw);
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
}
