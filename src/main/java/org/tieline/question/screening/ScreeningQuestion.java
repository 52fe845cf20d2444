package org.tieline.question.screening;

import java.util.Set;
import org.tieline.exposure.SearchOptions;
import org.tieline.question.exposures.ContactFilter;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.parameter.BanParameters;
import org.tieline.question.parameter.Paging;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.SearchParameters;
import org.tieline.question.parameter.Values;
import org.tieline.restriction.BanFilter;
import org.tieline.restriction.RestrictedIn;

/**
 * What is asked about every organization of a screening.
 *
 * @param bans which bans make an organization restricted
 * @param search how exposures to restricted vendors are searched, and on which day
 */
public record ScreeningQuestion(BanFilter bans, SearchOptions search) {
    /** What a screening may be told; the entries come apart from it. */
    public static final Parameters PARAMETERS = SearchParameters.ALL.and(BanParameters.ALL);

    /** Of the values of {@link #PARAMETERS}. */
    public static ScreeningQuestion of(Values values) {
        return new ScreeningQuestion(BanParameters.filter(values), SearchParameters.options(values));
    }

    /** The question whose exposures a screening tells of: to every vendor that is restricted on the day. */
    public ExposureQuestion exposures() {
        return new ExposureQuestion(
                Set.of(),
                bans,
                RestrictedIn.ANYWHERE,
                search,
                Set.of(),
                Set.of(),
                Set.of(),
                1,
                Paging.FIRST,
                null,
                ContactFilter.ANY);
    }
}
