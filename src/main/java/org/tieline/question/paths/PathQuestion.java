package org.tieline.question.paths;



import java.time.LocalDate;
import org.tieline.exposure.PathSearch;
import org.tieline.exposure.SearchOptions;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.GivenParameters;
import org.tieline.question.exposures.ExposureQuestion;


/**
 * Through which ties two organizations are connected.
 *
 * @param from the id of the organization to start at, as from a vendor; of any kind
 * @param to the id of the organization to end at, another one of any kind
 * @param search how to search
 * @param limit the most paths, 1 to {@link PathSearch#MOST_PATHS}
 */
public record PathQuestion(String from, String to, SearchOptions search, int limit) {

    /** @throws BadQuestion if both ends are the same, or the limit is out of range */
    public PathQuestion {
        if (from.equals(to)) {
            throw new BadQuestion("to", "to must be another organization than from, was " + to);
        }
        if (limit < 1 || limit > PathSearch.MOST_PATHS) {
            throw new BadQuestion("limit", "limit must be 1..%d, was %d".formatted(PathSearch.MOST_PATHS, limit));
        }
    }

    /**
     * Reads all parameters of the question.
     *
     * @param today the day that {@code asOf} means when it is absent
     * @throws BadQuestion if a parameter is missing or unknown, or its value is
     */
    public static PathQuestion read(GivenParameters parameters, LocalDate today) {
        String from = required(parameters, "from");
        String to = required(parameters, "to");
        PathQuestion question = new PathQuestion(
                from,
                to,
                ExposureQuestion.search(parameters, today),
                parameters.integer("limit").orElse(PathSearch.DEFAULT_LIMIT));
        parameters.refuseOthers();
        return question;
    }

    private static String required(GivenParameters parameters, String name) {
        return parameters
                .id(name)
                .orElseThrow(
                        () -> new BadQuestion(name, name + " must be given: the id of an organization, like huawei"));
    }
}
