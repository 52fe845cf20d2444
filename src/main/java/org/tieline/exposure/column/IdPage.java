package org.tieline.exposure.column;

/**
 * Ids that follow each other. Each is a byte with the number of bytes that it shares with the one before, 0 where a block
 * begins, in the high four bits and the number of those that follow in the low; {@value #LONG} stands for this many and
 * more, and how many more follows as a number of its own, the shared ones first; then the bytes themselves.
 *
 * @param size how many there are
 * @param blocks where each block of {@value IdTable#BLOCK} begins in {@code bytes}
 * @param bytes all of them
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record IdPage(int size, int[] blocks, byte[] bytes) {
    static final int LONG = 15;
    static final IdPage EMPTY = new IdPage(0, new int[0], new byte[0]);

    long memory() {
        return 4L * blocks.length + bytes.length;
    }
}
