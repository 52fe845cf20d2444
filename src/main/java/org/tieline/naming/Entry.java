package org.tieline.naming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.tieline.naming.Vocabulary.Variant;

/** What somebody wrote, as words, with the words on record that each may stand for. */
final class Entry {
    /** Longer entries are read no further. */
    private static final int MOST_WORDS = 16;

    /** All words, forms and links among them. */
    final List<Word> all;

    /** Those that count. */
    final List<Word> words;

    /** By the number of a word on record, what the word of the same place in {@link #words} has to do with it. */
    final List<Map<Integer, Variant>> variants = new ArrayList<>();

    /** The country that the entry is of; null if not known. */
    final String country;

    /** Countries that have its legal form; none if that says nothing. */
    final Set<String> formCountries = new TreeSet<>();

    private final double[] weights;

    Entry(String text, String country, NameWords names) {
        this.country = country;
        Map<String, Collection<Variant>> known = new HashMap<>();
        Function<String, Collection<Variant>> meant = word -> known.computeIfAbsent(word, names.vocabulary::variants);
        List<Word> read = new WordReader(
                        names.vocabulary::isName, word -> !meant.apply(word).isEmpty())
                .read(text);
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
            found.forEach(variant -> here.put(variant.word(), variant));
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

    /** The words that count and are no part of a group, a bit each. */
    int telling() {
        int telling = 0;
        for (int i = 0; i < words.size(); i++) {
            telling |= words.get(i).is(WordKind.GROUP) ? 0 : 1 << i;
        }
        return telling;
    }
}
