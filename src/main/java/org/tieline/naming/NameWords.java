package org.tieline.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The words of all names of a table that count, with what tells how much. Names have the numbers of the table. */
final class NameWords {
    private static final double LEAST_WEIGHT = 0.4;
    private static final double PLACE_WEIGHT = 0.35;
    private static final double TRADE_WEIGHT = 0.2;
    private static final double GROUP_WEIGHT = 0.1;
    private static final int SHORTEST_INITIALS = 3;
    private static final int LONGEST_INITIALS = 6;
    private static final int SHORT_NAME = 2;
    private static final int FAMILY_NAME = 3;
    private static final int FIRST_GREEK = 0x370;

    final Vocabulary vocabulary;

    /** What each word weighs, 0 to 1. */
    private final double[] weights;

    private final WordKind[] kinds;

    /** The country of a place; null of any other word. */
    private final String[] countries;

    /** Words of name n in their order: {@code words[offsets[n]]} up to, not including, {@code words[offsets[n + 1]]}. */
    private final int[] offsets;

    private final int[] words;

    /** Which of {@link #words} name the people of a country. */
    private final boolean[] adjectives;

    /** Names with word w, ascending: {@code names[nameOffsets[w]]} up to {@code names[nameOffsets[w + 1]]}. */
    private final int[] nameOffsets;

    private final int[] names;

    /** Whether another organization has the same words that name, and the same places. */
    private final boolean[] siblings;

    /** Whether another organization of the same country has the same words that name, with another place or none. */
    private final boolean[] contested;

    private final boolean[] strict;

    /** Whether it is a few letters that begin the names of other organizations too. */
    private final boolean[] families;

    /** Whether it is an alias without a place that another organization has with one, and that says nothing of the name. */
    private final boolean[] brands;

    /** Hash of initials and number of the name, 32 bits each; sorted. */
    private final long[] initials;

    NameWords(NameTable table) {
        WordReader reader = new WordReader();
        List<List<Word>> read = new ArrayList<>(table.size());
        Map<String, Word> byKey = new HashMap<>();
        List<Long> begun = new ArrayList<>();
        for (int name = 0; name < table.size(); name++) {
            List<Word> all = table.isPart(name) ? List.of() : read(reader, table.text(name));
            List<Word> counting = all.stream().filter(Word::counts).toList();
            counting.forEach(word -> byKey.putIfAbsent(word.key(), word));
            read.add(counting);
            String letters = initials(all);
            if (letters.length() >= SHORTEST_INITIALS && letters.length() <= LONGEST_INITIALS) {
                begun.add((long) letters.hashCode() << Integer.SIZE | name);
            }
        }
        initials = begun.stream().mapToLong(Long::longValue).sorted().toArray();
        List<String> naming = new ArrayList<>();
        List<String> others = new ArrayList<>();
        byKey.values().forEach(word -> (word.is(WordKind.NAME) ? naming : others).add(word.key()));
        vocabulary = new Vocabulary(naming, others);
        kinds = new WordKind[vocabulary.size()];
        countries = new String[vocabulary.size()];
        byKey.forEach((key, word) -> {
            int number = vocabulary.find(key);
            kinds[number] = word.kind();
            countries[number] =
                    word.is(WordKind.PLACE) ? word.countries().iterator().next() : null;
        });
        offsets = new int[table.size() + 1];
        for (int name = 0; name < table.size(); name++) {
            offsets[name + 1] = offsets[name] + read.get(name).size();
        }
        List<Word> flat = read.stream().flatMap(List::stream).toList();
        words = flat.stream().mapToInt(word -> vocabulary.find(word.key())).toArray();
        adjectives = new boolean[words.length];
        for (int i = 0; i < words.length; i++) {
            adjectives[i] = flat.get(i).adjective();
        }
        nameOffsets = new int[vocabulary.size() + 1];
        names = postings();
        weights = new double[vocabulary.size()];
        Arrays.setAll(weights, this::weigh);
        strict = new boolean[table.size()];
        for (int name = 0; name < strict.length; name++) {
            strict[name] = count(name) > 0 && strict(name);
        }
        families = new boolean[table.size()];
        for (int name = 0; name < families.length; name++) {
            families[name] = isFamily(table, name);
        }
        siblings = new boolean[table.size()];
        contested = new boolean[table.size()];
        brands = new boolean[table.size()];
        findSiblings(table);
    }

