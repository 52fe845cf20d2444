package org.tieline.naming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The words that names on record are made of, by their {@linkplain Word#key keys}, and which of them another word may stand for. */
final class Vocabulary {
    private static final int SHORTEST_SOUND = 4;
    private static final int SHORTEST_CONSONANTS = 4;
    private static final int SHORTEST_SURE = 6;

    private static final int OFF_FOR_SCRIPT = 3;
    private static final int OFF_FOR_SOUND = 5;
    private static final int OFF_FOR_LOOK = 5;
    private static final int OFF_FOR_SLIP = 4;
    private static final int OFF_FOR_CONSONANTS = 16;

    private final KnownWords words;

    /** Of words that name, by number. */
    private final boolean[] naming;

    private final Map<String, List<Integer>> bySound = new HashMap<>();
    private final Map<String, List<Integer>> byConsonants = new HashMap<>();
    private final Map<String, List<Integer>> byLook = new HashMap<>();

    /** @param namingKeys the keys of words that name */
    Vocabulary(Collection<String> namingKeys, Collection<String> otherKeys) {
        List<String> all = new ArrayList<>(namingKeys);
        all.addAll(otherKeys);
        words = new KnownWords(all);
        naming = new boolean[words.size()];
        namingKeys.forEach(key -> naming[words.find(key)] = true);
        for (int word = 0; word < naming.length; word++) {
            if (naming[word]) {
                put(word);
            }
        }
    }

    private void put(int word) {
        String key = words.word(word);
        String sound = Romanized.sound(Romanized.latin(key));
        String consonants = Romanized.consonants(sound);
        if (sound.length() >= SHORTEST_SOUND) {
            bySound.computeIfAbsent(sound, none -> new ArrayList<>(1)).add(word);
        }
        if (consonants.length() >= SHORTEST_CONSONANTS) {
            byConsonants.computeIfAbsent(consonants, none -> new ArrayList<>(1)).add(word);
        }
        for (String look : Lookalikes.skeletons(key)) {
            byLook.computeIfAbsent(look, none -> new ArrayList<>(1)).add(word);
        }
    }

    int size() {
        return words.size();
    }

    /** The number of a key; negative if no name has it. */
    int find(String key) {
        return words.find(key);
    }

    String key(int word) {
        return words.word(word);
    }

    /** Whether a word names something on record. */
    boolean isName(String text) {
        int word = words.find(text);
        return word >= 0 && naming[word];
    }

    /**
     * The words on record that a word that names may stand for, each with the least that speaks against it; itself alone if it is
     * on record.
     */
    Collection<Variant> variants(String text) {
        Map<Integer, Variant> found = new TreeMap<>();
        int same = words.find(text);
        if (same >= 0 && naming[same]) {
            return List.of(Variant.same(same));
        }
        boolean ascii = text.chars().allMatch(c -> c < 128);
        boolean known = KnownWords.isCountry(text);
        String latin = ascii ? text : Romanized.latin(text);
        String sound = Romanized.sound(latin);
        if (!ascii) {
            int other = words.find(latin);
            if (other >= 0 && naming[other]) {
                keep(found, new Variant(other, OFF_FOR_SCRIPT, MatchBasis.TRANSLITERATION, 0, latin.length() < 2));
            }
        }
        for (int word : bySound.getOrDefault(sound, List.of())) {
            boolean script = !ascii || words.word(word).chars().anyMatch(c -> c >= 128);
            keep(
                    found,
                    new Variant(
                            word,
                            OFF_FOR_SOUND,
                            script ? MatchBasis.TRANSLITERATION : MatchBasis.SPELLING,
                            script ? 0 : KnownWords.slips(text, words.word(word)),
                            known || ascii && sound.length() < SHORTEST_SURE - 1));
        }
        words.near(latin, word -> {
            if (naming[word]) {
                int slips = KnownWords.slips(latin, words.word(word));
                String other = words.word(word);
                boolean isShort = Math.min(latin.length(), other.length()) < SHORTEST_SURE;
                keep(
                        found,
                        new Variant(
                                word,
                                OFF_FOR_SLIP * slips - slips / 2 + (ascii ? 0 : OFF_FOR_SCRIPT),
                                ascii ? MatchBasis.SPELLING : MatchBasis.TRANSLITERATION,
                                ascii ? slips : 0,
                                known || isShort || isLonger(latin, other) || isLonger(other, latin)));
            }
        });
        if (!ascii) {
            String consonants = Romanized.consonants(sound);
            for (int word : byConsonants.getOrDefault(consonants, List.of())) {
                keep(found, new Variant(word, OFF_FOR_CONSONANTS, MatchBasis.TRANSLITERATION, 0, true));
            }
        }
        if (Lookalikes.suspicious(text)) {
            for (String look : Lookalikes.skeletons(text)) {
                for (int word : byLook.getOrDefault(look, List.of())) {
                    keep(found, new Variant(word, OFF_FOR_LOOK, MatchBasis.LOOKALIKE, 0, text.length() < 3));
                }
            }
        }
        String rest = text.length() > SHORTEST_SURE ? text.substring(1) : "";
        if (isName(rest)) {
            keep(found, new Variant(words.find(rest), OFF_FOR_SLIP, MatchBasis.SPELLING, 1, true));
        }
        return found.size() < 2 ? found.values() : undecided(found.values());
    }

    /** Where a slip may have been made in any of several words, none of them is sure. */
    private static Collection<Variant> undecided(Collection<Variant> variants) {
        return variants.stream()
                .map(each -> each.slips() == 0
                        ? each
                        : new Variant(each.word(), each.off(), each.basis(), each.slips(), true))
                .toList();
    }

    /** Whether a word goes on with other letters where another ends, as other names do, and not with the last letter again. */
    private static boolean isLonger(String word, String other) {
        return word.startsWith(other)
                && word.chars().skip(other.length()).anyMatch(c -> c != other.charAt(other.length() - 1));
    }

    private static void keep(Map<Integer, Variant> found, Variant variant) {
        found.merge(variant.word(), variant, (a, b) -> b.off() < a.off() ? b : a);
    }
}
