package org.tieline.naming;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tieline.naming.column.Batches;
import org.tieline.naming.column.IntList;
import org.tieline.naming.column.IntRows;
import org.tieline.naming.column.Texts;

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

    /** In their order. */
    final Texts ids;

    /** The words of all names, in their order. */
    final Texts knownWords;

    final NameWords nameWords;

    /** Of each organization the place of its country among {@link #codes}. */
    private final short[] countries;

    /** Country codes, each once; null, for those that have none, among them. */
    private final String[] codes;

    private final Texts texts;
    private final int[] organizations;
    private final BitSet aliases = new BitSet();
    private final BitSet parts = new BitSet();

    /** The words of each name in their order, which are its {@link PlainName#key()} together. Names are numbered by these. */
    private final IntRows words;

    /** The names with each word, ascending. */
    private final IntRows names;

    NameTable(Collection<NamedOrganization> named) {
        NamedOrganization[] byId = named.toArray(NamedOrganization[]::new);
        Batches.sort(byId, Comparator.comparing(NamedOrganization::id, Texts.ORDER));
        ids = new Texts(byId.length, organization -> byId[organization].id());
        countries = new short[byId.length];
        Map<String, Short> numbers = new LinkedHashMap<>();
        Draft draft = new Draft();
        for (int organization = 0; organization < byId.length; organization++) {
            String country = byId[organization].country();
            numbers.putIfAbsent(country, (short) numbers.size());
            countries[organization] = numbers.get(country);
        }
        Batches.inOrder(byId.length, organization -> Row.of(organization, byId[organization]), draft::add);
        codes = numbers.keySet().toArray(String[]::new);
        knownWords = Texts.sorted(draft.numbers.keySet());
        int[] known = draft.known(knownWords);
        Integer[] order = draft.order(knownWords, known);
        texts = new Texts(order.length, name -> draft.texts.get(order[name]));
        organizations = new int[order.length];
        IntList all = new IntList();
        IntList ends = new IntList();
        for (int name = 0; name < order.length; name++) {
            int row = order[name];
            organizations[name] = draft.organizations.get(row);
            aliases.set(name, draft.aliases.get(row));
            parts.set(name, draft.parts.get(row));
            for (int i = draft.start(row); i < draft.ends.get(row); i++) {
                all.add(known[draft.words.get(i)]);
            }
            ends.add(all.size());
        }
        words = new IntRows(ends, all.toArray());
        names = words.inverted(
                knownWords.size(), IntStream.range(0, order.length).toArray());
        nameWords = new NameWords(this);
    }

    /** A name, or what it has in one East Asian script. */
    private record Row(int organization, String text, boolean alias, boolean part, List<String> words) {
        /** All of an organization. */
        static List<Row> of(int organization, NamedOrganization named) {
            Map<String, Boolean> all = new TreeMap<>();
            named.aliases().forEach(alias -> all.put(alias, true));
            all.put(named.name(), false);
            List<Row> rows = new ArrayList<>();
            all.forEach((text, alias) -> {
                List<String> words = PlainName.of(text).words();
                if (!words.isEmpty()) {
                    rows.add(new Row(organization, text, alias, false, words));
                    parts(words).forEach(part -> rows.add(new Row(organization, text, alias, true, List.of(part))));
                }
            });
            return rows;
        }
    }

    /** The rows in the order in which they come, with words numbered as they come. */
    private static final class Draft {
        final Map<String, Integer> numbers = new HashMap<>();
        final List<String> texts = new ArrayList<>();
        final IntList organizations = new IntList();
        final BitSet aliases = new BitSet();
        final BitSet parts = new BitSet();
        final IntList words = new IntList();

        /** Where the words of each row end. */
        final IntList ends = new IntList();

        void add(List<Row> rows) {
            for (Row each : rows) {
                int row = texts.size();
                texts.add(each.text);
                organizations.add(each.organization);
                aliases.set(row, each.alias);
                parts.set(row, each.part);
                for (String word : each.words) {
                    Integer number = numbers.putIfAbsent(word, numbers.size());
                    words.add(number == null ? numbers.size() - 1 : number);
                }
                ends.add(words.size());
            }
        }

        int start(int row) {
            return row == 0 ? 0 : ends.get(row - 1);
        }

        /** Of each word as it came the number among the known ones. */
        int[] known(Texts knownWords) {
            int[] found = new int[numbers.size()];
            numbers.entrySet().parallelStream()
                    .forEach(each -> found[each.getValue()] = knownWords.find(each.getKey()));
            return found;
        }

        /** The rows by key; those of one key by organization, names before aliases, then as they came. */
        Integer[] order(Texts knownWords, int[] known) {
            byte[][] keys = new byte[texts.size()][];
            Integer[] order = new Integer[keys.length];
            Arrays.setAll(order, row -> row);
            Arrays.parallelSetAll(
                    keys,
                    row -> knownWords.joined(IntStream.range(start(row), ends.get(row))
                            .map(i -> known[words.get(i)])
                            .toArray()));
            Batches.sort(
                    order,
                    Comparator.comparing((Integer row) -> keys[row], Arrays::compareUnsigned)
                            .thenComparingInt(organizations::get)
                            .thenComparing(row -> aliases.get(row))
                            .thenComparing(row -> parts.get(row)));
            return order;
        }
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

    int size() {
        return organizations.length;
    }

    /** The first name of a key, or of the one that would follow it. */
    int first(String key) {
        byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
        int from = 0;
        int to = size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (Arrays.compareUnsigned(keyBytes(middle), wanted) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private byte[] keyBytes(int name) {
        return knownWords.joined(words.row(name));
    }

    String key(int name) {
        return new String(keyBytes(name), StandardCharsets.UTF_8);
    }

    /** Null if an organization has none. */
    @Nullable
    String country(int organization) {
        return codes[countries[organization]];
    }

    /** As it is on record. */
    String text(int name) {
        return texts.get(name);
    }

    /** Whether a text is a name letter by letter, however its accents are encoded. */
    boolean isExactly(int name, String text) {
        return Normalizer.normalize(text(name), Normalizer.Form.NFC)
                .equals(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    int organization(int name) {
        return organizations[name];
    }

    boolean isAlias(int name) {
        return aliases.get(name);
    }

    /** Whether the key is not of the whole name but of what it has in one East Asian script. */
    boolean isPart(int name) {
        return parts.get(name);
    }

    /** How many names have a word. */
    int frequency(int word) {
        return names.count(word);
    }

    /** Name {@code i} of those with a word, ascending. */
    int nameWith(int word, int i) {
        return names.get(word, i);
    }

    boolean hasWord(int name, int word) {
        for (int i = 0; i < words.count(name); i++) {
            if (words.get(name, i) == word) {
                return true;
            }
        }
        return false;
    }
}
