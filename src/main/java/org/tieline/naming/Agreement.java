package org.tieline.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tieline.naming.Vocabulary.Variant;

/**
 * How far an entry and one name on record agree, word by word. What names must be explained on both sides; what is left over
 * contradicts. Words of the trade tell firms apart only where nothing else does.
 */
final class Agreement {
    private static final int WHOLE = 92;
    private static final int MOST_UNDECIDED = 78;
    private static final int MOST_ELSEWHERE = 72;
    private static final int PART = 50;
    private static final int PART_SPAN = 25;
    private static final int LEFT_OVER_SPAN = 20;
    private static final int HINT = 49;
    private static final double LEAST_SHARED = 0.4;

    private static final int OFF_FOR_TRADE = 2;
    private static final int MOST_FOR_TRADE = 3;
    private static final int OFF_FOR_PLACE = 2;
    private static final int OFF_FOR_CONTESTED_PLACE = 12;
    private static final int OFF_FOR_PEOPLE = 8;
    private static final int OFF_FOR_FORM = 12;
    private static final int OFF_FOR_ELSEWHERE = 6;

    private final Entry entry;
    private final NameWords names;
    private final int name;

    /** The country of the organization; null if it has none. */
    private final @Nullable String country;

    private final boolean strict;

    /** Of each word of the entry the word of the name that it was taken for, -1 if none. */
    private final int[] taken;

    /** Of each word of the name whether it is explained. */
    private final boolean[] explained;

    private int off;
    private int slips;
    private boolean doubtful;
    private boolean ordered = true;
    private MatchBasis basis = MatchBasis.NORMALIZED;
    private boolean conflict;
    private boolean guessedPlace;

    Agreement(Entry entry, NameWords names, int name, @Nullable String country) {
        this.entry = entry;
        this.names = names;
        this.name = name;
        this.country = country;
        strict = names.isStrict(name);
        taken = new int[entry.words.size()];
        explained = new boolean[names.count(name)];
        int before = -1;
        for (int i = 0; i < taken.length; i++) {
            taken[i] = take(i);
            if (taken[i] < 0) {
                taken[i] = repeated(i);
            } else {
                explained[taken[i]] = true;
                ordered &= taken[i] > before;
                before = taken[i];
            }
        }
        places();
    }

    /** The best free word of the name for a word of the entry. */
    private int take(int i) {
        int best = -1;
        Variant chosen = null;
        for (int at = 0; at < explained.length; at++) {
            Variant variant = explained[at] ? null : entry.variants.get(i).get(names.word(name, at));
            if (variant != null && (chosen == null || variant.off() < chosen.off())) {
                best = at;
                chosen = variant;
            }
        }
        if (chosen != null) {
            off += chosen.off();
            slips += chosen.slips();
            doubtful |= chosen.doubtful();
            basis = chosen.basis().compareTo(basis) > 0 ? chosen.basis() : basis;
            Word word = entry.words.get(i);
            boolean tells = !Scripts.unspaced(word.text().codePointAt(0));
            if (strict && tells && word.adjective() != names.isAdjective(name, best)) {
                off += OFF_FOR_PEOPLE;
            }
        }
        return best;
    }

    /** The word of the name that an earlier word of the entry was taken for already; -1 if there is none. */
    private int repeated(int i) {
        for (int at = 0; at < explained.length; at++) {
            Variant variant = entry.variants.get(i).get(names.word(name, at));
            if (variant != null && variant.isSame() && explained[at]) {
                return at;
            }
        }
        return -1;
    }

    /** A country beside the entry stands for the word in the name; a legal form only hints at one. */
    private void places() {
        for (int at = 0; at < explained.length; at++) {
            String place = names.country(names.word(name, at));
            if (explained[at] || place == null || names.isTown(names.word(name, at))) {
                continue;
            }
            if (place.equals(entry.country) && !entry.namesElsewhere()) {
                explained[at] = true;
                off += names.isContested(name) ? OFF_FOR_CONTESTED_PLACE : OFF_FOR_PLACE;
            } else if (entry.country == null && entry.formCountries.contains(place) && !strict) {
                explained[at] = true;
                guessedPlace = true;
            }
        }
        for (int i = 0; i < taken.length; i++) {
            Word word = entry.words.get(i);
            conflict |= taken[i] < 0
                    && word.is(WordKind.PLACE)
                    && country != null
                    && !word.countries().contains(country);
        }
    }

