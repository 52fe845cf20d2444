package org.tieline.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells files that spreadsheets and other programs write in another form than UTF-8 with commas, by how they begin. */
public final class FileForm {
    /** So many bytes are looked at; the buffer of a stream must hold them. */
    private static final int BEGINNING = 4096;

    private static final int PAIRS = 16;
    private static final String SAVE = "save it from the spreadsheet as \"CSV UTF-8 (comma delimited)\"";
    private static final String EXCEL_LINE = "sep=";
    private static final Map<String, String> SEPARATORS = Map.of(";", "semicolons", "\t", "tabs", "|", "bars");

    private FileForm() {}

    /**
     * What a file is instead of text in UTF-8.
     *
     * @param stream at its beginning, where it stays
     * @return what would be right, what the file is and what can be done; empty if it may be UTF-8
     */
    public static Optional<String> noText(BufferedInputStream stream) throws IOException {
        return noText(beginning(stream));
    }

    /**
     * What a file is instead of CSV in UTF-8 with commas and a header.
     *
     * @param stream at its beginning, where it stays
     * @param columns some that the header has if it is what it should be
     * @return what would be right, what the file is and what can be done; empty if it may be such a file
     */
    public static Optional<String> noCsv(BufferedInputStream stream, Collection<String> columns) throws IOException {
        byte[] beginning = beginning(stream);
        Optional<String> noText = noText(beginning);
        return noText.isPresent()
                ? noText
                : new String(beginning, StandardCharsets.UTF_8)
                        .replace("\uFEFF", "")
                        .lines()
                        .filter(line -> !line.isBlank())
                        .findFirst()
                        .flatMap(line -> noHeader(line, columns));
    }

    private static byte[] beginning(BufferedInputStream stream) throws IOException {
        stream.mark(BEGINNING);
        byte[] beginning = stream.readNBytes(BEGINNING);
        stream.reset();
        return beginning;
    }

    private static Optional<String> noText(byte[] bytes) {
        if (begins(bytes, 0xFF, 0xFE, 0, 0) || begins(bytes, 0, 0, 0xFE, 0xFF)) {
            return encoded("UTF-32");
        }
        if (begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF)) {
            return encoded("UTF-16");
        }
        if (hasMostly(0, 1, bytes)) {
            return encoded("UTF-16LE");
        }
        if (hasMostly(1, 0, bytes)) {
            return encoded("UTF-16BE");
        }
        if (begins(bytes, 'P', 'K', 3, 4)) {
            return Optional.of("must be text, is a zip file, as .xlsx and .ods are: unpack it, or " + SAVE);
        }
        if (begins(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            return Optional.of("must be text, is a workbook of an old Excel: " + SAVE);
        }
        if (begins(bytes, 0x1F, 0x8B)) {
            return Optional.of("must be text, is packed by gzip: unpack it with gunzip");
        }
        return Optional.empty();
    }

    private static Optional<String> encoded(String encoding) {
        return Optional.of("must be UTF-8, is %s: %s, or run iconv -f %s -t UTF-8".formatted(encoding, SAVE, encoding));
    }

    private static boolean begins(byte[] bytes, int... with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether, of the first pairs of bytes, one is never zero and the other mostly is, as in Latin letters of UTF-16. */
    private static boolean hasMostly(int letter, int zero, byte[] bytes) {
        int pairs = Math.min(PAIRS, bytes.length / 2);
        int zeros = 0;
        for (int pair = 0; pair < pairs; pair++) {
            if (bytes[2 * pair + letter] == 0) {
                return false;
            }
            zeros += bytes[2 * pair + zero] == 0 ? 1 : 0;
        }
        return zeros > pairs / 2;
    }

    private static Optional<String> noHeader(String line, Collection<String> columns) {
        if (line.regionMatches(true, 0, EXCEL_LINE, 0, EXCEL_LINE.length())) {
            return Optional.of(
                    "must begin with the header: remove the line \"%s\", which Excel alone understands, and separate "
                                    .formatted(line.strip())
                            + "by commas");
        }
        long withCommas = known(line, ",", columns);
        return SEPARATORS.keySet().stream()
                .filter(separator -> known(line, separator, columns) > Math.max(1, withCommas))
                .findFirst()
                .map(separator -> "must be separated by commas, is by %s: %s and with the comma as separator"
                        .formatted(SEPARATORS.get(separator), SAVE));
    }

    /** How many columns a header has if they are separated so. */
    private static long known(String header, String separator, Collection<String> columns) {
        return Arrays.stream(header.replace("\"", "").split(Pattern.quote(separator)))
                .map(String::strip)
                .filter(columns::contains)
                .count();
    }
}
