package org.tieline.naming;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A list of words that is shipped with the program: lines of UTF-8, those that begin with {@code #} say where it is from. */
final class WordList {
    private WordList() {}

    /** The lines that say something. */
    static List<String> lines(String file) {
        InputStream in = WordList.class.getResourceAsStream(file);
        if (in == null) {
            throw new IllegalStateException("the program lacks its file " + file);
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a table without its header, parted at commas; the last cell may hold several values with bars between. */
    static List<String[]> rows(String file) {
        return lines(file).stream().skip(1).map(line -> line.split(",", -1)).toList();
    }
}