    /** 1 to 92; 0 if they have too little in common. */
    int score() {
        double shared = shared();
        if (shared == 0) {
            return 0;
        }
        boolean entryLeft = entryLeft();
        boolean nameLeft = nameLeft();
        if (!entryLeft && !nameLeft) {
            return whole();
        }
        double entryShare = entryShare();
        double nameShare = nameShare();
        if (!entryLeft && !conflict) {
            basis = MatchBasis.WORDS;
            return Math.max(PART, (int) (PART + PART_SPAN * nameShare - off));
        }
        if (!nameLeft && tellsEnough()) {
            basis = MatchBasis.WORDS;
            int score = (int) (PART + LEFT_OVER_SPAN * entryShare - off / 2 - (conflict ? OFF_FOR_ELSEWHERE : 0));
            return doubtful ? Math.min(HINT, score) : Math.max(PART, score);
        }
        basis = MatchBasis.RESEMBLANCE;
        return shared < LEAST_SHARED || entryShare < LEAST_SHARED || nameShare < LEAST_SHARED
                ? 0
                : (int) (HINT * Math.min(entryShare, nameShare));
    }

    private int whole() {
        int trade = 0;
        boolean telling = false;
        boolean agreeing = country != null && country.equals(entry.country);
        boolean ordinary = !agreeing && isOrdinary();
        boolean apart = names.hasSiblings(name);
        boolean family = names.isFamily(name);
        for (int i = 0; i < taken.length; i++) {
            WordKind kind = entry.words.get(i).kind();
            if (taken[i] < 0 && kind != WordKind.NAME) {
                trade += kind == WordKind.GROUP ? 1 : OFF_FOR_TRADE;
                telling |= kind == WordKind.PLACE
                        ? names.isContested(name)
                        : apart || (ordinary || family) && kind == WordKind.TRADE;
            }
        }
        for (int at = 0; at < explained.length; at++) {
            WordKind kind = names.kind(names.word(name, at));
            if (!explained[at] && kind != WordKind.NAME) {
                trade += kind == WordKind.GROUP ? 1 : OFF_FOR_TRADE;
                telling |= apart || (ordinary || slips > 0) && kind == WordKind.TRADE;
            }
        }
        if (basis == MatchBasis.NORMALIZED && (trade > 0 || !ordered || guessedPlace || conflict)) {
            basis = MatchBasis.TRADE_WORDS;
        }
        int score = WHOLE - off - Math.min(MOST_FOR_TRADE, trade) - (ordered ? 0 : 1);
        if (telling || doubtful || !agreeing && isGeneric()) {
            score = Math.min(score, MOST_UNDECIDED - (doubtful ? off / 2 : 0));
        }
        if (guessedPlace) {
            score = Math.min(score, MOST_UNDECIDED + OFF_FOR_TRADE);
        }
        if (conflict) {
            score = Math.min(score, ordinary && taken[0] < 0 ? MOST_ELSEWHERE - OFF_FOR_FORM : MOST_ELSEWHERE)
                    - off / 2;
        } else if (formElsewhere()) {
            score = Math.min(score - OFF_FOR_FORM, MOST_UNDECIDED);
        }
        return Math.max(PART, score);
    }

    /** Whether the legal form is one of other countries. */
    private boolean formElsewhere() {
        return !entry.formCountries.isEmpty()
                && country != null
                && !country.equals(entry.country)
                && !entry.formCountries.contains(country);
    }

