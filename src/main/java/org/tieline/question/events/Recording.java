package org.tieline.question.events;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.tieline.graph.Movement;
import org.tieline.question.Json;
import org.tieline.question.Snapshot;

/**
 * The facts of a state as they are kept, and what became other of them until a later one; as bytes for whoever keeps them.
 */
public final class Recording {
    /** So many facts are kept at most; of larger graphs no former states are. */
    public static final int MOST_FACTS = 50_000;

    private final SortedMap<String, String> facts;

    private Recording(SortedMap<String, String> facts) {
        this.facts = facts;
    }

    /** Whether a state is small enough to be kept. */
    public static boolean isKept(Snapshot snapshot) {
        return snapshot.organizations().size()
                        + snapshot.sources().size()
                        + snapshot.bans().size()
                        + snapshot.search().graph().tieCount()
                <= MOST_FACTS;
    }

    public static Recording of(Snapshot snapshot) {
        return new Recording(FactTexts.of(snapshot));
    }

    /** What {@link #bytes} made. */
    @SuppressWarnings("unchecked") // As it was written.
    public static Recording read(byte[] bytes) {
        return new Recording(new TreeMap<String, String>(Json.read(inflated(bytes), Map.class)));
    }

    public byte[] bytes() {
        return deflated(Json.bytes(facts));
    }

    /** What an earlier recording has otherwise, for a {@link Movement}; empty if nothing. */
    public byte[] changesSince(Recording earlier) {
        SortedSet<String> keys = new TreeSet<>(earlier.facts.keySet());
        keys.addAll(facts.keySet());
        List<MovedFact> changes = new ArrayList<>();
        for (String key : keys) {
            String before = earlier.facts.get(key);
            String after = facts.get(key);
            if (before == null || after == null) {
                changes.add(new MovedFact(key, before, after != null, List.of()));
            } else if (!before.equals(after)) {
                changes.add(new MovedFact(key, before, true, FactTexts.differing(before, after)));
            }
        }
        return changes.isEmpty() ? new byte[0] : deflated(Json.bytes(changes));
    }

    /** What a movement says. */
    static List<MovedFact> changes(Movement movement) {
        return Arrays.asList(Json.read(inflated(movement.changes()), MovedFact[].class));
    }

    private static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream compressed = new GZIPOutputStream(out)) {
            compressed.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] inflated(byte[] bytes) {
        try (GZIPInputStream compressed = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return compressed.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
