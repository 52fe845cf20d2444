package org.tieline.spark;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;

/**
 * What arrives at one organization in one level, in the order of the paths, packed: of each arrival a byte each for hops, state,
 * relation and evidence, eight bytes of lanes, and the path, a number of a tie after the other. As the numbers are in the order of
 * the ids, comparing paths byte by byte compares the sequences of ids.
 *
 * <p>On each day the first arrival in a state counts, and none that an earlier one makes pointless. So what arrives can be made
 * less before it is sent, as well as where it is brought together.
 */
final class Arrivals extends Aggregator<byte[], byte[], byte[]> {
    /** The bytes of an arrival without its path. */
    static final int HEAD = 4 + Long.BYTES;

    /** The bytes of a tie in a path. */
    private static final int TIE = Long.BYTES;

    /** One arrival by one more tie. */
    static byte[] one(byte[] path, long tie, int hops, int state, int relation, int evidence, long lanes) {
        byte[] packed = new byte[HEAD + path.length + TIE];
        ByteBuffer.wrap(packed)
                .put((byte) hops)
                .put((byte) state)
                .put((byte) relation)
                .put((byte) evidence)
                .putLong(lanes)
                .put(path)
                .putLong(tie);
        return packed;
    }

    /** How long each arrival of a level is. */
    static int width(byte[] arrivals) {
        return HEAD + TIE * hops(arrivals, 0);
    }

    static int hops(byte[] arrivals, int at) {
        return arrivals[at];
    }

    static int state(byte[] arrivals, int at) {
        return arrivals[at + 1];
    }

    static int relation(byte[] arrivals, int at) {
        return arrivals[at + 2];
    }

    static int evidence(byte[] arrivals, int at) {
        return arrivals[at + 3];
    }

    static long lanes(byte[] arrivals, int at) {
        return ByteBuffer.wrap(arrivals).getLong(at + 4);
    }

    static byte[] path(byte[] arrivals, int at) {
        return Arrays.copyOfRange(arrivals, at + HEAD, at + width(arrivals));
    }

    /** Appends an arrival without its path, in some of its lanes. */
    static void putHead(ByteBuffer to, byte[] arrivals, int at, long lanes) {
        to.put(arrivals, at, HEAD - Long.BYTES).putLong(lanes);
    }

    @Override
    public byte[] zero() {
        return new byte[0];
    }

    @Override
    public byte[] reduce(byte[] arrivals, byte[] one) {
        return merge(arrivals, one);
    }

    /** Both together without those that do not count. */
    @Override
    public byte[] merge(byte[] some, byte[] others) {
        if (some.length == 0 || others.length == 0) {
            return some.length == 0 ? others : some;
        }
        int width = width(some);
        ByteBuffer kept = ByteBuffer.allocate(some.length + others.length);
        Closed closed = new Closed();
        int place = 0;
        int otherPlace = 0;
        while (place < some.length || otherPlace < others.length) {
            boolean other = place == some.length
                    || otherPlace < others.length && isBefore(others, otherPlace, some, place, width);
            byte[] from = other ? others : some;
            int at = other ? otherPlace : place;
            int state = state(from, at);
            long lanes = lanes(from, at) & ~closed.in(state);
            if (lanes != 0) {
                closed.close(state, lanes);
                putHead(kept, from, at, lanes);
                kept.put(from, at + HEAD, width - HEAD);
            }
            place += other ? 0 : width;
            otherPlace += other ? width : 0;
        }
        return Arrays.copyOf(kept.array(), kept.position());
    }

    private static boolean isBefore(byte[] one, int at, byte[] other, int otherAt, int width) {
        return Arrays.compareUnsigned(one, at + HEAD, at + width, other, otherAt + HEAD, otherAt + width) < 0;
    }

    @Override
    public byte[] finish(byte[] arrivals) {
        return arrivals;
    }

    @Override
    public Encoder<byte[]> bufferEncoder() {
        return Encoders.BINARY();
    }

    @Override
    public Encoder<byte[]> outputEncoder() {
        return Encoders.BINARY();
    }
}
