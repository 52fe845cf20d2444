package org.tieline.naming;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * All names of all organizations as columns, numbered by their keys, with the words that they are made of.
 *
 * <p>Organizations are numbered by id. A name is one row; what a name has in one East Asian script is another row of its
 * own, see {@link #isPart}.
 */
final class NameTable {
    private static final int SHORTEST_PART = 3;

    /** What a firm does names no firm: telecom, mobile, communication, network, group in East Asian scripts. */
    private static final Set<String> TRADE =
            Set.of("텔레콤", "모바일", "네트웍스", "그룹", "テレコム", "モバイル", "ネットワーク", "グループ", "コミュニケーションズ", "电信集团", "通信集团");

    final String[] ids;

    /** Null where an organization has none. */
    final String[] countries;

    final KnownWords knownWords;

    final NameWords nameWords;

    /** {@link PlainName#key()} of each name, ascending. */
    private final String[] keys;

    private final String[] texts;
    private final int[] organizations;
    private final boolean[] aliases;
    private final boolean[] parts;

    /** Words of name n in their order: {@code words[wordOffsets[n]]} up to, not including, {@code words[wordOffsets[n + 1]]}. */
    private final int[] wordOffsets;

    private final int[] words;

    /** Names with word w, ascending, parts left out: {@code names[nameOffsets[w]]} up to {@code names[nameOffsets[w + 1]]}. */
    private final int[] nameOffsets;

    private final int[] names;

    private record Row(int organization, String text, boolean alias, boolean part, List<String> words, String key) {}

    NameTable(Collection<NamedOrganization> named) {
        List<NamedOrganization> byId = named.stream()
                .sorted(Comparator.comparing(NamedOrganization::id))
                .toList();
        ids = byId.stream().map(NamedOrganization::id).toArray(String[]::new);
        countries = byId.stream().map(NamedOrganization::country).toArray(String[]::new);
        List<Row> rows = new ArrayList<>();
        for (int organization = 0; organization < ids.length; organization++) {
            add(organization, byId.get(organization), rows);
        }
        rows.sort(Comparator.comparing(Row::key)
                .thenComparingInt(Row::organization)
                .thenComparing(Row::alias)
                .thenComparing(Row::part)
                .thenComparing(Row::text));
        keys = rows.stream().map(Row::key).toArray(String[]::new);
        texts = rows.stream().map(Row::text).toArray(String[]::new);
        organizations = rows.stream().mapToInt(Row::organization).toArray();
        aliases = new boolean[keys.length];
        parts = new boolean[keys.length];
        wordOffsets = new int[keys.length + 1];
        knownWords = new KnownWords(
                rows.stream().flatMap(row -> row.words.stream()).distinct().toList());
        words = rows.stream()
                .flatMap(row -> row.words.stream())
                .mapToInt(knownWords::find)
                .toArray();
        nameOffsets = new int[knownWords.size() + 1];
        for (int name = 0; name < keys.length; name++) {
            Row row = rows.get(name);
            aliases[name] = row.alias;
            parts[name] = row.part;
            wordOffsets[name + 1] = wordOffsets[name] + row.words.size();
        }
        names = postings();
        nameWords = new NameWords(this);
    }

    private static void add(int organization, NamedOrganization named, List<Row> rows) {
        Map<String, Boolean> all = new TreeMap<>();
        named.aliases().forEach(alias -> all.put(alias, true));
        all.put(named.name(), false);
        all.forEach((text, alias) -> {
            PlainName plain = PlainName.of(text);
            if (plain.words().isEmpty()) {
                return;
            }
            rows.add(new Row(organization, text, alias, false, plain.words(), plain.key()));
            parts(plain.words())
                    .forEach(part -> rows.add(new Row(organization, text, alias, true, List.of(part), part)));
        });
    }

    /** What a name of several scripts has in each East Asian one, if that is long enough to be told from others. */
    private static List<String> parts(List<String> words) {
        if (words.size() < 2 || words.stream().noneMatch(word -> Scripts.eastAsian(word.codePointAt(0)))) {
            return List.of();
        }
        Map<List<String>, StringBuilder> byScript = new HashMap<>();
        words.forEach(word -> byScript.computeIfAbsent(Scripts.of(word), none -> new StringBuilder())
                .append(word));
        return byScript.size() < 2
                ? List.of()
                : byScript.values().stream()
                        .map(StringBuilder::toString)
                        .filter(part -> !TRADE.contains(part)
                                && Scripts.eastAsian(part.codePointAt(0))
                                && part.codePointCount(0, part.length()) >= SHORTEST_PART)
                        .sorted()
                        .toList();
    }

    private int[] postings() {
        for (int name = 0; name < keys.length; name++) {
            forEachWordOnce(name, word -> nameOffsets[word + 1]++);
        }
        Arrays.parallelPrefix(nameOffsets, Integer::sum);
        int[] next = Arrays.copyOf(nameOffsets, nameOffsets.length);
        int[] found = new int[nameOffsets[nameOffsets.length - 1]];
        for (int name = 0; name < keys.length; name++) {
            int current = name;
            forEachWordOnce(name, word -> found[next[word]++] = current);
        }
        return found;
    }

    private void forEachWordOnce(int name, IntConsumer each) {
        if (!parts[name]) {
            Arrays.stream(words, wordOffsets[name], wordOffsets[name + 1])
                    .distinct()
                    .forEach(each);
        }
    }

    int size() {
        return keys.length;
    }

    /** The first name of a key, or of the one that would follow it. */
    int first(String key) {
        int from = 0;
        int to = keys.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (keys[middle].compareTo(key) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** The organization with the first id that begins with a text, or with the one that would follow it. */
    int firstId(String beginning) {
        int found = Arrays.binarySearch(ids, beginning);
        return found < 0 ? -found - 1 : found;
    }

    boolean hasKey(int name, String key) {
        return name < keys.length && keys[name].equals(key);
    }

    String key(int name) {
        return keys[name];
    }

    /** As it is on record. */
    String text(int name) {
        return texts[name];
    }

    /** Whether a text is a name letter by letter, however its accents are encoded. */
    boolean isExactly(int name, String text) {
        return Objects.equals(
                Normalizer.normalize(texts[name], Normalizer.Form.NFC),
                Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    int organization(int name) {
        return organizations[name];
    }

    boolean isAlias(int name) {
        return aliases[name];
    }

    /** Whether the key is not of the whole name but of what it has in one East Asian script. */
    boolean isPart(int name) {
        return parts[name];
    }

    int wordCount(int name) {
        return wordOffsets[name + 1] - wordOffsets[name];
    }

    /** Word {@code i} of a name, from 0. */
    int word(int name, int i) {
        return words[wordOffsets[name] + i];
    }

    /** The names with a word, ascending. */
    int[] namesWith(int word) {
        return Arrays.copyOfRange(names, nameOffsets[word], nameOffsets[word + 1]);
    }

    /** How many names have a word. */
    int frequency(int word) {
        return nameOffsets[word + 1] - nameOffsets[word];
    }

    boolean hasWord(int name, int word) {
        return Arrays.binarySearch(names, nameOffsets[word], nameOffsets[word + 1], name) >= 0;
    }
}
