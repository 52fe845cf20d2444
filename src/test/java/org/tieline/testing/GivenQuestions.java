package org.tieline.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.tieline.question.changes.ChangeQuestion;
import org.tieline.question.conflicts.ConflictQuestion;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.ownership.CaughtQuestion;
import org.tieline.question.ownership.OwnershipQuestion;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.PageParameters;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Reading;
import org.tieline.question.parameter.Values;
import org.tieline.question.paths.PathQuestion;
import org.tieline.question.screening.ScreeningQuestion;
import org.tieline.question.series.SeriesQuestion;

/** Questions as they are read from what somebody gave, by parameter. */
public final class GivenQuestions {
    private GivenQuestions() {}

    public static ExposureQuestion exposures(Map<String, List<String>> given, LocalDate today) {
        Values values = values(ExposureQuestion.COMMON.and(PageParameters.ALL), given, today);
        return ExposureQuestion.of(values, PageParameters.page(values));
    }

    public static ConflictQuestion conflicts(Map<String, List<String>> given, LocalDate today) {
        return ConflictQuestion.of(values(ConflictQuestion.PARAMETERS, given, today));
    }

    public static ChangeQuestion changes(Map<String, List<String>> given) {
        return ChangeQuestion.of(values(ChangeQuestion.PARAMETERS, given, LocalDate.EPOCH));
    }

    public static SeriesQuestion series(Map<String, List<String>> given) {
        return SeriesQuestion.of(values(SeriesQuestion.PARAMETERS, given, LocalDate.EPOCH));
    }

    public static PathQuestion paths(Map<String, List<String>> given, LocalDate today) {
        return PathQuestion.of(values(PathQuestion.PARAMETERS, given, today));
    }

    public static OwnershipQuestion ownership(String organization, Map<String, List<String>> given, LocalDate today) {
        return OwnershipQuestion.of(new Given(given)
                .with("organization", organization)
                .read(OwnershipQuestion.PARAMETERS, Reading.on(today)));
    }

    public static CaughtQuestion caught(Map<String, List<String>> given, LocalDate today) {
        return CaughtQuestion.of(values(CaughtQuestion.PARAMETERS, given, today));
    }

    public static ScreeningQuestion screening(Map<String, List<String>> given, LocalDate today) {
        return ScreeningQuestion.of(values(ScreeningQuestion.PARAMETERS, given, today));
    }

    private static Values values(Parameters parameters, Map<String, List<String>> given, LocalDate today) {
        return new Given(given).read(parameters, Reading.on(today));
    }
}
