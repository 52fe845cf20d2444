package org.tieline.question.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.naming.NameCandidates;

/**
 * A name whose organization is wanted, with what else is known of it.
 *
 * @param name as somebody wrote it; null if it is not known
 * @param id the id that it is thought to have; null if it is not known
 * @param identifiers what registers are thought to call it, {@code lei:5493…}, well written or not; may be empty
 * @param kinds the kinds that it may be of; empty for any
 * @param everyKind whether it must be of all the kinds at once, which nobody is if there are several
 * @param countries codes of the countries that it may be of; empty for any
 * @param unread what was given as a country or a kind and is none; as long as there is any, nothing is decided
 * @param limit the most candidates that are wanted, 1 to {@link #MOST_CANDIDATES}
 */
public record ReconciliationQuery(
        @Nullable String name,
        @Nullable String id,
        Set<String> identifiers,
        Set<OrganizationKind> kinds,
        boolean everyKind,
        Set<String> countries,
        List<String> unread,
        int limit) {
    public static final int MOST_CANDIDATES = NameCandidates.MOST;
    public static final int DEFAULT_LIMIT = 10;

    /** @throws BadQuestion if the limit is out of range */
    public ReconciliationQuery {
        if (limit < 1 || limit > MOST_CANDIDATES) {
            throw new BadQuestion("limit", "limit must be 1..%d, was %d".formatted(MOST_CANDIDATES, limit));
        }
        name = name == null || name.isBlank() ? null : name.strip();
        id = id == null || id.isBlank() ? null : id.strip();
        identifiers = new TreeSet<>(identifiers);
        kinds = Set.copyOf(kinds);
        countries = Set.copyOf(countries);
        unread = List.copyOf(unread);
    }

    /** The same for other countries. */
    ReconciliationQuery of(Set<String> others) {
        return new ReconciliationQuery(name, id, identifiers, kinds, everyKind, others, unread, limit);
    }

    /** The country, if there is only one; the matcher weighs one. */
    @Nullable
    String onlyCountry() {
        return countries.size() == 1 ? countries.iterator().next() : null;
    }

    /** The same, with something that keeps it from being decided. */
    ReconciliationQuery doubting(String doubt) {
        List<String> more = new ArrayList<>(unread);
        more.add(doubt);
        return new ReconciliationQuery(name, id, identifiers, kinds, everyKind, countries, more, limit);
    }

    /** Whether an organization is of a kind and a country that it may be of. One without a country may be of any. */
    boolean admits(Organization organization) {
        boolean kind = kinds.isEmpty() || kinds.contains(organization.kind()) && !(everyKind && kinds.size() > 1);
        return kind
                && (countries.isEmpty()
                        || organization.country() == null
                        || countries.contains(organization.country()));
    }
}
