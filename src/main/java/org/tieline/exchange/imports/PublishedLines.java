package org.tieline.exchange.imports;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tieline.csv.FileForm;

/**
 * Reads a file line by line; the file may be packed, and no line takes more memory than its share, which no reader of Java's
 * holds to.
 */
public final class PublishedLines {
    /** In characters. */
    public static final int LONGEST = 4_000_000;

    private static final int BUFFER = 1 << 16;

    private PublishedLines() {}

    /** Takes the lines of a file. */
    public interface Taker {
        /**
         * @param number from 1
         * @param line null if it is longer than {@link #LONGEST}
         */
        void take(long number, @Nullable String line);
    }

    /** @throws org.tieline.model.TielineException.InvalidData if the file cannot be read to its end */
    public static void read(Path file, Taker taker) {
        String name = file.getFileName().toString();
        try (PublishedFile packed = PublishedFile.open(file);
                Reader reader = packed.reader()) {
            FileForm.noText(packed.stream()).ifPresent(remedy -> {
                throw PublishedCsv.invalid(name, 1, "", remedy);
            });
            read(reader, taker);
        } catch (IOException e) {
            throw PublishedCsv.invalid(name, 0, "", "cannot be read: " + e);
        }
    }

    private static void read(Reader reader, Taker taker) throws IOException {
        char[] buffer = new char[BUFFER];
        StringBuilder line = new StringBuilder();
        boolean tooLong = false;
        long number = 1;
        for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
            int begin = 0;
            for (int i = 0; i < count; i++) {
                if (buffer[i] == '\n') {
                    tooLong |= line.length() + i - begin > LONGEST;
                    taker.take(
                            number++,
                            tooLong
                                    ? null
                                    : line.append(buffer, begin, i - begin).toString());
                    line.setLength(0);
                    tooLong = false;
                    begin = i + 1;
                }
            }
            tooLong |= line.length() + count - begin > LONGEST;
            if (tooLong) {
                line.setLength(0);
            } else {
                line.append(buffer, begin, count - begin);
            }
        }
        if (tooLong || !line.isEmpty()) {
            taker.take(number, tooLong ? null : line.toString());
        }
    }
}
