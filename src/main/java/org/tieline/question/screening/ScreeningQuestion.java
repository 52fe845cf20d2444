package org.tieline.question.screening;



import java.time.LocalDate;
import java.util.Set;
import org.tieline.exposure.SearchOptions;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.GivenParameters;
import org.tieline.question.Paging;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.restriction.BanFilter;


/**
 * What is asked about every organization of a screening.
 *
 * @param bans which bans make an organization restricted
 * @param search how exposures to restricted vendors are searched, and on which day
 */
public record ScreeningQuestion(BanFilter bans, SearchOptions search) {
    /**
     * Reads all parameters of the question; the entries come apart from them.
     *
     * @param today the day that {@code asOf} means when it is absent
     * @throws BadQuestion if a parameter is unknown or its value is
     */
    public static ScreeningQuestion read(GivenParameters parameters, LocalDate today) {
        ScreeningQuestion question =
                new ScreeningQuestion(ExposureQuestion.bans(parameters), ExposureQuestion.search(parameters, today));
        parameters.refuseOthers();
        return question;
    }

    /** The question whose exposures a screening tells of: to every vendor that is restricted on the day. */
    public ExposureQuestion exposures() {
        return new ExposureQuestion(Set.of(), bans, search, Set.of(), Set.of(), Set.of(), 1, Paging.FIRST, null);
    }
}
