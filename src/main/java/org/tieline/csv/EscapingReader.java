package org.tieline.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8 and keeps every byte that is not: byte b becomes the lone low surrogate U+DC00 + b, which valid UTF-8 never
 * yields. So one bad byte costs one cell and is reported there, with the byte, instead of ending the file or passing as a
 * replacement character. A byte-order mark at the beginning is dropped.
 */
public final class EscapingReader extends Reader {
    private static final int BYTES = 1 << 16;
    private static final int ESCAPE = 0xDC00;

    private final InputStream stream;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BYTES).flip();
    private final CharBuffer chars = CharBuffer.allocate(BYTES).flip();
    private boolean atStart = true;
    private boolean atEnd;

    /** @param stream is closed with this */
    public EscapingReader(InputStream stream) {
        this.stream = stream;
    }

    /** The first byte in a text that is not UTF-8, 0x80 to 0xFF; -1 if there is none. */
    public static int firstBadByte(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)) {
                i++;
            } else if (Character.isLowSurrogate(c)) {
                return c - ESCAPE;
            }
        }
        return -1;
    }

    /** The text with U+FFFD where a byte is not UTF-8, fit to be shown and written. */
    public static String legible(String text) {
        if (firstBadByte(text) < 0) {
            return text;
        }
        return text.codePoints()
                .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!chars.hasRemaining()) {
            if (atEnd) {
                return -1;
            }
            fill();
        }
        int count = Math.min(length, chars.remaining());
        chars.get(target, offset, count);
        return count;
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = stream.read(bytes.array(), bytes.position(), bytes.remaining());
        atEnd = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, atEnd);
        while (result.isError()) {
            for (int bad = 0; bad < result.length(); bad++) {
                chars.put((char) (ESCAPE + (bytes.get() & 0xFF)));
            }
            result = decoder.decode(bytes, chars, atEnd);
        }
        chars.flip();
        if (atStart && chars.hasRemaining()) {
            atStart = false;
            if (chars.get(chars.position()) == '\uFEFF') {
                chars.get();
            }
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