    /** Whether a word of the entry that names is unexplained. Where the name has only words of the trade these name. */
    private boolean entryLeft() {
        for (int i = 0; i < taken.length; i++) {
            WordKind kind = entry.words.get(i).kind();
            if (taken[i] < 0 && (kind == WordKind.NAME || strict && kind == WordKind.TRADE)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word of the name that tells it from others is unexplained. */
    private boolean nameLeft() {
        boolean telling = !strict && !isOrdinary();
        for (int at = 0; at < explained.length; at++) {
            int word = names.word(name, at);
            WordKind kind = names.kind(word);
            boolean seat = telling
                    && names.isTown(word)
                    && Objects.requireNonNull(names.country(word)).equals(country);
            if (!explained[at]
                    && !seat
                    && (kind == WordKind.NAME || kind == WordKind.PLACE || strict && kind == WordKind.TRADE)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the name is that of a place and nothing else. */
    private boolean isPlace() {
        for (int at = 0; at < explained.length; at++) {
            if (names.kind(names.word(name, at)) != WordKind.PLACE) {
                return false;
            }
        }
        return true;
    }

    /** Whether the name says what many firms do and neither who nor where it is. */
    private boolean isGeneric() {
        for (int at = 0; at < explained.length; at++) {
            WordKind kind = names.kind(names.word(name, at));
            if (kind == WordKind.NAME || kind == WordKind.PLACE) {
                return false;
            }
        }
        return true;
    }

    /** Whether the words that name are such as many firms have. */
    private boolean isOrdinary() {
        for (int at = 0; at < explained.length; at++) {
            int word = names.word(name, at);
            if (names.kind(word) == WordKind.NAME && !Lexicon.ordinary(names.vocabulary.key(word))) {
                return false;
            }
        }
        return !strict;
    }

    /** Whether a name that is all in the entry may be meant although the entry has more: an ordinary word must come first. */
    private boolean tellsEnough() {
        long found = Arrays.stream(taken).filter(at -> at >= 0).distinct().count();
        if (found < 2 && isPlace()) {
            return false;
        }
        return !strict && !isOrdinary() || found > 1 && !isGeneric() || taken[0] >= 0;
    }

    /** The weight of what was found, of words that name. */
    private double shared() {
        double shared = 0;
        for (int i = 0; i < taken.length; i++) {
            boolean naming = entry.words.get(i).is(WordKind.NAME) || strict;
            shared += taken[i] >= 0 && naming ? entry.weight(i) : 0;
        }
        return shared;
    }

    private double entryShare() {
        double found = 0;
        double all = 0;
        for (int i = 0; i < taken.length; i++) {
            all += entry.weight(i);
            found += taken[i] >= 0 ? entry.weight(i) : 0;
        }
        return found / all;
    }

    private double nameShare() {
        double found = 0;
        double all = 0;
        for (int at = 0; at < explained.length; at++) {
            double weight = names.weight(names.word(name, at));
            all += weight;
            found += explained[at] ? weight : 0;
        }
        return found / all;
    }

    /** Whether the organization is meant at least possibly, whatever speaks against it: all that names it is there. */
    boolean isDistinctive() {
        boolean distinct = strict ? explained.length > 1 && !isGeneric() : !isOrdinary();
        return !nameLeft() && !doubtful && distinct;
    }

    /** Whether it has the brand of the entry, and nothing else but where it is. */
    boolean isBranch() {
        for (int at = 0; at < explained.length; at++) {
            WordKind kind = names.kind(names.word(name, at));
            if (!explained[at] && kind != WordKind.PLACE) {
                return false;
            }
        }
        return !strict && !doubtful && !conflict && !entryLeft() && !isOrdinary();
    }

    /** Whether all that names the organization is in the entry. */
    boolean isContained() {
        return !nameLeft() && !doubtful;
    }

    /** The words of the entry that were found, a bit each. */
    int found() {
        int found = 0;
        for (int i = 0; i < taken.length; i++) {
            found |= taken[i] >= 0 ? 1 << i : 0;
        }
        return found;
    }

    MatchBasis basis() {
        return basis;
    }

    int slips() {
        return slips;
    }

    /** In words: what was counted how much, and what is left over. */
    UnaryOperator<String> explanation() {
        return called -> {
            StringBuilder text = new StringBuilder(called).append(", counting ").append(counted());
            List<String> entryLeft = new ArrayList<>();
            for (int i = 0; i < taken.length; i++) {
                if (taken[i] < 0) {
                    entryLeft.add(weighed(entry.words.get(i).text(), entry.weight(i)));
                }
            }
            List<String> nameLeft = new ArrayList<>();
            for (int at = 0; at < explained.length; at++) {
                if (!explained[at]) {
                    int word = names.word(name, at);
                    nameLeft.add(weighed(plain(word), names.weight(word)));
                }
            }
            if (!entryLeft.isEmpty()) {
                text.append("; only in the entry: ").append(String.join(", ", entryLeft));
            }
            if (!nameLeft.isEmpty()) {
                text.append("; only in the name: ").append(String.join(", ", nameLeft));
            }
            if (conflict) {
                text.append("; the entry names a place elsewhere");
            } else if (formElsewhere() || guessedPlace) {
                text.append("; the legal form is one of ").append(String.join(" ", entry.formCountries));
            }
            return text.toString();
        };
    }

    private String counted() {
        StringJoiner counted = new StringJoiner(", ");
        for (int i = 0; i < taken.length; i++) {
            if (taken[i] >= 0) {
                String here = entry.words.get(i).text();
                String there = plain(names.word(name, taken[i]));
                counted.add(weighed(here.equals(there) ? here : here + " = " + there, entry.weight(i)));
            }
        }
        return counted.toString();
    }

    private String plain(int word) {
        String key = names.vocabulary.key(word);
        return names.kind(word) == WordKind.NAME ? key : key.substring(1);
    }

    private static String weighed(String word, double weight) {
        return String.format(Locale.ROOT, "%s %.2f", word, weight);
    }
}
