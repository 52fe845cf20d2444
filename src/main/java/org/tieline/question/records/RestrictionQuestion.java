package org.tieline.question.records;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tieline.question.parameter.BanParameters;
import org.tieline.question.parameter.KnownAt;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.SearchParameters;
import org.tieline.question.parameter.Values;
import org.tieline.restriction.BanFilter;

/**
 * Which vendors were restricted on a day.
 *
 * @param bans which bans count
 * @param asOf the day in the world that is asked about
 * @param knownAt what was known by then counts; null for everything on record
 */
public record RestrictionQuestion(
        BanFilter bans, LocalDate asOf, @Nullable LocalDate knownAt) {

    /** What it may be told. */
    public static final Parameters PARAMETERS =
            Parameters.of(SearchParameters.AS_OF, SearchParameters.KNOWN_AT).and(BanParameters.ALL);

    /** Of the values of {@link #PARAMETERS}. */
    public static RestrictionQuestion of(Values values) {
        return new RestrictionQuestion(
                BanParameters.filter(values),
                values.get(SearchParameters.AS_OF),
                KnownAt.day(values.get(SearchParameters.KNOWN_AT)));
    }
}
