package org.tieline.graph.bulk;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.graph.bulk.ImportedEntity.OfRelationship;
import org.tieline.scratch.Scratch;
import org.tieline.scratch.Spool;

/** Relationships that came with a node and are imported after all nodes; written first, read afterwards, by many threads each. */
final class WaitingRelationships {
    private static final int BATCH = 1_000;

    private final GraphOfFacts graph;
    private final Spool spool;
    private final DataOutputStream out;
    private @Nullable DataInputStream in;
    private boolean ended;

    WaitingRelationships(GraphOfFacts graph, Scratch scratch) {
        this.graph = graph;
        this.spool = new Spool(scratch);
        this.out = new DataOutputStream(new BufferedOutputStream(spool));
    }

    synchronized void add(List<OfRelationship> relationships) throws IOException {
        for (OfRelationship relationship : relationships) {
            out.writeUTF(relationship.type());
            out.writeInt(relationship.fromGroup().id());
            writeText(relationship.from());
            out.writeInt(relationship.toGroup().id());
            writeText(relationship.to());
            write(relationship.properties());
        }
    }

    private void write(Map<String, Object> properties) throws IOException {
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            if (property.getValue() == null) {
                continue;
            }
            out.writeBoolean(true);
            out.writeUTF(property.getKey());
            switch (property.getValue()) {
                case Long number -> {
                    out.writeByte('n');
                    out.writeLong(number);
                }
                case String text -> {
                    out.writeByte('s');
                    writeText(text);
                }
                case LocalDate day -> {
                    out.writeByte('d');
                    out.writeLong(day.toEpochDay());
                }
                case List<?> texts -> {
                    out.writeByte('l');
                    out.writeInt(texts.size());
                    for (Object text : texts) {
                        writeText((String) text);
                    }
                }
                default ->
                    throw new IllegalStateException("a relationship has a value of "
                            + property.getValue().getClass());
            }
        }
        out.writeBoolean(false);
    }

    /** Of any length, which a text of Java's own form has not. */
    private void writeText(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Some of them, which nobody else gets; empty if there are no more. No more can be added then. */
    synchronized List<ImportedEntity> take() throws IOException {
        if (ended) {
            return List.of();
        }
        if (in == null) {
            out.flush();
            in = new DataInputStream(new BufferedInputStream(spool.read()));
        }
        List<ImportedEntity> taken = new ArrayList<>(BATCH);
        try {
            while (taken.size() < BATCH) {
                taken.add(next(in));
            }
        } catch (EOFException e) {
            // The last was read.
            in.close();
            ended = true;
        }
        return taken;
    }

    private OfRelationship next(DataInputStream from) throws IOException {
        String type = from.readUTF();
        return new OfRelationship(
                type,
                graph.group(from.readInt()),
                text(from),
                graph.group(from.readInt()),
                text(from),
                properties(from));
    }

    private static Map<String, Object> properties(DataInputStream from) throws IOException {
        Map<String, Object> properties = new LinkedHashMap<>();
        while (from.readBoolean()) {
            properties.put(from.readUTF(), value(from));
        }
        return properties;
    }

    private static Object value(DataInputStream from) throws IOException {
        byte kind = from.readByte();
        return switch (kind) {
            case 'n' -> from.readLong();
            case 's' -> text(from);
            case 'd' -> LocalDate.ofEpochDay(from.readLong());
            case 'l' -> {
                List<String> texts = new ArrayList<>();
                for (int left = from.readInt(); left > 0; left--) {
                    texts.add(text(from));
                }
                yield texts;
            }
            default -> throw new IOException("unknown kind of value: " + kind);
        };
    }

    private static String text(DataInputStream from) throws IOException {
        return new String(from.readNBytes(from.readInt()), StandardCharsets.UTF_8);
    }
}
