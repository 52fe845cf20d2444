package org.tieline.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.tieline.naming.NameCandidate.What;

/** One look-up: each step adds what it finds, and of one organization the best is kept. */
final class NameSearch {
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private static final int EXACT = 100;
    private static final int NORMALIZED = 96;
    private static final int SPACING = 94;
    private static final int FORM_LEFT_OUT = 92;
    private static final int FORM_ADDED = 88;
    private static final int FORMS_CONTRADICT = 80;
    private static final int PART = 86;
    private static final int MOST_FOR_SLIPS = 89;
    private static final int OFF_FOR_SLIP = 4;

    /** With a slip that makes another known word, or with many: never as good as decided. */
    private static final int MOST_FOR_DOUBTFUL_SLIPS = 80;

    private static final int MOST_SLIPS = 2;
    private static final int OFF_FOR_CONTRADICTION = 10;
    private static final int WORDS = 50;
    private static final int WORDS_SPAN = 25;

    /** Names of the rarest word that are looked at for near spellings and hints. */
    private static final int MOST_LOOKED_AT = 2_000;

    private static final double LEAST_RESEMBLANCE = 0.8;
    private static final int MOST_WORDS = 12;
    private static final int SHORTEST_HINT = 4;

    private final NameTable table;
    private final String entry;
    private final PlainName plain;
    private final String key;
    private final BestCandidates found;

    NameSearch(NameTable table, String entry, String country) {
        this.table = table;
        this.entry = entry;
        found = new BestCandidates(table, country);
        plain = PlainName.of(entry);
        key = plain.key();
    }

    /** What the steps so far have found. */
    BestCandidates found() {
        return found;
    }

    /** The entry is an id. */
    void id() {
        int organization = Arrays.binarySearch(table.ids, entry);
        if (organization >= 0) {
            found.keep(organization, EXACT, MatchBasis.ID, entry, What.ID, 0, () -> "the id");
        }
    }

    /** Names that are the entry once spelling and legal forms are set aside. */
    void sameKey() {
        for (int name = table.first(key); !key.isEmpty() && table.hasKey(name, key); name++) {
            if (table.isPart(name)) {
                String script = String.join(" and ", Scripts.of(key));
                found.add(name, PART, MatchBasis.SCRIPT_PART, 0, called -> "all that the %s has in %s"
                        .formatted(called, script));
            } else if (table.isExactly(name, entry)) {
                found.add(name, EXACT, MatchBasis.EXACT, 0, "the %s, letter by letter"::formatted);
            } else {
                sameKey(name, PlainName.of(table.text(name)));
            }
        }
    }

    private void sameKey(int name, PlainName other) {
        int spacing = plain.words().equals(other.words()) ? 0 : NORMALIZED - SPACING;
        if (plain.forms().equals(other.forms())) {
            String but = spacing == 0 ? "case, accents, width or punctuation" : "where its words are parted";
            found.add(
                    name,
                    NORMALIZED - spacing,
                    spacing == 0 ? MatchBasis.NORMALIZED : MatchBasis.SPACING,
                    0,
                    called -> "the %s but for %s".formatted(called, but));
        } else if (plain.formsContradict(other)) {
            found.add(
                    name,
                    FORMS_CONTRADICT - spacing,
                    MatchBasis.LEGAL_FORM,
                    0,
                    called -> "the %s but for the legal form: the entry has %s, the name %s"
                            .formatted(called, String.join(" ", plain.forms()), String.join(" ", other.forms())));
        } else {
            boolean added = plain.forms().containsAll(other.forms());
            found.add(
                    name,
                    (added ? FORM_ADDED : FORM_LEFT_OUT) - spacing,
                    MatchBasis.LEGAL_FORM,
                    0,
                    called -> "the %s but for the legal form, of which the entry has %s"
                            .formatted(called, added ? "more" : "less"));
        }
    }

    /** Names whose words are those of the entry in their order, some of them with slips. */
    void spelling() {
        int count = plain.words().size();
        if (count == 0 || count > MOST_WORDS) {
            return;
        }
        List<Map<Integer, Boolean>> variants = new ArrayList<>();
        int rarest = 0;
        for (int i = 0; i < count; i++) {
            Map<Integer, Boolean> here = variants(plain.words().get(i));
            if (here.isEmpty()) {
                return;
            }
            variants.add(here);
            rarest = frequency(here) < frequency(variants.get(rarest)) ? i : rarest;
        }
        int at = rarest;
        for (int word : variants.get(at).keySet()) {
            for (int name : few(table.namesWith(word))) {
                if (table.wordCount(name) == count && table.word(name, at) == word) {
                    compare(name, variants);
                }
            }
        }
    }

