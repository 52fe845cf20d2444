package org.tieline.exchange.exports;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tieline.dataset.known.SortedFacts.Rows;
import org.tieline.scratch.Scratch;
import org.tieline.scratch.Spool;

/** Sorted facts of one kind as bytes, in a file if they are many. For one thread. */
final class SpooledRows<T> implements Rows<T> {
    private final Spool spool;
    private final DataOutputStream out;
    private final Function<byte[], T> read;
    private long size;

    /** @param read makes facts of bytes again */
    SpooledRows(Scratch scratch, Function<byte[], T> read) {
        this.spool = new Spool(scratch);
        this.out = new DataOutputStream(spool);
        this.read = read;
    }

    void add(byte[] bytes) {
        try {
            out.writeInt(bytes.length);
            out.write(bytes);
            size++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void forEach(Consumer<T> each) {
        try (DataInputStream in = new DataInputStream(spool.read())) {
            for (long row = 0; row < size; row++) {
                each.accept(read.apply(in.readNBytes(in.readInt())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