    private int[] postings() {
        for (int name = 0; name < size(); name++) {
            Arrays.stream(wordsOf(name)).distinct().forEach(word -> nameOffsets[word + 1]++);
        }
        Arrays.parallelPrefix(nameOffsets, Integer::sum);
        int[] next = Arrays.copyOf(nameOffsets, nameOffsets.length);
        int[] found = new int[nameOffsets[nameOffsets.length - 1]];
        for (int name = 0; name < size(); name++) {
            int current = name;
            Arrays.stream(wordsOf(name)).distinct().forEach(word -> found[next[word]++] = current);
        }
        return found;
    }

    private double weigh(int word) {
        return switch (kinds[word]) {
            case PLACE -> PLACE_WEIGHT;
            case TRADE -> TRADE_WEIGHT;
            case GROUP -> GROUP_WEIGHT;
            default -> rarity(frequency(word));
        };
    }

    /** What a word weighs that so many names have, {@value #LEAST_WEIGHT} to 1. */
    double rarity(int frequency) {
        double all = Math.log(1.0 + size());
        double rare = frequency == 0 ? 1 : Math.log(1.0 + (double) size() / frequency) / Math.max(all, 1);
        return LEAST_WEIGHT + (1 - LEAST_WEIGHT) * Math.min(1, rare);
    }

    /** Reads a name. What stands in brackets and names by itself is another name of the same, and not read here. */
    private static List<Word> read(WordReader reader, String name) {
        int open = name.indexOf('(');
        int close = name.indexOf(')', open + 1);
        if (open > 0 && close > open) {
            List<Word> inside = reader.read(name.substring(open + 1, close));
            if (inside.stream().anyMatch(word -> word.is(WordKind.NAME))) {
                return reader.read(name.substring(0, open) + name.substring(close + 1));
            }
        }
        return reader.read(name);
    }

    /** Finds which names other organizations have but for words of the trade, or but for a place in the same country. */
    private void findSiblings(NameTable table) {
        Map<List<Integer>, Integer> owners = new HashMap<>();
        Map<List<Integer>, Integer> here = new HashMap<>();
        Set<List<Integer>> shared = new HashSet<>();
        Set<List<Integer>> sharedHere = new HashSet<>();
        Map<List<Integer>, Integer> anywhere = new HashMap<>();
        Set<List<Integer>> sharedAnywhere = new HashSet<>();
        Map<Integer, String> called = new HashMap<>();
        List<List<Integer>> keys = new ArrayList<>(size());
        List<List<Integer>> keysHere = new ArrayList<>(size());
        for (int name = 0; name < size(); name++) {
            List<Integer> placed = strict[name]
                    ? Arrays.stream(wordsOf(name)).sorted().boxed().toList()
                    : sorted(name, WordKind.NAME, WordKind.PLACE);
            int organization = table.organization(name);
            List<Integer> local = new ArrayList<>(sorted(name, WordKind.NAME, WordKind.NAME));
            local.add(Objects.hashCode(table.countries[organization]));
            keys.add(placed);
            keysHere.add(local);
            share(owners, shared, placed, organization);
            share(here, sharedHere, local, organization);
            share(anywhere, sharedAnywhere, sorted(name, WordKind.NAME, WordKind.NAME), organization);
            if (!table.isAlias(name)) {
                called.put(organization, table.key(name));
            }
        }
        for (int name = 0; name < size(); name++) {
            siblings[name] = shared.contains(keys.get(name));
            contested[name] = sharedHere.contains(keysHere.get(name));
            List<Integer> naming = sorted(name, WordKind.NAME, WordKind.NAME);
            String own = called.getOrDefault(table.organization(name), "");
            brands[name] = table.isAlias(name)
                    && !naming.isEmpty()
                    && sharedAnywhere.contains(naming)
                    && sorted(name, WordKind.PLACE, WordKind.PLACE).isEmpty()
                    && naming.stream().noneMatch(word -> own.contains(vocabulary.key(word)));
        }
    }

    /** Whether it is one word of so few letters, and another organization has that word and one more that names. */
    private boolean isFamily(NameTable table, int name) {
        if (count(name) != 1 || kinds[word(name, 0)] != WordKind.NAME) {
            return false;
        }
        String key = vocabulary.key(word(name, 0));
        return key.length() <= FAMILY_NAME
                && key.codePointAt(0) < FIRST_GREEK
                && Arrays.stream(namesWith(word(name, 0), frequency(word(name, 0))))
                        .anyMatch(other -> table.organization(other) != table.organization(name)
                                && word(other, 0) == word(name, 0)
                                && sorted(other, WordKind.NAME, WordKind.NAME).size() > 1);
    }

    private static void share(
            Map<List<Integer>, Integer> owners, Set<List<Integer>> shared, List<Integer> key, int organization) {
        Integer before = owners.putIfAbsent(key, organization);
        if (before != null && before != organization) {
            shared.add(key);
        }
    }

