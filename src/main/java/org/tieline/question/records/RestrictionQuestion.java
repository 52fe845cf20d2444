package org.tieline.question.records;



import java.time.LocalDate;
import org.tieline.question.GivenParameters;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.restriction.BanFilter;


/**
 * Which vendors were restricted on a day.
 *
 * @param bans which bans count
 * @param asOf the day in the world that is asked about
 * @param knownAt what was known by then counts; null for everything on record
 */
public record RestrictionQuestion(BanFilter bans, LocalDate asOf, LocalDate knownAt) {

    /**
     * @param today the day that {@code asOf} means when it is absent
     * @throws org.tieline.model.TielineException.BadQuestion if a parameter is unknown or its value is
     */
    public static RestrictionQuestion read(GivenParameters parameters, LocalDate today) {
        RestrictionQuestion question = new RestrictionQuestion(
                ExposureQuestion.bans(parameters),
                parameters.day("asOf").orElse(today),
                parameters.day("knownAt").orElse(null));
        parameters.refuseOthers();
        return question;
    }
}
