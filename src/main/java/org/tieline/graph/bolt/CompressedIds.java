package org.tieline.graph.bolt;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Ids one after the other, in a few bytes each: those of a million facts that are to go are held while others are compared. */
final class CompressedIds {
    private static final int BUFFER = 1 << 12;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out;
    private int size;

    CompressedIds() {
        try {
            out = new DataOutputStream(new GZIPOutputStream(bytes, BUFFER));
        } catch (IOException e) {
            throw new UncheckedIOException("ids cannot be held in memory", e);
        }
    }

    /** Before the first {@link #forEach} only. */
    void add(String id) {
        try {
            out.writeUTF(id);
            size++;
        } catch (IOException e) {
            throw new UncheckedIOException("an id cannot be held in memory", e);
        }
    }

    int size() {
        return size;
    }

    void forEach(Consumer<String> taker) {
        try {
            out.close();
            try (DataInputStream in =
                    new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes.toByteArray()), BUFFER))) {
                for (int i = 0; i < size; i++) {
                    taker.accept(in.readUTF());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("ids cannot be held in memory", e);
        }
    }
}
