package org.tieline.naming;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tieline.naming.column.Batches;
import org.tieline.naming.column.NumbersByText;

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
    private final BitSet naming = new BitSet();

    private final NumbersByText bySound;
    private final NumbersByText byConsonants;
    private final NumbersByText byLook;

    /**
     * A word on record that a word of an entry may stand for.
     *
     * @param word its number
     * @param off what the difference takes off a score
     * @param basis what the two have in common, NORMALIZED if they are the same word
     * @param slips letters to insert, delete, replace or swap
     * @param doubtful whether it is too uncertain to decide anything
     */
    record Variant(int word, int off, MatchBasis basis, int slips, boolean doubtful) {
        static Variant same(int word) {
            return new Variant(word, 0, MatchBasis.NORMALIZED, 0, false);
        }

        /** A word of the trade but for a slip of the pen. */
        static Variant slip(int word, boolean doubtful) {
            return new Variant(word, OFF_FOR_SLIP, MatchBasis.SPELLING, 1, doubtful);
        }

        /** The same of a word that was written in parts: a slip may as well be another word. */
        Variant ofParts() {
            return isSame() ? this : new Variant(word, off, basis, slips, true);
        }

        boolean isSame() {
            return basis == MatchBasis.NORMALIZED;
        }
    }

    /** What words that sound or look like one are found by. */
    private record Likeness(int word, String sound, String consonants, Set<String> looks) {}

    /** @param all the words, each key once */
    Vocabulary(Collection<Word> all) {
        words = new KnownWords(all.stream().map(Word::key).toList());
        NumbersByText.Builder sounds = new NumbersByText.Builder();
        NumbersByText.Builder consonants = new NumbersByText.Builder();
        NumbersByText.Builder looks = new NumbersByText.Builder();
        int[] names = all.parallelStream()
                .filter(each -> each.is(WordKind.NAME))
                .mapToInt(each -> words.find(each.key()))
                .toArray();
        for (int word : names) {
            naming.set(word);
        }
        Batches.inOrder(names.length, i -> likeness(names[i]), each -> {
            add(sounds, each.sound, SHORTEST_SOUND, each.word);
            add(consonants, each.consonants, SHORTEST_CONSONANTS - 1, each.word);
            each.looks.forEach(look -> looks.add(look, each.word));
        });
        bySound = sounds.build();
        byConsonants = consonants.build();
        byLook = looks.build();
    }

    private Likeness likeness(int word) {
        String sound = sound(word);
        return new Likeness(word, sound, Romanized.consonants(sound), Lookalikes.skeletons(key(word)));
    }

    private static void add(NumbersByText.Builder all, String text, int shortest, int word) {
        if (text.length() >= shortest) {
            all.add(text, word);
        }
    }

    private String sound(int word) {
        return Romanized.sound(Romanized.latin(words.word(word)));
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
        return word >= 0 && naming.get(word);
    }

    /**
     * The words on record that a word that names may stand for, each with the least that speaks against it; itself alone if it is
     * on record.
     */
    Collection<Variant> variants(String text) {
        Map<Integer, Variant> found = new TreeMap<>();
        int same = words.find(text);
        if (same >= 0 && naming.get(same)) {
            return List.of(Variant.same(same));
        }
        boolean ascii = text.chars().allMatch(c -> c < 128);
        boolean unsure = KnownWords.isCountry(text) || text.codePoints().anyMatch(Character::isIdeographic);
        String latin = ascii ? text : Romanized.latin(text);
        boolean unvowelled = Romanized.isUnvowelled(text);
        String sound = Romanized.sound(unvowelled ? Romanized.withVowels(latin) : latin);
        if (!ascii) {
            int other = words.find(latin);
            if (other >= 0 && naming.get(other)) {
                keep(
                        found,
                        new Variant(
                                other, OFF_FOR_SCRIPT, MatchBasis.TRANSLITERATION, 0, unsure || latin.length() < 2));
            }
        }
        bySound.forEach(sound, word -> {
            if (sound(word).equals(sound)) {
                String other = words.word(word);
                boolean script = !ascii || other.chars().anyMatch(c -> c >= 128);
                keep(
                        found,
                        new Variant(
                                word,
                                OFF_FOR_SOUND,
                                script ? MatchBasis.TRANSLITERATION : MatchBasis.SPELLING,
                                script ? 0 : KnownWords.slips(text, other),
                                unsure || ascii && sound.length() < SHORTEST_SURE - 1));
            }
        });
        words.near(latin, word -> {
            if (naming.get(word)) {
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
                                unsure
                                        || isShort
                                        || ascii && !KnownWords.isLikely(latin, other)
                                        || isLonger(latin, other)
                                        || isLonger(other, latin)));
            }
        });
        if (!ascii) {
            if (unvowelled) {
                byConsonants(Romanized.sound(latin), true, found);
            }
            byConsonants(sound, unvowelled, found);
        }
        if (Lookalikes.suspicious(text)) {
            for (String look : Lookalikes.skeletons(text)) {
                byLook.forEach(look, word -> {
                    if (Lookalikes.skeletons(words.word(word)).contains(look)) {
                        keep(found, new Variant(word, OFF_FOR_LOOK, MatchBasis.LOOK_ALIKE, 0, text.length() < 3));
                    }
                });
            }
        }
        String rest = text.length() > SHORTEST_SURE ? text.substring(1) : "";
        if (isName(rest)) {
            keep(found, new Variant(words.find(rest), OFF_FOR_SLIP, MatchBasis.SPELLING, 1, true));
        }
        return found.size() < 2 ? found.values() : undecided(found.values());
    }

    /** Words on record with the consonants of a sound. */
    private void byConsonants(String sound, boolean unvowelled, Map<Integer, Variant> found) {
        String consonants = Romanized.consonants(sound);
        byConsonants.forEach(consonants, word -> {
            String other = sound(word);
            boolean spelt = unvowelled && Romanized.spells(sound, other);
            boolean isShort = consonants.length() < SHORTEST_CONSONANTS;
            if (Romanized.consonants(other).equals(consonants) && (spelt || !isShort)) {
                int off = spelt ? OFF_FOR_SOUND : OFF_FOR_CONSONANTS;
                keep(found, new Variant(word, off, MatchBasis.TRANSLITERATION, 0, !spelt || isShort));
            }
        });
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
