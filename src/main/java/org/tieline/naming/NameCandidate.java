package org.tieline.naming;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Term;

/**
 * An organization that a name may mean, and why.
 *
 * @param id the id of the organization
 * @param score 1 to 100; {@link NameIndex} says what it means
 * @param basis what it stands on
 * @param matched the name, alias or id that was met, as it is on record
 * @param what which of them it is
 * @param scripts the scripts of {@code matched} by their Unicode names, in order; none if it has digits and signs alone
 * @param slips letters to insert, delete, replace or swap; 0 unless the basis is {@link MatchBasis#SPELLING}
 * @param country how the countries agree
 * @param explanation all this in words, without saying more
 */
public record NameCandidate(
        String id,
        int score,
        MatchBasis basis,
        String matched,
        What what,
        List<String> scripts,
        int slips,
        CountryCheck country,
        String explanation) {

    NameCandidate withScore(int other) {
        return new NameCandidate(id, other, basis, matched, what, scripts, slips, country, explanation);
    }

    /** What of an organization was met. */
    public enum What implements Term {
        IDENTIFIER,
        ID,
        NAME,
        ALIAS
    }

    /** How the country of an entry agrees with the one on record. */
    public enum CountryCheck implements Term {
        /** The entry names none. */
        NOT_GIVEN,

        SAME,

        /** The organization has none on record. */
        NOT_ON_RECORD,

        DIFFERENT;

        static CountryCheck of(@Nullable String given, @Nullable String onRecord) {
            if (given == null) {
                return NOT_GIVEN;
            }
            if (onRecord == null) {
                return NOT_ON_RECORD;
            }
            return given.equals(onRecord) ? SAME : DIFFERENT;
        }
    }
}
