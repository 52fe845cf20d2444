package org.tieline.exchange.imports;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FileNotFoundException;
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
 */
public record PublishedFile(String name, BufferedInputStream stream) implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int[] MARK = {0xEF, 0xBB, 0xBF};

    public static PublishedFile open(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            String name = file.getFileName().toString();
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith(".zip")) {
                return inZip(file, new ZipInputStream(raw));
            }
            if (lower.endsWith(".gz")) {
                return new PublishedFile(
                        name.substring(0, name.length() - 3), unmarked(new GZIPInputStream(raw, BUFFER)));
            }
            return new PublishedFile(name, unmarked(raw));
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    private static PublishedFile inZip(Path file, ZipInputStream zip) throws IOException {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            Path name = Path.of(entry.getName()).getFileName();
            if (!entry.isDirectory() && name != null && !name.toString().startsWith(".")) {
                return new PublishedFile(name.toString(), unmarked(zip));
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

    /** Its text; bytes that are not UTF-8 become U+FFFD. */
    Reader reader() {
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }
}
