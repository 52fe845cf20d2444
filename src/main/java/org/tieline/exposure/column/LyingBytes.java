package org.tieline.exposure.column;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes that lie in a file, of any length. The file is mapped: nothing of it is read before it is asked for, it takes no memory of
 * Java, and it must stay as it is. It may be moved and deleted.
 */
public final class LyingBytes {
    private static final int PIECE_BITS = 30;

    /** Of the bytes from {@code n << PIECE_BITS} on as many as a buffer can hold. */
    private final List<ByteBuffer> pieces;

    private LyingBytes(List<ByteBuffer> pieces) {
        this.pieces = pieces;
    }

    /** Those of a file from a place on. */
    public static LyingBytes of(FileChannel file, long begin, long length) throws IOException {
        List<ByteBuffer> pieces = new ArrayList<>();
        for (long at = 0; at < length; at += 1L << PIECE_BITS) {
            long most = Math.min(length - at, Integer.MAX_VALUE);
            pieces.add(file.map(FileChannel.MapMode.READ_ONLY, begin + at, most));
        }
        return new LyingBytes(pieces);
    }

    /** Those of an array. */
    public static LyingBytes of(byte[] bytes) {
        return new LyingBytes(List.of(ByteBuffer.wrap(bytes)));
    }

    /**
     * Some of them.
     *
     * @param length at most as many as a quarter of what a buffer can hold
     * @throws IndexOutOfBoundsException if there are fewer
     */
    ByteBuffer part(long begin, int length) {
        if (length == 0) {
            return ByteBuffer.allocate(0);
        }
        return pieces.get((int) (begin >>> PIECE_BITS)).slice((int) (begin & (1L << PIECE_BITS) - 1), length);
    }
}
