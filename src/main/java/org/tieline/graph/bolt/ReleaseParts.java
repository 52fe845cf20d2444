package org.tieline.graph.bolt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.tieline.graph.KeptFacts;
import org.tieline.graph.KeptPieces;
import org.tieline.scratch.Scratch;

/** What the graph is to keep of a release, compressed by a thread of its own while the release is compared. */
final class ReleaseParts implements AutoCloseable {
    /** Pieces of rows that wait to be compressed. */
    private static final int AHEAD = 4;

    private final @Nullable KeptPieces pieces;
    private final WorkBehind compressing = new WorkBehind("release", AHEAD);

    /** @param wanted whether anything is to be kept */
    ReleaseParts(boolean wanted, Scratch scratch) {
        pieces = wanted ? new KeptPieces(scratch) : null;
    }

    void add(KeptFacts.Kind kind, List<Map<String, Object>> rows) {
        if (pieces != null) {
            compressing.hand(() -> {
                try {
                    pieces.add(kind, rows);
                } catch (IOException e) {
                    throw new UncheckedIOException("what a release holds cannot be written to a file", e);
                }
            });
        }
    }

    /** After the last fact. */
    void end() {
        compressing.end();
    }

    /** How many parts there are, after the end. */
    int count() {
        return pieces == null ? 0 : pieces.parts();
    }

    /** Hands over the parts with their places, from 0. */
    void forEach(BiConsumer<Integer, byte[]> taker) {
        if (pieces == null) {
            return;
        }
        try (InputStream in = pieces.read()) {
            int place = 0;
            for (byte[] part = KeptFacts.nextPart(in); part.length > 0; part = KeptFacts.nextPart(in)) {
                taker.accept(place++, part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what a release holds cannot be read back", e);
        }
    }

    @Override
    public void close() {
        compressing.close();
    }
}
