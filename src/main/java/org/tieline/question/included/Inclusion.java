package org.tieline.question.included;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.tieline.restriction.BanAgainst;
import org.tieline.restriction.Jurisdiction;

/**
 * What an answer tells besides its results, and of which bans its results speak.
 *
 * @param jurisdictions of the bans that are listed with each exposure
 * @param kinds the records that are told; bans are, whatever is here
 */
public record Inclusion(Set<Jurisdiction> jurisdictions, Set<IncludedKind> kinds) {
    public Inclusion {
        jurisdictions = kept(Jurisdiction.class, jurisdictions);
        kinds = kept(IncludedKind.class, kinds);
    }

    /** As bits: it is asked of every ban of every result. */
    private static <E extends Enum<E>> Set<E> kept(Class<E> type, Set<E> given) {
        Set<E> copy = EnumSet.noneOf(type);
        copy.addAll(given);
        return Collections.unmodifiableSet(copy);
    }

    /** Whether a ban is listed. */
    public boolean wants(BanAgainst against) {
        return jurisdictions.contains(against.jurisdiction());
    }
}
