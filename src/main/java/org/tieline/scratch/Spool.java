package org.tieline.scratch;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Bytes that are written first and read afterwards: in memory while they are few, then in a file. For one thread at a time. */
public final class Spool extends OutputStream {
    private static final int MOST_IN_MEMORY = 1 << 18;
    private static final int BUFFER = 1 << 16;

    private final Scratch scratch;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream(0);
    private @Nullable Path file;
    private @Nullable OutputStream out;
    private long size;

    public Spool(Scratch scratch) {
        this.scratch = scratch;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        size += length;
        if (out == null && memory.size() + length > MOST_IN_MEMORY) {
            file = scratch.file();
            out = new BufferedOutputStream(scratch.write(file), BUFFER);
            memory.writeTo(out);
            memory = new ByteArrayOutputStream(0);
        }
        (out == null ? memory : out).write(bytes, from, length);
    }

    /** The number of bytes. */
    public long size() {
        return size;
    }

    /** Ends the writing and reads from the beginning; to be closed. May be asked again. */
    public InputStream read() throws IOException {
        if (file == null) {
            return new ByteArrayInputStream(memory.toByteArray());
        }
        close();
        return new BufferedInputStream(Files.newInputStream(file), BUFFER);
    }

    /** Ends the writing; what is written can be read for as long as the scratch folder is there. */
    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }
}
