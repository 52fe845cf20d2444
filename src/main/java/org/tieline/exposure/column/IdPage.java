package org.tieline.exposure.column;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Texts that follow each other, in blocks of {@value IdTable#BLOCK}. Each is a byte with the number of bytes that it shares with
 * the one before, 0 where a block begins, in the high four bits and the number of those that follow in the low; {@value #LONG}
 * stands for this many and more, and how many more follows as a number of its own, the shared ones first; then the bytes
 * themselves.
 */
sealed interface IdPage {
    int LONG = 15;
    IdPage EMPTY = new InMemory(0, new int[0], new byte[0]);

    /** How many there are. */
    int size();

    /** What it takes of the memory of Java, in bytes. */
    long memory();

    /** Whether it holds what was written, as far as its checksum tells. */
    boolean isSound();

    /** All bytes of a block from {@link #start} on, and perhaps others. */
    byte[] block(int block);

    /** Where a block begins in what {@link #block} gives. */
    int start(int block);

    /** The bytes of all blocks. */
    ByteBuffer bytes();

    /** Where each block begins in {@link #bytes}; four bytes each, the lowest first. */
    ByteBuffer blocks();

    /**
     * A page as it was packed.
     *
     * @param starts where each block begins in {@code packed}
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record InMemory(int size, int[] starts, byte[] packed) implements IdPage {
        @Override
        public long memory() {
            return 4L * starts.length + packed.length;
        }

        @Override
        public boolean isSound() {
            return true;
        }

        @Override
        public byte[] block(int block) {
            return packed;
        }

        @Override
        public int start(int block) {
            return starts[block];
        }

        @Override
        public ByteBuffer bytes() {
            return ByteBuffer.wrap(packed);
        }

        @Override
        public ByteBuffer blocks() {
            ByteBuffer blocks =
                    ByteBuffer.allocate(Integer.BYTES * starts.length).order(ByteOrder.LITTLE_ENDIAN);
            blocks.asIntBuffer().put(starts);
            return blocks;
        }
    }

    /** A page that lies in a file. It is compared with its checksum when something of it is read first. */
    final class InFile implements IdPage {
        private final int size;
        private final ByteBuffer bytes;
        private final ByteBuffer blocks;
        private final int checksum;
        private volatile boolean sound;

        /**
         * @param whole what {@link IdPage#writeWhole} wrote
         * @param checksum what {@link IdPage#checksum} was then
         */
        InFile(int size, ByteBuffer whole, int checksum) {
            this.size = size;
            this.checksum = checksum;
            int begin = blocksLength(size);
            blocks = whole.slice(0, begin).order(ByteOrder.LITTLE_ENDIAN);
            bytes = whole.slice(begin, whole.limit() - begin);
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public long memory() {
            return 0;
        }

        @Override
        public boolean isSound() {
            if (!sound) {
                sound = IdPage.checksum(blocks.duplicate(), bytes.duplicate()) == checksum;
            }
            return sound;
        }

        @Override
        public byte[] block(int block) {
            InFile read = sound();
            int begin = blocks.getInt(Integer.BYTES * block);
            int next = Integer.BYTES * (block + 1);
            byte[] packed = new byte[(next < blocks.limit() ? blocks.getInt(next) : bytes.limit()) - begin];
            read.bytes.get(begin, packed);
            return packed;
        }

        @Override
        public int start(int block) {
            return 0;
        }

        @Override
        public ByteBuffer bytes() {
            return sound().bytes.duplicate();
        }

        @Override
        public ByteBuffer blocks() {
            return sound().blocks.duplicate();
        }

        /** @throws IllegalStateException if somebody else wrote to the file, or the disk lost something of it */
        private InFile sound() {
            if (!isSound()) {
                throw new IllegalStateException(
                        "the file of the kept snapshot is damaged; delete it and start this program again");
            }
            return this;
        }
    }

    private static int blocksLength(int size) {
        return Integer.BYTES * Math.ceilDiv(size, IdTable.BLOCK);
    }

    /** How many bytes {@link #writeWhole} writes. */
    default int length() {
        return Math.addExact(blocksLength(size()), bytes().remaining());
    }

    /** Writes all of it, without its size. */
    default void writeWhole(DataOutputStream out) throws IOException {
        for (ByteBuffer part : List.of(blocks(), bytes())) {
            byte[] all = new byte[part.remaining()];
            part.get(all);
            out.write(all);
        }
    }

    /** Of what {@link #writeWhole} writes. */
    default int checksum() {
        return checksum(blocks(), bytes());
    }

    private static int checksum(ByteBuffer blocks, ByteBuffer bytes) {
        CRC32C sum = new CRC32C();
        sum.update(blocks);
        sum.update(bytes);
        return (int) sum.getValue();
    }
}
