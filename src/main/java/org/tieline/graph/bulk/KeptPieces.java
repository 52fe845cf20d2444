package org.tieline.graph.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tieline.graph.KeptFacts;
import org.tieline.scratch.Scratch;
import org.tieline.scratch.Spool;

/** What a release says, compressed piece by piece while it is imported. For many threads. */
final class KeptPieces {
    /** By the kind of fact, in the order in which they are read. */
    private final Map<Character, Spool> spools = new LinkedHashMap<>();

    KeptPieces(Scratch scratch) {
        for (char kind : KeptFacts.KINDS.toCharArray()) {
            spools.put(kind, new Spool(scratch));
        }
    }

    /** Takes up facts of one kind or several, each with its row. */
    void add(List<?> facts, List<Map<String, Object>> rows) throws IOException {
        int from = 0;
        while (from < facts.size()) {
            char kind = KeptFacts.kind(facts.get(from));
            int to = from + 1;
            while (to < facts.size() && KeptFacts.kind(facts.get(to)) == kind) {
                to++;
            }
            if (kind != KeptFacts.NONE) {
                byte[] piece = KeptFacts.piece(kind, rows.subList(from, to));
                Spool spool = Objects.requireNonNull(spools.get(kind));
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
