package org.tieline.naming;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The words that mean something by themselves in the name of any firm, from the lists beside this class: legal forms, words of
 * the trade, places, and the words of well-known names in other scripts.
 */
final class Lexicon {
    /** By the words that it is written in, as {@link #split} has them. */
    private static final Map<List<String>, WordMeaning> MEANINGS = new HashMap<>();

    /** What is written without spaces around it, by its letters. */
    private static final Map<String, WordMeaning> UNSPACED = new HashMap<>();

    /** The most words of a meaning that begins with a word; without those that begin none. */
    private static final Map<String, Integer> LONGEST = new HashMap<>();

    private static final Set<String> ORDINARY = new HashSet<>();

    /** The most letters of one that is written without spaces. */
    static final int LONGEST_UNSPACED;

    /** The words of the trade and of places in Latin letters that are long enough to be known when misspelt. */
    private static final KnownWords MISSPELT;

    /** Places whose names are a letter too short for that, and so never sure. */
    private static final KnownWords SHORT_PLACES;

    private static final int SHORTEST_MISSPELT = 6;
    private static final int SHORTEST_ROMANIZED = 5;
    private static final int FIRST_GREEK = 0x370;

    static {
        for (String[] row : WordList.rows("legal-forms.csv")) {
            Set<String> countries = row[1].isEmpty() ? Set.of() : Set.of(row[1].split(" "));
            add(row[2], new WordMeaning(WordKind.FORM, "$" + row[0], countries, false));
        }
        for (String[] row : WordList.rows("trade-words.csv")) {
            WordKind kind =
                    switch (row[0]) {
                        case "trade" -> WordKind.TRADE;
                        case "group" -> WordKind.GROUP;
                        default -> WordKind.LINK;
                    };
            add(row[2], WordMeaning.of(kind, "#" + row[1]));
        }
        for (String[] row : WordList.rows("places.csv")) {
            boolean town = row[1].equals("place");
            for (String written : row[2].split("\\|")) {
                String key = "@" + row[0] + (town ? "/" + String.join(" ", split(row[2].split("\\|")[0])) : "");
                add(written, new WordMeaning(WordKind.PLACE, key, Set.of(row[0]), row[1].equals("people")));
            }
        }
        for (String[] row : WordList.rows("transcriptions.csv")) {
            add(row[1], WordMeaning.of(WordKind.NAME, row[0]));
        }
        WordList.lines("ordinary-words.txt").forEach(line -> ORDINARY.addAll(Arrays.asList(line.split(" "))));
        MISSPELT = new KnownWords(latin((word, kind) -> kind != WordKind.NAME
                && word.length() >= (kind == WordKind.PLACE ? SHORTEST_MISSPELT : SHORTEST_MISSPELT - 1)));
        SHORT_PLACES =
                new KnownWords(latin((word, kind) -> kind == WordKind.PLACE && word.length() == SHORTEST_MISSPELT - 1));
        romanize();
        LONGEST_UNSPACED =
                UNSPACED.keySet().stream().mapToInt(String::length).max().orElseThrow();
    }

    private Lexicon() {}

    /** The single words in Latin letters that mean something. */
    private static List<String> latin(BiPredicate<String, WordKind> wanted) {
        return MEANINGS.entrySet().stream()
                .filter(each -> each.getKey().size() == 1
                        && each.getKey().getFirst().chars().allMatch(c -> c < 128)
                        && wanted.test(each.getKey().getFirst(), each.getValue().kind()))
                .map(each -> each.getKey().getFirst())
                .toList();
    }

    /** Adds what the words of other scripts are in Latin letters, unless these mean something else already. */
    private static void romanize() {
        Map<List<String>, WordMeaning> romanized = new HashMap<>();
        MEANINGS.forEach((words, meaning) -> {
            String latin = Romanized.latin(String.join("", words));
            int shortest =
                    switch (meaning.kind()) {
                        case TRADE, GROUP -> SHORTEST_ROMANIZED;
                        case PLACE -> SHORTEST_ROMANIZED + 1;
                        default -> Integer.MAX_VALUE;
                    };
            if (words.getFirst().codePointAt(0) >= FIRST_GREEK && latin.length() >= shortest) {
                romanized.merge(
                        List.of(latin), meaning, (one, other) -> one.key().compareTo(other.key()) <= 0 ? one : other);
            }
        });
        romanized.forEach((latin, meaning) -> {
            MEANINGS.putIfAbsent(latin, meaning);
            LONGEST.putIfAbsent(latin.getFirst(), 1);
        });
    }

    /**
     * What a word means that resembles others on record: of another script what its Latin letters mean, in Latin letters a
     * legal form but for one slip; null if nothing.
     *
     * @param form whether it stands where a legal form may
     */
    static @Nullable WordMeaning resembling(String word, boolean form) {
        if (word.codePointAt(0) < FIRST_GREEK) {
            WordMeaning slip = form ? misspelt(word) : null;
            return slip == null || slip.kind() != WordKind.FORM ? null : slip;
        }
        String latin = Romanized.latin(word);
        WordMeaning meaning = latin.length() < SHORTEST_ROMANIZED ? null : MEANINGS.get(List.of(latin));
        return meaning == null || meaning.kind() == WordKind.NAME || meaning.kind() == WordKind.LINK ? null : meaning;
    }

    /** The first to say what a word means is believed. */
    private static void add(String ways, WordMeaning meaning) {
        for (String written : ways.split("\\|")) {
            List<String> words = split(written);
            if (words.isEmpty()) {
                continue;
            }
            MEANINGS.putIfAbsent(words, meaning);
            LONGEST.merge(words.getFirst(), words.size(), Math::max);
            String letters = String.join("", words);
            if (Scripts.unspaced(letters.codePointAt(0)) && letters.length() > 1) {
                UNSPACED.putIfAbsent(letters, meaning);
            }
        }
    }

    private static List<String> split(String written) {
        return PlainName.words(written, List.of());
    }

    /** The most words that mean something together and begin with this one; 0 if none do. */
    static int longest(String word) {
        return LONGEST.getOrDefault(word, 0);
    }

    /** What words mean together; null if nothing. */
    static @Nullable WordMeaning meaning(List<String> words) {
        return MEANINGS.get(words);
    }

    /** What letters mean that stand among others of a script without spaces; null if nothing. */
    static @Nullable WordMeaning unspaced(String letters) {
        return UNSPACED.get(letters);
    }

    /** What a word means but for one slip; null if nothing, or several things. */
    static @Nullable WordMeaning misspelt(String word) {
        return meant(MISSPELT, word);
    }

    /** The place that a shorter word means but for one slip; null if none, or several. */
    static @Nullable WordMeaning misspeltPlace(String word) {
        return meant(SHORT_PLACES, word);
    }

    private static @Nullable WordMeaning meant(KnownWords words, String word) {
        Set<WordMeaning> meant = new HashSet<>();
        words.near(word, 1, near -> meant.add(MEANINGS.get(List.of(words.word(near)))));
        return meant.size() == 1 ? meant.iterator().next() : null;
    }

    /** Whether many firms are called by a word. */
    static boolean ordinary(String word) {
        return ORDINARY.contains(word) || word.length() < 3;
    }
}
