package org.tieline.naming;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tieline.naming.NameCandidate.What;

/** One look-up: each step adds what it finds, and of one organization the best is kept. */
final class NameSearch {
    private static final int EXACT = 100;
    private static final int ID_BUT_FOR_CASE = 80;
    private static final int NORMALIZED = 96;
    private static final int SPACING = 94;
    private static final int FORM_LEFT_OUT = 92;
    private static final int FORM_ADDED = 88;
    private static final int FORMS_CONTRADICT = 80;
    private static final int FORM_ELSEWHERE = 76;
    private static final int PART = 86;
    private static final int TOGETHER = 88;
    private static final int INITIALS = 72;
    private static final int SHORTEST_INITIALS = 3;
    private static final int OFF_FOR_FORM = 2;

    /** Sure, even for an alias. */
    private static final int LEAST_WITHOUT_FORM = NameIndex.SURE + 1;

    private final NameTable table;
    private final String entry;
    private final PlainName plain;
    private final String key;
    private final BestCandidates found;
    private final NameWords words;

    /** By organization the words of the entry that its names explain together, a bit each, and these names. */
    private final Map<Integer, Integer> together = new TreeMap<>();

    /** The organizations of which one name explains all by itself. */
    private final Set<Integer> whole = new HashSet<>();

    /** Those of which one name explains all but words of the trade. */
    private final Set<Integer> named = new HashSet<>();

    /** Those that have the brand of the entry in some place. */
    private final Set<Integer> branches = new HashSet<>();

    private final Map<Integer, Set<String>> parts = new HashMap<>();
    private final Entry read;

    /** The names that have the key of the entry, up to, not including, the other. */
    private final int firstSame;

    private final int endSame;

    NameSearch(NameTable table, String entry, @Nullable String country) {
        this.table = table;
        this.entry = entry;
        found = new BestCandidates(table, country);
        plain = PlainName.of(entry);
        key = plain.key();
        words = table.nameWords;
        read = new Entry(entry, country, words);
        firstSame = table.first(key);
        endSame = key.isEmpty() ? firstSame : table.first(key + '\0');
    }

    /** What the steps so far have found. Where nobody may be meant, those may that have the brand of the entry elsewhere. */
    BestCandidates found() {
        found.settleBrands();
        found.raise(branches);
        return found;
    }

    /** The entry is an id. */
    void id() {
        int organization = table.ids.find(entry);
        if (organization >= 0) {
            found.keep(organization, EXACT, 1, MatchBasis.ID, entry, What.ID, 0, () -> "the id");
        }
        String small = entry.toLowerCase(Locale.ROOT);
        int other = small.equals(entry) ? -1 : table.ids.find(small);
        if (other >= 0) {
            found.keep(other, ID_BUT_FOR_CASE, 1, MatchBasis.ID, small, What.ID, 0, () -> "the id but for case");
        }
    }

    /** Names that are the entry once spelling and legal forms are set aside. */
    void sameKey() {
        for (int name = firstSame; name < endSame; name++) {
            if (table.isPart(name)) {
                String script = String.join(" and ", Scripts.of(key));
                found.add(name, PART, MatchBasis.SCRIPT_PART, 0, called -> "all that the %s has in %s"
                        .formatted(called, script));
            } else if (table.isExactly(name, entry)) {
                addSame(name, EXACT, MatchBasis.EXACT, "the %s, letter by letter"::formatted);
            } else {
                sameKey(name, PlainName.of(table.text(name)));
            }
        }
    }

    private void sameKey(int name, PlainName other) {
        int off = plain.words().equals(other.words()) ? 0 : NORMALIZED - SPACING;
        if (plain.forms().equals(other.forms())) {
            String but = off == 0 ? "case, accents, width or punctuation" : "where its words are parted";
            addSame(
                    name,
                    NORMALIZED - off,
                    off == 0 ? MatchBasis.NORMALIZED : MatchBasis.SPACING,
                    called -> "the %s but for %s".formatted(called, but));
        } else if (elsewhere(name)) {
            found.add(
                    name,
                    FORM_ELSEWHERE - off,
                    MatchBasis.LEGAL_FORM,
                    0,
                    called -> "the %s but for the legal form, which is one of %s"
                            .formatted(called, String.join(" ", read.formCountries)));
        } else if (plain.formsContradict(other)) {
            found.add(
                    name,
                    FORMS_CONTRADICT - off,
                    MatchBasis.LEGAL_FORM,
                    0,
                    called -> "the %s but for the legal form: the entry has %s, the name %s"
                            .formatted(called, String.join(" ", plain.forms()), String.join(" ", other.forms())));
        } else {
            boolean added = plain.forms().containsAll(other.forms());
            found.add(
                    name,
                    (added ? FORM_ADDED : FORM_LEFT_OUT) - off,
                    MatchBasis.LEGAL_FORM,
                    0,
                    called -> "the %s but for the legal form, of which the entry has %s"
                            .formatted(called, added ? "more" : "less"));
        }
    }

