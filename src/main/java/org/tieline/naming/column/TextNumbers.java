package org.tieline.naming.column;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Texts that become more, each once and with a number from 0 in the order in which they came; some 20 bytes each besides their
 * letters, and at most four gigabytes in all. Any text is kept as it is, bad surrogates too.
 */
public final class TextNumbers {
    /** The bytes of a piece; a text never crosses the end of one. */
    private static final int PIECE = 1 << 20;

    private static final int OFFSET_BITS = 20;
    private static final int MOST_PIECES = 1 << Integer.SIZE - OFFSET_BITS;

    /** Marks a length as one of two bytes a letter. */
    private static final int WIDE = 1 << 31;

    private final List<byte[]> pieces = new ArrayList<>();
    private int used = PIECE;

    /** Of text n the number of its piece, 12 bits, and where it starts in that, 20 bits: four bytes for its length, then its letters. */
    private final IntList starts = new IntList();

    /** Of text n its hash, so that a table can grow without reading letters. */
    private final IntList hashes = new IntList();

    /** A number plus one at the first place from that of its hash on that was free; 0 where none is. A power of two. */
    private int[] table = new int[1 << 10];

    /** The number of a text, which it gets if it has none. */
    public int add(String text) {
        int place = place(text);
        if (table[place] != 0) {
            return table[place] - 1;
        }
        int number = starts.size();
        starts.add(keep(text));
        hashes.add(text.hashCode());
        table[place] = number + 1;
        if (number > table.length / 2) {
            grow();
        }
        return number;
    }

    /** The number of a text; -1 if it has none. */
    public int find(String text) {
        return table[place(text)] - 1;
    }

    /** How many texts there are. */
    public int size() {
        return starts.size();
    }

    public String get(int number) {
        int start = starts.get(number);
        byte[] piece = piece(start);
        int at = offset(start);
        int length = length(piece, at);
        return (length & WIDE) == 0
                ? new String(piece, at + 4, length, StandardCharsets.ISO_8859_1)
                : wide(piece, at + 4, length & ~WIDE);
    }

    private static String wide(byte[] piece, int at, int length) {
        char[] letters = new char[length];
        for (int i = 0; i < length; i++) {
            letters[i] = wideLetter(piece, at, i);
        }
        return new String(letters);
    }

    private static char wideLetter(byte[] piece, int at, int i) {
        return (char) ((piece[at + 2 * i] & 0xFF) << Byte.SIZE | piece[at + 2 * i + 1] & 0xFF);
    }

    private int place(String text) {
        int hash = text.hashCode();
        int place = mixed(hash) & table.length - 1;
        while (table[place] != 0 && !(hashes.get(table[place] - 1) == hash && is(table[place] - 1, text))) {
            place = place + 1 & table.length - 1;
        }
        return place;
    }

    /** The hashes of ids that are numbered are numbers in a row. */
    private static int mixed(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }

    private boolean is(int number, String text) {
        int start = starts.get(number);
        byte[] piece = piece(start);
        int at = offset(start);
        int length = length(piece, at);
        if ((length & ~WIDE) != text.length()) {
            return false;
        }
        boolean wide = (length & WIDE) != 0;
        for (int i = 0; i < text.length(); i++) {
            int letter = wide ? wideLetter(piece, at + 4, i) : piece[at + 4 + i] & 0xFF;
            if (letter != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private byte[] piece(int start) {
        return pieces.get(start >>> OFFSET_BITS);
    }

    private static int offset(int start) {
        return start & PIECE - 1;
    }

    private static int length(byte[] piece, int at) {
        return piece[at] << 24 | (piece[at + 1] & 0xFF) << 16 | (piece[at + 2] & 0xFF) << 8 | piece[at + 3] & 0xFF;
    }

    private int keep(String text) {
        boolean wide = text.chars().anyMatch(letter -> letter > 0xFF);
        int bytes = 4 + (wide ? 2 * text.length() : text.length());
        if (PIECE - used < bytes) {
            if (pieces.size() == MOST_PIECES) {
                throw new ArithmeticException("there must be at most four gigabytes of texts");
            }
            pieces.add(new byte[Math.max(PIECE, bytes)]);
            used = 0;
        }
        byte[] piece = pieces.getLast();
        int at = used;
        int length = text.length() | (wide ? WIDE : 0);
        for (int i = 0; i < 4; i++) {
            piece[at + i] = (byte) (length >>> 24 - 8 * i);
        }
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (wide) {
                piece[at + 4 + 2 * i] = (byte) (letter >>> Byte.SIZE);
                piece[at + 5 + 2 * i] = (byte) letter;
            } else {
                piece[at + 4 + i] = (byte) letter;
            }
        }
        used = Math.min(PIECE, used + bytes);
        return pieces.size() - 1 << OFFSET_BITS | at;
    }

    private void grow() {
        int[] larger = new int[table.length * 2];
        for (int number = 0; number < starts.size(); number++) {
            int place = mixed(hashes.get(number)) & larger.length - 1;
            while (larger[place] != 0) {
                place = place + 1 & larger.length - 1;
            }
            larger[place] = number + 1;
        }
        table = larger;
    }

    /** A hash of a text in 64 bits. Two texts of a hundred million have the same one by chance once in two thousand times. */
    public static long hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x9FB21C651E98DF25L;
            hash ^= hash >>> 29;
        }
        return hash;
    }
}
