package org.tieline.naming;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what organizations a name may mean, by the words of their names and never by looking at all of them. Immutable, and
 * the same question always has the same answer.
 *
 * <p>A score says how little the entry differs from a name on record, and nothing of how probable it is that they mean the
 * same: 100 an id or name letter by letter, 98 an alias, 93 to 96 but for what {@link PlainName} sets aside, 87 to 92 but
 * for a legal form on one side, 75 to 80 with contradicting legal forms, 86 all that a name has in one East Asian script,
 * up to 92 word by word, however the words are written; less for slips of the pen, other scripts and words of the trade, 50 to
 * 75 one of the two has all that names in the other, below 50 a hint. Aliases have a little less than names, and
 * {@link #OTHER_COUNTRY} is taken off where the countries differ.
 *
 * <p>Of a word that more than a hundred names have, those count that share most with the entry, a hundred at most. Some 200
 * bytes an organization where there are millions.
 */
public final class NameIndex {
    /** What another country than the one on record takes off a score. */
    public static final int OTHER_COUNTRY = 20;

    /** From here on a score is of somebody who is meant, if nobody else is. */
    public static final int SURE = 85;

    /** From here on a score is of a candidate, below it of a hint. */
    public static final int CANDIDATE = 50;

    /** Characters of an entry that are compared; no name on record comes near. */
    public static final int LONGEST = 300;

    /**
     * A name without the country that stands in brackets behind its legal form, {@code Example S.A. (Spain)}: it says where the firm is
     * and is no part of the name.
     *
     * @param country code; null if there is none
     */
    private record Seat(String name, @Nullable String country) {
        private static final Pattern BRACKETS = Pattern.compile("(.+?)\\s*\\(([^()]+)\\)");

        static Seat of(String text) {
            Matcher found = BRACKETS.matcher(text);
            if (!text.endsWith(")") || !found.matches()) {
                return new Seat(text, null);
            }
            WordMeaning place = Lexicon.meaning(PlainName.words(found.group(2), List.of()));
            return place != null
                            && place.kind() == WordKind.PLACE
                            && !place.key().contains("/")
                            && !PlainName.of(found.group(1)).forms().isEmpty()
                    ? new Seat(found.group(1), place.countries().iterator().next())
                    : new Seat(text, null);
        }
    }

    private final NameTable table;

    /** @param named everything that shall be found, each id once */
    public NameIndex(Collection<NamedOrganization> named) {
        table = new NameTable(named);
    }

    /**
     * The candidates for a name, or for an id that is given in place of one; if there are none, hints.
     *
     * @param name at most {@link #LONGEST} characters
     * @param country code; null if none is known
     * @throws IllegalArgumentException if the name is too long
     */
    public NameCandidates find(String name, @Nullable String country) {
        return find(name, country, NameCandidates.MOST);
    }

    /**
     * The same for somebody who wants few of them.
     *
     * @param most how many are spelled out, 2 to {@link NameCandidates#MOST}; all are counted
     */
    public NameCandidates find(String name, @Nullable String country, int most) {
        if (name.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "name must have %d characters at most, had %d".formatted(LONGEST, name.length()));
        }
        Seat seat = Seat.of(name.strip());
        NameSearch search = new NameSearch(table, seat.name(), country == null ? seat.country() : country);
        search.id();
        search.sameKey();
        search.words();
        search.initials();
        return search.found().inOrder(most);
    }

    /** The one with an id; if there is none, hints with less than {@link #CANDIDATE}. */
    public NameCandidates findId(String id, @Nullable String country) {
        if (table.ids.find(id) >= 0) {
            NameSearch search = new NameSearch(table, id, country);
            search.id();
            return search.found().inOrder(NameCandidates.MOST);
        }
        return id.length() > LONGEST
                ? NameCandidates.NONE
                : find(id.replace('-', ' '), country).asHints();
    }

    /**
     * The organizations with a name, an alias or an id that begins with what somebody has typed so far, or that has a word
     * which does; all, if nothing was typed yet.
     *
     * @return at most {@link NameCompletion#MOST}, each organization once; whole names and ids first, then beginnings of names, of
     *     aliases and ids, and of words, each in the order of the names
     */
    public List<NameCompletion> beginning(String typed) {
        return typed.length() > LONGEST ? List.of() : new CompletionSearch(table, typed.strip()).found();
    }
}
