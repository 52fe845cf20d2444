package org.tieline.naming;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.tieline.model.Country;
import org.tieline.naming.column.Texts;

/**
 * All words that names are made of, numbered in their order, and those among them that one slip or two turn into each other.
 *
 * <p>A slip is a letter inserted, deleted, replaced or swapped with its neighbour (Damerau 1964). Words of fewer than five
 * letters must be right, those of five to nine may have one slip, longer ones two; never in the first letter, which people
 * rarely miss, never in a digit, and never in Han, where each character is a word. So near words are looked for among
 * those of the same first letter and nearly the same length, and only those that share nearly all their letters are
 * measured.
 */
final class KnownWords {
    private static final int SHORTEST_WITH_ONE = 5;
    private static final int SHORTEST_WITH_TWO = 10;
    /** Letters that sound or look alike. */
    private static final List<String> ALIKE =
            List.of("aeiouy", "cks", "sz", "vwuf", "mn", "bp", "dt", "gkc", "il", "gj", "qk", "bv");

    /** The letters of a keyboard, row by row, and those below each other. */
    private static final List<String> KEYS =
            List.of("qwertyuiop", "asdfghjkl", "zxcvbnm", "qa", "wsx", "edc", "rfv", "tgb", "yhn", "ujm", "ik", "ol");

    private static final Set<String> COUNTRY_WORDS = countryWords();

    private final Texts words;

    /** A {@linkplain #shape first letter and length} that words have, ascending, and where its words begin below. */
    private final int[] shapes;

    private final int[] starts;

    /** The numbers of the words, by shape. */
    private final int[] byShape;

    /** The letters of the words {@link #byShape} as bits, several letters sharing one. */
    private final int[] letters;

    /** @param all each once */
    KnownWords(Collection<String> all) {
        words = Texts.sorted(all);
        long[] shaped = new long[words.size()];
        Arrays.parallelSetAll(shaped, word -> {
            String text = words.get(word);
            return (long) shape(text.charAt(0), text.length()) << Integer.SIZE | word;
        });
        Arrays.sort(shaped);
        shapes = Arrays.stream(shaped)
                .mapToInt(each -> (int) (each >> Integer.SIZE))
                .distinct()
                .toArray();
        starts = new int[shapes.length + 1];
        byShape = new int[shaped.length];
        int shape = 0;
        for (int at = 0; at < shaped.length; at++) {
            byShape[at] = (int) shaped[at];
            shape += shapes[shape] == (int) (shaped[at] >> Integer.SIZE) ? 0 : 1;
            starts[shape + 1] = at + 1;
        }
        letters = new int[shaped.length];
        Arrays.parallelSetAll(letters, at -> letters(words.get(byShape[at])));
    }

    int size() {
        return words.size();
    }

    String word(int number) {
        return words.get(number);
    }

    /** The number of a word; negative if no name has it. */
    int find(String word) {
        return words.find(word);
    }

    /** Whether a word is of the name of a country, and so stands for itself. */
    static boolean isCountry(String word) {
        return COUNTRY_WORDS.contains(word);
    }

    /** How many slips a word may have. */
    static int allowed(String word) {
        if (word.length() < SHORTEST_WITH_ONE || word.codePoints().anyMatch(Character::isIdeographic)) {
            return 0;
        }
        return word.length() < SHORTEST_WITH_TWO ? 1 : 2;
    }

    /** Hands on the other words that differ from one in as many slips as both may have. */
    void near(String word, IntConsumer found) {
        near(word, allowed(word), found);
    }

    /** @param allowed how many slips the word may have, whatever its length */
    void near(String word, int allowed, IntConsumer found) {
        if (allowed == 0 || word.length() <= allowed) {
            return;
        }
        DamerauLevenshteinDistance distance = new DamerauLevenshteinDistance(allowed);
        int mask = letters(word);
        int[] counts = new int[Integer.SIZE];
        word.chars().forEach(c -> counts[c & 31]++);
        for (int length = word.length() - allowed; length <= word.length() + allowed; length++) {
            int shape = Arrays.binarySearch(shapes, shape(word.charAt(0), length));
            int apart = 2 * allowed - Math.abs(length - word.length());
            for (int at = shape < 0 ? 0 : starts[shape]; shape >= 0 && at < starts[shape + 1]; at++) {
                if (Integer.bitCount(mask ^ letters[at]) <= apart
                        && mayBeSlip(counts, word.length(), byShape[at], length, allowed)
                        && isSlip(distance, word, words.get(byShape[at]))) {
                    found.accept(byShape[at]);
                }
            }
        }
    }

    /**
     * Whether no more letters of a word are without a partner in the other than slips are allowed: cheap, and most words fail it.
     *
     * @param counts how often the word has each letter, of all {@code size}
     * @param length of the other
     */
    private boolean mayBeSlip(int[] counts, int size, int other, int length, int allowed) {
        if (words.length(other) != length) {
            return true;
        }
        byte[] letters = new byte[length];
        words.copy(other, letters, 0);
        int[] left = counts.clone();
        int more = 0;
        for (byte letter : letters) {
            left[letter & 31]--;
            more += left[letter & 31] < 0 ? 1 : 0;
        }
        int fewer = size - (length - more);
        return Math.max(more, fewer) <= allowed;
    }

    private static boolean isSlip(DamerauLevenshteinDistance distance, String word, String other) {
        if (word.equals(other) || !digits(word).equals(digits(other))) {
            return false;
        }
        int slips = distance.apply(word, other);
        return slips >= 0 && slips <= allowed(other);
    }

    /** The letters to insert, delete, replace or swap between two words. */
    static int slips(String word, String other) {
        return new DamerauLevenshteinDistance().apply(word, other);
    }

    /** Whether two words that differ in one letter differ as people mistype or mishear it; true for any other slip. */
    static boolean isLikely(String word, String other) {
        if (word.length() != other.length()) {
            return true;
        }
        int[] differing = IntStream.range(0, word.length())
                .filter(i -> word.charAt(i) != other.charAt(i))
                .toArray();
        if (differing.length != 1) {
            return true;
        }
        char one = word.charAt(differing[0]);
        char two = other.charAt(differing[0]);
        return ALIKE.stream().anyMatch(letters -> letters.indexOf(one) >= 0 && letters.indexOf(two) >= 0)
                || KEYS.stream()
                        .anyMatch(row -> row.indexOf(one) >= 0 && Math.abs(row.indexOf(one) - row.indexOf(two)) == 1);
    }

    private static String digits(String word) {
        return word.chars().allMatch(Character::isLetter)
                ? ""
                : word.codePoints()
                        .filter(Character::isDigit)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** The first letter above, the length below, 16 bits each; of the longest words the length is not told apart. */
    private static int shape(char first, int length) {
        return first << Short.SIZE | Math.min(length, Short.MAX_VALUE);
    }

    private static int letters(String word) {
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1 << (word.charAt(i) & 31);
        }
        return letters;
    }

    private static Set<String> countryWords() {
        Set<String> words = new HashSet<>();
        for (String code : Country.iso()) {
            words.addAll(PlainName.words(Country.english(code)));
        }
        return words;
    }
}
