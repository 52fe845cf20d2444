package org.tieline.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.tieline.naming.NameCandidate.CountryCheck;
import org.tieline.naming.Vocabulary.Variant;
import org.tieline.naming.column.IntRows;

/**
 * Which names are compared with an entry: all that have a rare word of it, and of a word that many have the names that share
 * most with it. Rare words come first, and what one entry may cost is bounded however common its words are.
 */
final class NameChoice {
    /** Names that are compared for one word. */
    private static final int MOST_OF_WORD = 100;

    /** Names of one word that are looked at. */
    static final int MOST_LOOKED_AT = 2_000;

    /** Names of one word that are asked whether they have the other words too. */
    private static final int MOST_MET = 8_000;

    /** Names that are looked at in all. */
    private static final int MOST_SEEN = 10_000;

    /** Names that are compared in all. */
    private static final int MOST = 1_500;

    // In shares of what Agreement gives for all words of a name, 25 points.
    private static final double OTHER_COUNTRY = 0.8;
    private static final double WHOLE = 0.7;
    private static final double IN_ENTRY = 0.8;

    private final NameTable table;
    private final NameWords words;
    private final Entry entry;
    private final IntRows ranks;
    private final int[] wanted;
    private final int naming;

    /** Of all words of the entry. */
    private final double weight;

    /** What the words of the entry that name may stand for; of a word that is repeated once. */
    private final Set<Map<Integer, Variant>> meant = new LinkedHashSet<>();

    /** Which of {@link #meant} the fewest names have, of several the first. */
    private final Map<Integer, Variant> rarest;

    private final Set<Integer> chosen = new LinkedHashSet<>();

    /** How many names were looked at so far. */
    private int seen;

    NameChoice(NameTable table, Entry entry) {
        this.table = table;
        this.entry = entry;
        words = table.nameWords;
        ranks = words.ranks();
        wanted = entry.wanted();
        weight = IntStream.range(0, entry.words.size())
                .mapToDouble(entry::weight)
                .sum();
        for (int i = 0; i < entry.words.size(); i++) {
            if (entry.words.get(i).is(WordKind.NAME)) {
                meant.add(entry.variants.get(i));
            }
        }
        naming = meant.size();
        rarest = meant.stream()
                .min(Comparator.comparingInt(each ->
                        each.keySet().stream().mapToInt(words::frequency).sum()))
                .orElse(Map.of());
    }

    /** The names, those of rare words first; at most {@value #MOST}. */
    int[] names() {
        List<Integer> heads = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < entry.words.size(); i++) {
            (entry.words.get(i).is(WordKind.NAME) ? heads : others)
                    .addAll(entry.variants.get(i).keySet());
        }
        rareFirst(heads)
                .forEach(word -> choose(words.frequency(word) <= MOST_OF_WORD ? ranks.row(word) : best(named(word))));
        rareFirst(others).forEach(word -> choose(best(below(word, 1))));
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    private List<Integer> rareFirst(Collection<Integer> all) {
        return all.stream()
                .sorted(Comparator.comparingInt(words::frequency).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private void choose(int[] found) {
        Arrays.stream(found)
                .map(words::ranked)
                .sorted()
                .takeWhile(name -> chosen.size() < MOST)
                .forEach(chosen::add);
    }

    /** The names of a word with fewer words that name than the entry, and those that have all that name in the entry. */
    private IntStream named(int word) {
        int few = ranks.first(word, words.firstRank(naming));
        int end = rarest.containsKey(word) ? Math.min(ranks.count(word), few + MOST_MET) : few;
        return IntStream.concat(
                below(word, naming),
                IntStream.range(few, end)
                        .map(at -> ranks.get(word, at))
                        .filter(this::hasAll)
                        .limit(MOST_LOOKED_AT));
    }

    /** The names of a word that are {@linkplain NameWords#isStrict strict} or have fewer words that name. */
    private IntStream below(int word, int least) {
        int end = ranks.first(word, words.firstRank(least));
        return IntStream.range(0, Math.min(end, MOST_LOOKED_AT)).map(at -> ranks.get(word, at));
    }

    private boolean hasAll(int rank) {
        for (Map<Integer, Variant> each : meant) {
            if (each != rarest && each.keySet().stream().noneMatch(word -> ranks.has(word, rank))) {
                return false;
            }
        }
        return true;
    }

    /** Of many names those that share most with the entry; none that are hints and no more. */
    private int[] best(IntStream found) {
        int[] all = found.limit(Math.max(0, MOST_SEEN - seen)).toArray();
        seen += all.length;
        return all.length <= MOST_OF_WORD
                ? all
                : Arrays.stream(all)
                        .mapToLong(rank -> (long) (closeness(words.ranked(rank)) * -1_000) << Integer.SIZE | rank)
                        .filter(each -> each < 0)
                        .sorted()
                        .limit(MOST_OF_WORD)
                        .mapToInt(each -> (int) each)
                        .toArray();
    }

    /** How much a name shares with the entry, in the proportions of {@link Agreement}; 0 if it can be no more than a hint. */
    private double closeness(int name) {
        int found = 0;
        int left = 0;
        double all = 0;
        double shared = 0;
        for (int i = 0; i < words.count(name); i++) {
            int word = words.word(name, i);
            boolean there = Arrays.binarySearch(wanted, word) >= 0
                    || entry.country != null && entry.country.equals(words.country(word));
            if (words.kind(word) == WordKind.NAME) {
                found += there ? 1 : 0;
                left += there ? 0 : 1;
            }
            all += words.weight(word);
            shared += there ? words.weight(word) : 0;
        }
        if (left > 0 && found < naming) {
            return 0;
        }
        double close =
                1 + (found < naming ? IN_ENTRY * Math.min(1, shared / weight) : shared / all + (left == 0 ? WHOLE : 0));
        return CountryCheck.of(entry.country, table.country(table.organization(name))) == CountryCheck.DIFFERENT
                ? close - OTHER_COUNTRY
                : close;
    }
}