    /** The words that one may be, and whether each is it without a slip. */
    private Map<Integer, Boolean> variants(String word) {
        Map<Integer, Boolean> variants = new TreeMap<>();
        table.knownWords.near(word, near -> variants.put(near, false));
        int exact = table.knownWords.find(word);
        if (exact >= 0) {
            variants.put(exact, true);
        }
        return variants;
    }

    private int frequency(Map<Integer, Boolean> words) {
        return words.keySet().stream().mapToInt(table::frequency).sum();
    }

    private void compare(int name, List<Map<Integer, Boolean>> variants) {
        int slips = 0;
        boolean doubtful = false;
        for (int i = 0; i < variants.size(); i++) {
            Boolean exact = variants.get(i).get(table.word(name, i));
            if (exact == null) {
                return;
            }
            if (!exact) {
                String word = plain.words().get(i);
                slips += KnownWords.slips(word, table.knownWords.word(table.word(name, i)));
                doubtful |= table.knownWords.isKnown(word);
            }
        }
        if (slips > 0) {
            int most = doubtful || slips > MOST_SLIPS ? MOST_FOR_DOUBTFUL_SLIPS : MOST_FOR_SLIPS;
            int score = (int) Math.round(100 * SIMILARITY.apply(key, table.key(name))) - OFF_FOR_SLIP * slips;
            int off = plain.formsContradict(PlainName.of(table.text(name))) ? OFF_FOR_CONTRADICTION : 0;
            String away = slips == 1 ? "one letter" : slips + " letters";
            String but = doubtful ? ", by a word that is known by itself" : "";
            found.add(
                    name,
                    Math.max(WORDS, Math.min(most, score) - off),
                    MatchBasis.SPELLING,
                    slips,
                    called -> "%s away from the %s%s".formatted(away, called, but));
        }
    }

    /** Names that have all words of the entry and more, or that are a part of it. */
    void words() {
        int[] known = plain.words().stream()
                .mapToInt(table.knownWords::find)
                .distinct()
                .toArray();
        if (known.length > 0 && Arrays.stream(known).allMatch(word -> word >= 0)) {
            int rarest = rarest(known);
            for (int name : table.namesWith(rarest)) {
                if (!table.hasKey(name, key) && Arrays.stream(known).allMatch(word -> table.hasWord(name, word))) {
                    found.add(
                            name,
                            WORDS
                                    + WORDS_SPAN
                                            * key.length()
                                            / Math.max(
                                                    key.length(),
                                                    table.key(name).length()),
                            MatchBasis.WORDS,
                            0,
                            "all words of the entry are in the %s, which has others besides"::formatted);
                }
            }
        }
        int count = Math.min(MOST_WORDS, plain.words().size());
        for (int from = 0; from < count; from++) {
            for (int to = from + 1; to <= count; to++) {
                if (to - from < plain.words().size()) {
                    contained(String.join("", plain.words().subList(from, to)));
                }
            }
        }
    }

    private void contained(String part) {
        boolean isMost = 2 * part.length() >= key.length();
        boolean telling = part.length() >= SHORTEST_HINT || part.length() > 1 && Scripts.eastAsian(part.codePointAt(0));
        for (int name = table.first(part); (isMost || telling) && table.hasKey(name, part); name++) {
            if (!table.isPart(name)) {
                int share = WORDS_SPAN * part.length() / key.length();
                found.add(
                        name,
                        isMost ? WORDS + share : WORDS - WORDS_SPAN + share,
                        MatchBasis.WORDS,
                        0,
                        "the %s is in the entry, which has other words besides"::formatted);
            }
        }
    }

    /** Names with the rarest word of the entry that look like it as a whole. */
    void resemblance() {
        Set<Integer> words = new HashSet<>();
        for (String word : plain.words()) {
            words.addAll(variants(word).keySet());
        }
        if (!words.isEmpty()) {
            int[] all = words.stream().mapToInt(Integer::intValue).sorted().toArray();
            for (int name : few(table.namesWith(rarest(all)))) {
                double similarity = SIMILARITY.apply(key, table.key(name));
                if (similarity >= LEAST_RESEMBLANCE) {
                    found.add(
                            name,
                            (int) ((WORDS - 1) * similarity),
                            MatchBasis.RESEMBLANCE,
                            0,
                            "looks like the %s"::formatted);
                }
            }
        }
    }

    private int rarest(int[] words) {
        return Arrays.stream(words)
                .boxed()
                .min(Comparator.comparingInt(table::frequency).thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    private static int[] few(int[] names) {
        return names.length <= MOST_LOOKED_AT ? names : Arrays.copyOf(names, MOST_LOOKED_AT);
    }
}
