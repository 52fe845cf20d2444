package org.tieline.exposure.column;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Arrays of numbers in a stream, at the speed of the disk: the count of elements, then they, the lowest byte first. */
public final class Packed {
    private static final int CHUNK = 1 << 16;

    private Packed() {}

    private static ByteBuffer chunk() {
        return ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Writes the first of some numbers. */
    public static void write(DataOutputStream out, long[] values, int count) throws IOException {
        out.writeInt(count);
        ByteBuffer chunk = chunk();
        for (int from = 0; from < count; from += CHUNK / Long.BYTES) {
            int length = Math.min(count - from, CHUNK / Long.BYTES);
            chunk.asLongBuffer().put(values, from, length);
            out.write(chunk.array(), 0, length * Long.BYTES);
        }
    }

    /** Reads what {@link #write(DataOutputStream, long[], int)} wrote. */
    public static long[] longs(DataInputStream in) throws IOException {
        long[] values = new long[in.readInt()];
        ByteBuffer chunk = chunk();
        for (int from = 0; from < values.length; from += CHUNK / Long.BYTES) {
            int length = Math.min(values.length - from, CHUNK / Long.BYTES);
            in.readFully(chunk.array(), 0, length * Long.BYTES);
            chunk.asLongBuffer().get(values, from, length);
        }
        return values;
    }

    /** Writes the first of some numbers. */
    public static void write(DataOutputStream out, int[] values, int count) throws IOException {
        out.writeInt(count);
        ByteBuffer chunk = chunk();
        for (int from = 0; from < count; from += CHUNK / Integer.BYTES) {
            int length = Math.min(count - from, CHUNK / Integer.BYTES);
            chunk.asIntBuffer().put(values, from, length);
            out.write(chunk.array(), 0, length * Integer.BYTES);
        }
    }

    /** Reads what {@link #write(DataOutputStream, int[], int)} wrote. */
    public static int[] ints(DataInputStream in) throws IOException {
        return ints(in, in.readInt());
    }

    /** Reads so many. */
    static int[] ints(DataInputStream in, int count) throws IOException {
        int[] values = new int[count];
        ByteBuffer chunk = chunk();
        for (int from = 0; from < values.length; from += CHUNK / Integer.BYTES) {
            int length = Math.min(values.length - from, CHUNK / Integer.BYTES);
            in.readFully(chunk.array(), 0, length * Integer.BYTES);
            chunk.asIntBuffer().get(values, from, length);
        }
        return values;
    }

    /** Writes the first of some numbers. */
    public static void write(DataOutputStream out, char[] values, int count) throws IOException {
        out.writeInt(count);
        ByteBuffer chunk = chunk();
        for (int from = 0; from < count; from += CHUNK / Character.BYTES) {
            int length = Math.min(count - from, CHUNK / Character.BYTES);
            chunk.asCharBuffer().put(values, from, length);
            out.write(chunk.array(), 0, length * Character.BYTES);
        }
    }

    /** Reads what {@link #write(DataOutputStream, char[], int)} wrote. */
    public static char[] chars(DataInputStream in) throws IOException {
        char[] values = new char[in.readInt()];
        ByteBuffer chunk = chunk();
        for (int from = 0; from < values.length; from += CHUNK / Character.BYTES) {
            int length = Math.min(values.length - from, CHUNK / Character.BYTES);
            in.readFully(chunk.array(), 0, length * Character.BYTES);
            chunk.asCharBuffer().get(values, from, length);
        }
        return values;
    }

    /** Writes bytes. */
    public static void write(DataOutputStream out, byte[] values) throws IOException {
        out.writeInt(values.length);
        out.write(values);
    }

    /** Reads what {@link #write(DataOutputStream, byte[])} wrote. */
    public static byte[] bytes(DataInputStream in) throws IOException {
        byte[] values = new byte[in.readInt()];
        in.readFully(values);
        return values;
    }
}
