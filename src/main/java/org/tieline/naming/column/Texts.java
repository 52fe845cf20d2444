package org.tieline.naming.column;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.IntFunction;

/** Many texts as one array of UTF-8, 4 bytes each besides their letters; at most two gigabytes in all. Immutable. */
public final class Texts {
    /** By code points, which is the order of the bytes of UTF-8. */
    public static final Comparator<String> ORDER = Texts::compare;

    private final byte[] letters;

    /** Letters of text n: {@code letters[starts[n]]} up to, not including, {@code letters[starts[n + 1]]}. */
    private final int[] starts;

    /** @throws ArithmeticException if they are longer than two gigabytes */
    public Texts(int size, IntFunction<String> text) {
        starts = new int[size + 1];
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < size; i++) {
            byte[] one = text.apply(i).getBytes(StandardCharsets.UTF_8);
            starts[i + 1] = Math.addExact(starts[i], one.length);
            all.writeBytes(one);
        }
        letters = all.toByteArray();
    }

    private Texts(byte[][] texts) {
        starts = new int[texts.length + 1];
        for (int i = 0; i < texts.length; i++) {
            starts[i + 1] = Math.addExact(starts[i], texts[i].length);
        }
        letters = new byte[starts[texts.length]];
        for (int i = 0; i < texts.length; i++) {
            System.arraycopy(texts[i], 0, letters, starts[i], texts[i].length);
        }
    }

    /** Texts in their {@link #ORDER}. */
    public static Texts sorted(Collection<String> texts) {
        byte[][] sorted = texts.parallelStream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        Batches.sort(sorted, Arrays::compareUnsigned);
        return new Texts(sorted);
    }

    public int size() {
        return starts.length - 1;
    }

    public String get(int i) {
        return new String(letters, starts[i], starts[i + 1] - starts[i], StandardCharsets.UTF_8);
    }

    /** The number of bytes of a text. */
    public int length(int i) {
        return starts[i + 1] - starts[i];
    }

    /** Copies the bytes of a text. Returns where it ends in the target. */
    public int copy(int i, byte[] target, int at) {
        System.arraycopy(letters, starts[i], target, at, length(i));
        return at + length(i);
    }

    /** The bytes of several texts, one after the other. */
    public byte[] joined(int... texts) {
        int length = 0;
        for (int text : texts) {
            length += length(text);
        }
        byte[] joined = new byte[length];
        int at = 0;
        for (int text : texts) {
            at = copy(text, joined, at);
        }
        return joined;
    }

    /**
     * The number of a text among texts in their {@link #ORDER}.
     *
     * @return {@code -n - 1} if it is none of them and would be the one with number n
     */
    public int find(String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        int from = 0;
        int to = size() - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int order = Arrays.compareUnsigned(letters, starts[middle], starts[middle + 1], wanted, 0, wanted.length);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return -from - 1;
    }

    /** The number of the first text that begins with another, or of the one that would follow it, among texts in their {@link #ORDER}. */
    public int first(String beginning) {
        int found = find(beginning);
        return found < 0 ? -found - 1 : found;
    }

    private static int compare(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        for (int i = 0; i < shorter; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                // What takes two chars comes after all that takes one.
                boolean alike = Character.isSurrogate(a) == Character.isSurrogate(b);
                return alike ? a - b : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return one.length() - other.length();
    }
}
