package org.tieline.exchange.imports;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A file as it was published: as it is, in a {@code .zip} with one file of data in it, or in a {@code .gz}. It is unpacked
 * while it is read and never as a whole.
 *
 * @param name the name of the file of data
 * @param stream its bytes, without a byte-order mark at the beginning; the reader closes it
 * @param packed the file as it lies there
 */
public record PublishedFile(String name, BufferedInputStream stream, Counted packed) implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int[] MARK = {0xEF, 0xBB, 0xBF};

    public static PublishedFile open(Path file) throws IOException {
        Counted packed = new Counted(Files.newInputStream(file), Files.size(file));
        InputStream raw = new BufferedInputStream(packed, BUFFER);
        try {
            String name = file.getFileName().toString();
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith(".zip")) {
                return inZip(file, new ZipInputStream(raw), packed);
            }
            if (lower.endsWith(".gz")) {
                return new PublishedFile(
                        name.substring(0, name.length() - 3), unmarked(new GZIPInputStream(raw, BUFFER)), packed);
            }
            return new PublishedFile(name, unmarked(raw), packed);
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    private static PublishedFile inZip(Path file, ZipInputStream zip, Counted packed) throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            Path name = Path.of(entry.getName()).getFileName();
            if (!entry.isDirectory() && name != null && !name.toString().startsWith(".")) {
                return new PublishedFile(name.toString(), unmarked(zip), packed);
            }
        }
        throw new FileNotFoundException(file + " must be a zip file with a file of data in it");
    }

    private static BufferedInputStream unmarked(InputStream stream) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(stream, BUFFER);
        buffered.mark(MARK.length);
        for (int expected : MARK) {
            if (buffered.read() != expected) {
                buffered.reset();
                return buffered;
            }
        }
        return buffered;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    /** Which part of it was read, 0 to 1. */
    double share() {
        return packed.size == 0 ? 1 : Math.min(1, (double) packed.read / packed.size);
    }

    /** The file as it lies there, and how much of it was read. */
    static final class Counted extends FilterInputStream {
        private final long size;
        private long read;

        Counted(InputStream in, long size) {
            super(in);
            this.size = size;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            read += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            read += Math.max(0, count);
            return count;
        }
    }

    /** Its text; bytes that are not UTF-8 become U+FFFD. */
    Reader reader() {
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }
}
