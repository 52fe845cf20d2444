package org.tieline.question;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Identifier;
import org.tieline.model.InvalidValue;
import org.tieline.model.Organization;
import org.tieline.naming.NameIndex;
import org.tieline.naming.NamedOrganization;
import org.tieline.naming.fulltext.FullTextIndex;
import org.tieline.naming.fulltext.SearchHit;
import org.tieline.question.parameter.IdentifierText;

/**
 * The names of a snapshot, ready to be found; made when they are looked for first, as most snapshots pass without that. The
 * ids that organizations had in former times are found here too, and what registers call them.
 */
public final class OrganizationNames {
    private volatile Made<NameIndex> index;
    private volatile Made<FullTextIndex> words;

    /** Ids of today by the former ids that lead to them. */
    private final Map<String, String> currentIds;

    private final Identifiers identifiers;

    /**
     * @param currentIds ids of today by the former ids that lead to them
     * @param identifiers sorted
     */
    OrganizationNames(
            Collection<Organization> organizations, Map<String, String> currentIds, List<Identifier> identifiers) {
        this(index(organizations), words(organizations), currentIds, new Identifiers(identifiers));
    }

    private static Made<NameIndex> index(Collection<Organization> organizations) {
        return new Made<>(() ->
                new NameIndex(organizations.stream().map(NamedOrganization::of).toList()));
    }

    private static Made<FullTextIndex> words(Collection<Organization> organizations) {
        return new Made<>(() -> new FullTextIndex(organizations));
    }

    /**
     * The names after a change; what is made of them already is kept as far as it is the same.
     *
     * @param renamed whether organizations are found by other names, or by names in another country
     * @param other null if registers call all organizations as they did
     */
    OrganizationNames changed(
            Collection<Organization> after,
            boolean renamed,
            Map<String, String> currentIdsAfter,
            @Nullable List<Identifier> other) {
        return new OrganizationNames(
                renamed ? index(after) : index,
                renamed ? words(after) : words,
                currentIdsAfter,
                other == null ? identifiers : new Identifiers(other));
    }

    private OrganizationNames(
            Made<NameIndex> index, Made<FullTextIndex> words, Map<String, String> currentIds, Identifiers identifiers) {
        this.index = index;
        this.words = words;
        this.currentIds = Map.copyOf(currentIds);
        this.identifiers = identifiers;
    }

    /** What registers call organizations. */
    public Identifiers identifiers() {
        return identifiers;
    }

    /**
     * The id of the organization that an id, a former id or an identifier means on a day; the text itself if none does.
     *
     * @param knownAt null for everything on record
     * @throws InvalidValue without a field, if several organizations have the identifier on the day
     */
    String meant(String text, LocalDate asOf, @Nullable LocalDate knownAt) {
        if (!IdentifierText.isMeant(text)) {
            return currentId(text);
        }
        List<String> holders = identifiers.holders(text, asOf, knownAt);
        if (holders.size() > 1) {
            throw new InvalidValue(
                    "",
                    text,
                    "must mean one organization, and on %s it means %s".formatted(asOf, String.join(" and ", holders)));
        }
        return holders.isEmpty() ? text : holders.getFirst();
    }

    /** The id under which the organization that once had an id is found today; the id itself if it is no former one. */
    String currentId(String id) {
        return currentIds.getOrDefault(id, id);
    }

    /** For those who look for a name, or for what may be meant by one. */
    public NameIndex index() {
        return index.get();
    }

    /**
     * The organizations whose names have words that are looked for.
     *
     * @throws org.tieline.model.TielineException.BadQuestion if the text is too long or has nothing in it
     */
    public List<SearchHit> search(String text, int limit) {
        return words.get().search(text, limit);
    }

    /** Whether somebody looked for names, or they were made ready for that. */
    boolean isMade() {
        return index.isMade();
    }

    /** Whether something is yet to be made that was asked for in other names. */
    boolean lacks(OrganizationNames before) {
        return lacks(index, before.index) || lacks(words, before.words);
    }

    private static boolean lacks(Made<?> one, Made<?> before) {
        return one != before && before.isWanted();
    }

    /**
     * Makes what was asked for in other names, which are taken out of use, so that nobody waits for it.
     *
     * @param same whether those are names of the same organizations
     */
    void readyAs(OrganizationNames before, boolean same) {
        if (same) {
            index = before.index;
            words = before.words;
            return;
        }
        if (before.index.isMade()) {
            index.get();
        }
        if (before.words.isMade()) {
            words.get();
        }
    }
}
