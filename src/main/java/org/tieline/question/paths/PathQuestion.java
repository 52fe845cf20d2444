package org.tieline.question.paths;

import org.tieline.exposure.PathSearch;
import org.tieline.exposure.SearchOptions;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.Answer;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.SearchParameters;
import org.tieline.question.parameter.Types;
import org.tieline.question.parameter.Values;

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

    private static final String REMEDY = "the id of an organization, like huawei";

    private static final Parameter<String> FROM = Parameter.of(
                    "from", Types.ID, "The organization to start at, as from a vendor.")
            .required(REMEDY);

    private static final Parameter<String> TO =
            Parameter.of("to", Types.ID, "The organization to end at.").required(REMEDY);

    private static final Parameter<Integer> LIMIT = Parameter.of(
                    "limit", Types.whole(1, PathSearch.MOST_PATHS), "The most paths.")
            .orElse(PathSearch.DEFAULT_LIMIT);

    public static final Parameters PARAMETERS =
            Parameters.of(FROM, TO).and(SearchParameters.ALL).and(LIMIT);

    private static final String ADDRESS = "/v1/paths";

    public static final Question DECLARED = Question.of(
                    "paths",
                    "All paths between two organizations on a day, shortest first.",
                    PARAMETERS,
                    values -> {
                        PathQuestion question = of(values);
                        return snapshot -> question.answer(snapshot, values);
                    },
                    ADDRESS)
            .answering(PathList.class, PathView.class, PathView.COLUMNS)
            .offering();

    public static PathQuestion of(Values values) {
        return new PathQuestion(values.get(FROM), values.get(TO), SearchParameters.options(values), values.get(LIMIT));
    }

    private Answer<PathView> answer(Snapshot snapshot, Values values) {
        PathAnswer answer = PathInquiry.ask(snapshot, this);
        PathList list = PathList.of(answer, this, values);
        Long total = list.total() == null ? null : list.total().longValue();
        return Answer.of(list, list.results(), PathView.COLUMNS, total, null).told(() -> PathText.of(answer));
    }

    /** The address at which it is asked, with every option that is not as by default, and its day. */
    public String address() {
        return SearchParameters.set(Values.usual(PARAMETERS), search)
                .with(FROM, from)
                .with(TO, to)
                .with(LIMIT, limit)
                .address(ADDRESS);
    }

    /** The address of all paths between two organizations. */
    public static String address(SearchOptions search, String from, String to) {
        return new PathQuestion(from, to, search, PathSearch.DEFAULT_LIMIT).address();
    }
}