    /** A name that is the entry to its legal form: with one it means its holder, without it may be a brand of others too. */
    private void addSame(int name, int score, MatchBasis basis, UnaryOperator<String> explanation) {
        if (plain.forms().isEmpty()) {
            found.add(name, score, basis, 0, explanation);
        } else {
            found.addNamed(name, score, 1, basis, 0, explanation);
        }
    }

    /** Whether the entry has a legal form of other countries than the organization's, and nothing else says where it is. */
    private boolean elsewhere(int name) {
        String country = table.country(table.organization(name));
        return country != null
                && !country.equals(read.country)
                && !read.formCountries.isEmpty()
                && !read.formCountries.contains(country);
    }

    /** Names that have words of the entry, or words that such may stand for. */
    void words() {
        words(new NameChoice(table, read).names());
    }

    /** Names that are compared word by word. */
    void words(int[] chosen) {
        for (int name : chosen) {
            if (name < firstSame || name >= endSame) {
                compare(name);
            }
        }
        together.forEach((organization, bits) -> {
            boolean all = (read.telling(true) & ~bits) == 0 && !whole.contains(organization);
            if (all || (read.telling(false) & ~bits) == 0 && !named.contains(organization)) {
                String names = String.join(" and ", parts.get(organization));
                found.keep(
                        organization,
                        TOGETHER,
                        NameIndex.CANDIDATE,
                        MatchBasis.WORDS,
                        names,
                        What.ALIAS,
                        0,
                        () -> "several of its names together: " + names);
            }
        });
    }

    private void compare(int name) {
        int organization = table.organization(name);
        Agreement agreement = new Agreement(read, words, name, table.country(organization));
        int score = agreement.score();
        if (score == 0) {
            return;
        }
        if (agreement.isContained()) {
            if ((read.telling(true) & ~agreement.found()) == 0) {
                whole.add(organization);
            }
            if ((read.telling(false) & ~agreement.found()) == 0) {
                named.add(organization);
            }
            together.merge(organization, agreement.found(), (one, other) -> one | other);
            parts.computeIfAbsent(organization, none -> new TreeSet<>()).add(table.text(name));
        }
        if (agreement.isBranch()) {
            branches.add(organization);
        }
        int least = agreement.isDistinctive() ? NameIndex.CANDIDATE : 1;
        found.add(name, offForForm(name, score), least, agreement.basis(), agreement.slips(), agreement.explanation());
    }

    /** A legal form that the name has not makes a name that has it go before; it decides about none that would be sure. */
    private int offForForm(int name, int score) {
        boolean lacking = score > LEAST_WITHOUT_FORM
                && !plain.forms().isEmpty()
                && !PlainName.of(table.text(name)).forms().equals(plain.forms());
        return lacking ? Math.max(LEAST_WITHOUT_FORM, score - OFF_FOR_FORM) : score;
    }

    /** Names of several words whose first letters are the entry, or names that are the first letters of the entry. */
    void initials() {
        if (read.words.size() == 1 && read.words.getFirst().is(WordKind.NAME)) {
            words.forInitials(
                    read.words.getFirst().key(),
                    name -> found.add(
                            name,
                            INITIALS,
                            MatchBasis.INITIALS,
                            0,
                            "the first letters of the words of the %s"::formatted));
        }
        String letters = NameWords.initials(read.all);
        int word = read.words.size() < SHORTEST_INITIALS ? -1 : words.vocabulary.find(letters);
        if (word >= 0 && letters.length() >= SHORTEST_INITIALS) {
            for (int i = 0; i < Math.min(words.frequency(word), NameChoice.MOST_LOOKED_AT); i++) {
                int name = words.ranked(words.ranks().get(word, i));
                if (words.count(name) == 1) {
                    found.add(
                            name,
                            INITIALS,
                            MatchBasis.INITIALS,
                            0,
                            "the %s is the first letters of the words of the entry"::formatted);
                }
            }
        }
    }
}
