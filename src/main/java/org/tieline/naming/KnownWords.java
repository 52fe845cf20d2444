package org.tieline.naming;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.tieline.model.Country;

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
    private static final Set<String> COUNTRY_WORDS = countryWords();

    /** In code-unit order. */
    private final String[] words;

    /** 16 bits first letter, 16 bits length, 32 bits number of the word; sorted. */
    private final long[] shapes;

    /** The letters of each word as bits, several letters sharing one. */
    private final int[] letters;

    KnownWords(Collection<String> all) {
        words = new TreeSet<>(all).toArray(String[]::new);
        shapes = new long[words.length];
        letters = new int[words.length];
        for (int word = 0; word < words.length; word++) {
            shapes[word] = shape(words[word].charAt(0), words[word].length()) | word;
            letters[word] = letters(words[word]);
        }
        Arrays.sort(shapes);
    }

    int size() {
        return words.length;
    }

    String word(int number) {
        return words[number];
    }

    /** The number of a word; negative if no name has it. */
    int find(String word) {
        return Arrays.binarySearch(words, word);
    }

    /** The number of the first word that begins with a text, or of the one that would follow it. */
    int first(String beginning) {
        int found = Arrays.binarySearch(words, beginning);
        return found < 0 ? -found - 1 : found;
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
        int allowed = allowed(word);
        if (allowed == 0) {
            return;
        }
        DamerauLevenshteinDistance distance = new DamerauLevenshteinDistance(allowed);
        int mask = letters(word);
        long from = shape(word.charAt(0), word.length() - allowed);
        long to = shape(word.charAt(0), word.length() + allowed + 1);
        int start = Arrays.binarySearch(shapes, from);
        for (int at = start < 0 ? -start - 1 : start; at < shapes.length && shapes[at] < to; at++) {
            int number = (int) shapes[at];
            if (Integer.bitCount(mask ^ letters[number]) <= 2 * allowed && isSlip(distance, word, words[number])) {
                found.accept(number);
            }
        }
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

    private static String digits(String word) {
        return word.chars().allMatch(Character::isLetter)
                ? ""
                : word.codePoints()
                        .filter(Character::isDigit)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static long shape(char first, int length) {
        return (long) first << 48 | (long) length << 32;
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
