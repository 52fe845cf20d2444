package org.tieline.graph;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tieline.graph.KeptFacts.Kind;
import org.tieline.scratch.Scratch;
import org.tieline.scratch.Spool;

/** What a release says, compressed piece by piece while it is loaded or imported. For many threads. */
public final class KeptPieces {
    /** By the kind of fact, in the order in which they are read. */
    private final Map<Kind, Spool> spools = new EnumMap<>(Kind.class);

    public KeptPieces(Scratch scratch) {
        for (Kind kind : Kind.values()) {
            spools.put(kind, new Spool(scratch));
        }
    }

    /** Takes up facts of one kind or several, each with its row. */
    public void add(List<?> facts, List<Map<String, Object>> rows) throws IOException {
        int from = 0;
        while (from < facts.size()) {
            Optional<Kind> kind = Kind.of(facts.get(from));
            int to = from + 1;
            while (to < facts.size() && Kind.of(facts.get(to)).equals(kind)) {
                to++;
            }
            if (kind.isPresent()) {
                add(kind.get(), rows.subList(from, to));
            }
            from = to;
        }
    }

    /** Takes up rows of one kind. */
    public void add(Kind kind, List<Map<String, Object>> rows) throws IOException {
        byte[] piece = KeptFacts.piece(kind, rows);
        Spool spool = Objects.requireNonNull(spools.get(kind));
        synchronized (spool) {
            spool.write(piece, 0, piece.length);
        }
    }

    /** How many parts it makes, as {@link KeptFacts#nextPart} reads them, when no more is taken up. */
    public int parts() {
        return KeptFacts.parts(spools.values().stream().mapToLong(Spool::size).sum() + KeptFacts.end().length);
    }

    /** All of it, when no more is taken up. */
    public InputStream read() throws IOException {
        List<InputStream> streams = new ArrayList<>();
        for (Spool spool : spools.values()) {
            streams.add(spool.read());
        }
        streams.add(new ByteArrayInputStream(KeptFacts.end()));
        return new SequenceInputStream(Collections.enumeration(streams));
    }
}
