package org.tieline.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.tieline.naming.column.Batches;
import org.tieline.naming.column.IntList;
import org.tieline.naming.column.IntRows;
import org.tieline.naming.column.NumbersByText;
import org.tieline.naming.column.Owners;

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

    /** Words that name, and others, of which no more are told apart where names are ranked. */
    private static final int MANY_WORDS = 7;

    private static final WordKind[] KINDS = WordKind.values();

    final Vocabulary vocabulary;

    /** What each word weighs, 0 to 1. */
    private final double[] weights;

    /** The ordinal of the kind of each word. */
    private final byte[] kinds;

    /** The country of each place. */
    private final Map<Integer, String> countries = new HashMap<>();

    /** The words of each name in their order. */
    private final IntRows words;

    /** Which of {@link #words} name the people of a country. */
    private final BitSet adjectives = new BitSet();

    /** The names by their {@link #group}, ascending in each. The place of a name here is its rank. */
    private final int[] ranked;

    /** Where each group begins among the ranks. */
    private final int[] groups = new int[(MANY_WORDS + 1) * (MANY_WORDS + 1) + 1];

    /** The ranks of the names with each word, ascending. */
    private final IntRows ranks;

    /** Whether another organization has the same words that name, and the same places. */
    private final BitSet siblings = new BitSet();

    /** Whether another organization of the same country has the same words that name, with another place or none. */
    private final BitSet contested = new BitSet();

    private final BitSet strict = new BitSet();

    /** Whether it is a few letters that begin the names of other organizations too. */
    private final BitSet families = new BitSet();

    /** Whether it is an alias without a place that another organization has with one, and that says nothing of the name. */
    private final BitSet brands = new BitSet();

    private final NumbersByText initials;

    /** The words of a name that count, and their first letters. */
    private record Read(List<Word> words, String initials) {
        static Read of(List<Word> all) {
            return new Read(all.stream().filter(Word::counts).toList(), NameWords.initials(all));
        }
    }

    NameWords(NameTable table) {
        WordReader reader = new WordReader();
        Map<String, Integer> numbers = new HashMap<>();
        List<Word> known = new ArrayList<>();
        IntList all = new IntList();
        IntList ends = new IntList();
        NumbersByText.Builder begun = new NumbersByText.Builder();
        Batches.inOrder(
                table.size(),
                name -> Read.of(table.isPart(name) ? List.of() : read(reader, table.text(name))),
                read -> {
                    for (Word word : read.words) {
                        Integer number = numbers.putIfAbsent(word.key(), known.size());
                        adjectives.set(all.size(), word.adjective());
                        all.add(number == null ? known.size() : number);
                        if (number == null) {
                            known.add(word);
                        }
                    }
                    if (read.initials.length() >= SHORTEST_INITIALS && read.initials.length() <= LONGEST_INITIALS) {
                        begun.add(read.initials, ends.size());
                    }
                    ends.add(all.size());
                });
        initials = begun.build();
        vocabulary = new Vocabulary(known);
        kinds = new byte[known.size()];
        int[] found = known.parallelStream()
                .mapToInt(word -> vocabulary.find(word.key()))
                .toArray();
        for (int i = 0; i < found.length; i++) {
            Word word = known.get(i);
            kinds[found[i]] = (byte) word.kind().ordinal();
            if (word.is(WordKind.PLACE)) {
                countries.put(found[i], word.countries().iterator().next());
            }
        }
        words = new IntRows(
                ends, Arrays.stream(all.toArray()).map(word -> found[word]).toArray());
        for (int name = 0; name < size(); name++) {
            strict.set(name, count(name) > 0 && strict(name));
        }
        ranked = ranked();
        ranks = words.inverted(known.size(), ranked);
        weights = new double[known.size()];
        Arrays.setAll(weights, this::weigh);
        findFamilies(table);
        findSiblings(table);
    }

    /** Sorts the names by group, and counts these. */
    private int[] ranked() {
        for (int name = 0; name < size(); name++) {
            groups[group(name) + 1]++;
        }
        Arrays.parallelPrefix(groups, Integer::sum);
        int[] next = groups.clone();
        int[] names = new int[size()];
        for (int name = 0; name < names.length; name++) {
            names[next[group(name)]++] = name;
        }
        return names;
    }

    /** Names without words that tell come first, then those with few such words before those with more, and of these those with few others. */
    private int group(int name) {
        int naming = 0;
        for (int i = 0; i < count(name); i++) {
            naming += kind(word(name, i)) == WordKind.NAME ? 1 : 0;
        }
        int telling = strict.get(name) ? 0 : Math.min(naming, MANY_WORDS);
        return telling * (MANY_WORDS + 1) + Math.min(count(name) - (telling == 0 ? 0 : naming), MANY_WORDS);
    }

    private double weigh(int word) {
        return switch (kind(word)) {
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
        Owners placed = new Owners(size());
        Owners local = new Owners(size());
        Owners anywhere = new Owners(size());
        int[] called = new int[table.ids.size()];
        Arrays.fill(called, -1);
        Batches.inOrder(size(), name -> hashes(table, name), each -> {
            int organization = table.organization(each.name);
            placed.add(each.placed, organization);
            local.add(each.local, organization);
            anywhere.add(each.anywhere, organization);
            if (!table.isAlias(each.name)) {
                called[organization] = each.name;
            }
        });
        Batches.inOrder(size(), name -> hashes(table, name), each -> {
            int name = each.name;
            int organization = table.organization(name);
            siblings.set(name, placed.hasOther(each.placed, organization));
            contested.set(name, local.hasOther(each.local, organization));
            if (table.isAlias(name)
                    && anywhere.hasOther(each.anywhere, organization)
                    && sorted(name, WordKind.PLACE, WordKind.PLACE).length == 0) {
                int[] naming = sorted(name, WordKind.NAME, WordKind.NAME);
                String own = called[organization] < 0 ? "" : table.key(called[organization]);
                brands.set(
                        name,
                        naming.length > 0
                                && Arrays.stream(naming).noneMatch(word -> own.contains(vocabulary.key(word))));
            }
        });
    }

    /** What {@link #findSiblings} compares of a name: the words that name and the places, those in its country, and those alone. */
    private record Hashes(int name, long placed, long local, long anywhere) {}

    private Hashes hashes(NameTable table, int name) {
        int[] all = words.row(name);
        Arrays.sort(all);
        long naming = hash(sorted(name, WordKind.NAME, WordKind.NAME));
        return new Hashes(
                name,
                hash(strict.get(name) ? all : sorted(name, WordKind.NAME, WordKind.PLACE)),
                Owners.hash(naming, Objects.hashCode(table.country(table.organization(name)))),
                naming);
    }

    private static long hash(int[] all) {
        long hash = all.length;
        for (int each : all) {
            hash = Owners.hash(hash, each);
        }
        return hash;
    }

    /** Finds which names are one word of so few letters, where another organization has that word and one more that names. */
    private void findFamilies(NameTable table) {
        Owners begun = new Owners(size());
        for (int name = 0; name < size(); name++) {
            if (sorted(name, WordKind.NAME, WordKind.NAME).length > 1) {
                begun.add(Owners.hash(0, word(name, 0)), table.organization(name));
            }
        }
        for (int name = 0; name < size(); name++) {
            if (count(name) == 1 && kind(word(name, 0)) == WordKind.NAME) {
                String key = vocabulary.key(word(name, 0));
                families.set(
                        name,
                        key.length() <= FAMILY_NAME
                                && key.codePointAt(0) < FIRST_GREEK
                                && begun.hasOther(Owners.hash(0, word(name, 0)), table.organization(name)));
            }
        }
    }

    private int[] sorted(int name, WordKind one, WordKind other) {
        int[] row = words.row(name);
        int count = 0;
        for (int word : row) {
            if (kind(word) == one || kind(word) == other) {
                row[count++] = word;
            }
        }
        Arrays.sort(row, 0, count);
        return Arrays.copyOf(row, count);
    }

    private int size() {
        return words.size();
    }

    int count(int name) {
        return words.count(name);
    }

    /** Word {@code i} of a name, from 0. */
    int word(int name, int i) {
        return words.get(name, i);
    }

    boolean isAdjective(int name, int i) {
        return adjectives.get(words.start(name) + i);
    }

    WordKind kind(int word) {
        return KINDS[kinds[word]];
    }

    /** The country of a place; null of any other word. */
    @Nullable
    String country(int word) {
        return kind(word) == WordKind.PLACE ? countries.get(word) : null;
    }

    /** Whether a word is a place within a country. */
    boolean isTown(int word) {
        return kind(word) == WordKind.PLACE && vocabulary.key(word).contains("/");
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
        return ranks.count(word);
    }

    /** The ranks of the names with each word, ascending. */
    IntRows ranks() {
        return ranks;
    }

    /** The name of a rank. */
    int ranked(int rank) {
        return ranked[rank];
    }

    /** The first rank of names with so many words that name or more; names that are {@linkplain #isStrict strict} come before 1. */
    int firstRank(int naming) {
        return groups[Math.min(naming, MANY_WORDS) * (MANY_WORDS + 1)];
    }

    /** Whether other organizations are told from this one by words of the trade alone. */
    boolean hasSiblings(int name) {
        return siblings.get(name);
    }

    /** Whether it is a few letters that begin the names of other organizations too, so that any word more may be one of these. */
    boolean isFamily(int name) {
        return families.get(name);
    }

    /** Whether another organization of the same country differs by a place, or the lack of one, and words of the trade alone. */
    boolean isContested(int name) {
        return contested.get(name);
    }

    /** Whether a name has a country among its words. */
    boolean names(int name, String wanted) {
        for (int i = 0; i < count(name); i++) {
            if (wanted.equals(country(word(name, i)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is a brand that organizations of other countries have too. */
    boolean isBrand(int name) {
        return brands.get(name);
    }

    /** Whether the words that name are too few letters, or none, to stand without the others. */
    boolean isStrict(int name) {
        return strict.get(name);
    }

    private boolean strict(int name) {
        int letters = 0;
        for (int i = 0; i < count(name); i++) {
            String key = vocabulary.key(word(name, i));
            boolean naming = kind(word(name, i)) == WordKind.NAME;
            letters += !naming ? 0 : key.codePointAt(0) < FIRST_GREEK ? key.length() : key.length() * SHORT_NAME;
        }
        return letters <= SHORT_NAME;
    }

    /** Hands on the names of several words whose first letters make a word. */
    void forInitials(String letters, IntConsumer name) {
        initials.forEach(letters, name);
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
