package org.tieline.graph.bulk;

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
import org.tieline.graph.KeptFacts;
import org.tieline.graph.KeptFacts.Kind;
import org.tieline.scratch.Scratch;
import org.tieline.scratch.Spool;

/** What a release says, compressed piece by piece while it is imported. For many threads. */
final class KeptPieces {
    /** By the kind of fact, in the order in which they are read. */
    private final Map<Kind, Spool> spools = new EnumMap<>(Kind.class);

    KeptPieces(Scratch scratch) {
        for (Kind kind : Kind.values()) {
            spools.put(kind, new Spool(scratch));
        }
    }

    /** Takes up facts of one kind or several, each with its row. */
    void add(List<?> facts, List<Map<String, Object>> rows) throws IOException {
        int from = 0;
        while (from < facts.size()) {
            Optional<Kind> kind = Kind.of(facts.get(from));
            int to = from + 1;
            while (to < facts.size() && Kind.of(facts.get(to)).equals(kind)) {
                to++;
            }
            if (kind.isPresent()) {
                byte[] piece = KeptFacts.piece(kind.get(), rows.subList(from, to));
                Spool spool = Objects.requireNonNull(spools.get(kind.get()));
                synchronized (spool) {
                    spool.write(piece, 0, piece.length);
                }
            }
            from = to;
        }
    }

    /** All of it, when no more is taken up. */
    InputStream read() throws IOException {
        List<InputStream> streams = new ArrayList<>();
        for (Spool spool : spools.values()) {
            streams.add(spool.read());
        }
        streams.add(KeptFacts.end());
        return new SequenceInputStream(Collections.enumeration(streams));
    }
}