    private List<Integer> sorted(int name, WordKind one, WordKind other) {
        return Arrays.stream(wordsOf(name))
                .filter(word -> kinds[word] == one || kinds[word] == other)
                .sorted()
                .boxed()
                .toList();
    }

    private int size() {
        return offsets.length - 1;
    }

    private int[] wordsOf(int name) {
        return Arrays.copyOfRange(words, offsets[name], offsets[name + 1]);
    }

    int count(int name) {
        return offsets[name + 1] - offsets[name];
    }

    /** Word {@code i} of a name, from 0. */
    int word(int name, int i) {
        return words[offsets[name] + i];
    }

    boolean isAdjective(int name, int i) {
        return adjectives[offsets[name] + i];
    }

    WordKind kind(int word) {
        return kinds[word];
    }

    /** The country of a place; null of any other word. */
    String country(int word) {
        return countries[word];
    }

    double weight(int word) {
        return weights[word];
    }

    /** What a word weighs that no name need have. */
    double weight(Word word) {
        int number = vocabulary.find(word.key());
        return switch (word.kind()) {
            case PLACE -> PLACE_WEIGHT;
            case TRADE -> TRADE_WEIGHT;
            case GROUP -> GROUP_WEIGHT;
            default -> number >= 0 ? weights[number] : rarity(0);
        };
    }

    /** How many names have a word. */
    int frequency(int word) {
        return nameOffsets[word + 1] - nameOffsets[word];
    }

    /** The names with a word, ascending, at most so many. */
    int[] namesWith(int word, int most) {
        return Arrays.copyOfRange(names, nameOffsets[word], Math.min(nameOffsets[word + 1], nameOffsets[word] + most));
    }

    /** Whether other organizations are told from this one by words of the trade alone. */
    boolean hasSiblings(int name) {
        return siblings[name];
    }

    /** Whether it is a few letters that begin the names of other organizations too, so that any word more may be one of these. */
    boolean isFamily(int name) {
        return families[name];
    }

    /** Whether another organization of the same country differs by a place, or the lack of one, and words of the trade alone. */
    boolean isContested(int name) {
        return contested[name];
    }

    /**
     * Whether a name has only words of an entry, or all of the entry's words that name.
     *
     * @param wanted the words on record that the entry's may stand for, ascending
     * @param naming how many words of the entry name
     */
    boolean isPromising(int name, int[] wanted, int naming) {
        int found = 0;
        int left = 0;
        for (int i = offsets[name]; i < offsets[name + 1]; i++) {
            boolean there = Arrays.binarySearch(wanted, words[i]) >= 0;
            WordKind kind = kinds[words[i]];
            found += there && kind == WordKind.NAME ? 1 : 0;
            left += !there && kind == WordKind.NAME ? 1 : 0;
        }
        return left == 0 || found >= naming;
    }

    /** Whether a name has a country among its words. */
    boolean names(int name, String wanted) {
        for (int i = 0; i < count(name); i++) {
            if (wanted.equals(countries[word(name, i)])) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is a brand that organizations of other countries have too. */
    boolean isBrand(int name) {
        return brands[name];
    }

    /** Whether the words that name are too few letters, or none, to stand without the others. */
    boolean isStrict(int name) {
        return strict[name];
    }

    private boolean strict(int name) {
        int letters = 0;
        for (int i = 0; i < count(name); i++) {
            String key = vocabulary.key(word(name, i));
            boolean naming = kinds[word(name, i)] == WordKind.NAME;
            letters += !naming ? 0 : key.codePointAt(0) < FIRST_GREEK ? key.length() : key.length() * SHORT_NAME;
        }
        return letters <= SHORT_NAME;
    }

    /** The names of several words whose first letters make a word. */
    List<Integer> namesOfInitials(String letters) {
        long from = (long) letters.hashCode() << Integer.SIZE;
        int start = Arrays.binarySearch(initials, from);
        List<Integer> found = new ArrayList<>();
        for (int at = start < 0 ? -start - 1 : start;
                at < initials.length && initials[at] >> Integer.SIZE == letters.hashCode();
                at++) {
            found.add((int) initials[at]);
        }
        return found;
    }

    /** The first letters of the words, forms and links left out; empty if one of them is in no alphabet. */
    static String initials(List<Word> words) {
        StringBuilder letters = new StringBuilder();
        for (Word word : words) {
            if (word.counts()) {
                if (Scripts.unspaced(word.text().codePointAt(0))) {
                    return "";
                }
                for (String each : word.text().split(" ")) {
                    letters.append(each.charAt(0));
                }
            }
        }
        return letters.toString();
    }
}
