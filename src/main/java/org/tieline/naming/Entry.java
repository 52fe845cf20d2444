package org.tieline.naming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tieline.naming.Vocabulary.Variant;

/** What somebody wrote, as words, with the words on record that each may stand for. */
final class Entry {
    /** Longer entries are read no further. */
    private static final int MOST_WORDS = 16;

    private static final Pattern SHORT_FORM = Pattern.compile("\\s*\\((\\p{L}{2,8})\\)");

    /** All words, forms and links among them. */
    final List<Word> all;

    /** Those that count. */
    final List<Word> words;

    /** By the number of a word on record, what the word of the same place in {@link #words} has to do with it. */
    final List<Map<Integer, Variant>> variants = new ArrayList<>();

    /** The country that the entry is of; null if not known. */
    final @Nullable String country;

    /** Countries that have its legal form; none if that says nothing. */
    final Set<String> formCountries = new TreeSet<>();

    private final double[] weights;

    Entry(String text, @Nullable String country, NameWords names) {
        this.country = country;
        Map<String, Collection<Variant>> known = new HashMap<>();
        Function<String, Collection<Variant>> meant = word -> known.computeIfAbsent(word, names.vocabulary::variants);
        List<Word> read = new WordReader(
                        names.vocabulary::isName, word -> !meant.apply(word).isEmpty())
                .read(withoutShortForm(text));
        all = read.subList(0, Math.min(read.size(), MOST_WORDS));
        words = all.stream().filter(Word::counts).toList();
        for (Word word : all) {
            if (word.is(WordKind.FORM)) {
                formCountries.addAll(word.countries());
            }
        }
        for (Word word : words) {
            Map<Integer, Variant> here = new HashMap<>();
            Collection<Variant> found = word.is(WordKind.NAME) ? meant.apply(word.key()) : same(names, word);
            found.forEach(variant -> here.put(variant.word(), word.isJoined() ? variant.ofParts() : variant));
            slip(names, word, here);
            variants.add(here);
        }
        weights = words.stream().mapToDouble(names::weight).toArray();
        for (int i = 0; i < weights.length; i++) {
            if (words.get(i).is(WordKind.NAME)) {
                weights[i] = variants.get(i).values().stream()
                        .filter(variant -> !variant.doubtful())
                        .mapToDouble(variant -> names.weight(variant.word()))
                        .max()
                        .orElse(weights[i]);
            }
        }
    }

    /** What names may be a slip in a word of the trade or in a country as well, where names on record have that word. */
    private static void slip(NameWords names, Word word, Map<Integer, Variant> here) {
        if (word.is(WordKind.NAME) && here.values().stream().noneMatch(Variant::isSame)) {
            WordMeaning trade = Lexicon.misspelt(word.key());
            WordMeaning meant = trade == null ? Lexicon.misspeltPlace(word.key()) : trade;
            int number = meant == null ? -1 : names.vocabulary.find(meant.key());
            if (number >= 0) {
                here.putIfAbsent(number, Variant.slip(number, trade == null));
            }
        }
    }

    /** An entry without what stands in brackets behind the words that it is the first letters of. */
    private static String withoutShortForm(String text) {
        Matcher inBrackets = SHORT_FORM.matcher(text);
        while (inBrackets.find()) {
            StringBuilder letters = new StringBuilder();
            List<String> before = PlainName.words(text.substring(0, inBrackets.start()), List.of());
            before.forEach(word -> letters.append(word.charAt(0)));
            if (before.size() > 1 && letters.toString().startsWith(Letters.folded(inBrackets.group(1)))) {
                return text.substring(0, inBrackets.start()) + text.substring(inBrackets.end());
            }
        }
        return text;
    }

    private static List<Variant> same(NameWords names, Word word) {
        int number = names.vocabulary.find(word.key());
        return number < 0 ? List.of() : List.of(Variant.same(number));
    }

    /** The words on record that some word of the entry may stand for, ascending. */
    int[] wanted() {
        return variants.stream()
                .flatMap(here -> here.keySet().stream())
                .mapToInt(Integer::intValue)
                .sorted()
                .distinct()
                .toArray();
    }

    /** What word {@code i} weighs: as much as the one on record that it stands for. */
    double weight(int i) {
        return weights[i];
    }

    /** Whether it names a country, and none is the one that it is said to be of. */
    boolean namesElsewhere() {
        List<Word> places =
                words.stream().filter(word -> word.is(WordKind.PLACE)).toList();
        return !places.isEmpty()
                && places.stream().noneMatch(word -> word.countries().contains(country));
    }

    /**
     * The words that say who or where it is, a bit each.
     *
     * @param trade whether words of the trade tell too
     */
    int telling(boolean trade) {
        int telling = 0;
        for (int i = 0; i < words.size(); i++) {
            WordKind kind = words.get(i).kind();
            boolean tells = kind == WordKind.NAME || kind == WordKind.PLACE || trade && kind == WordKind.TRADE;
            telling |= tells ? 1 << i : 0;
        }
        return telling;
    }
}
