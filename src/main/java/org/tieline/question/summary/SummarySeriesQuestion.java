package org.tieline.question.summary;

import java.util.List;
import org.tieline.question.Answer;
import org.tieline.question.Columns;
import org.tieline.question.Echo;
import org.tieline.question.Json;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.parameter.PageParameters;
import org.tieline.question.parameter.Paging;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.SearchParameters;
import org.tieline.question.parameter.Values;
import org.tieline.question.series.SeriesQuestion;
import org.tieline.question.series.SeriesSearched;

/**
 * How many carriers are exposed day after day, and what share of subscribers they have.
 *
 * @param by what the rows are
 * @param series on which days, and what is counted on each of them; its page chooses among the rows
 */
public record SummarySeriesQuestion(SummaryBy by, SeriesQuestion series) {
    /** Of all rows of an answer together, but for that of all: a hundred rows of ten years by months. */
    public static final int MOST_POINTS = 12_000;

    public static final Parameters PARAMETERS = Parameters.of(SummaryQuestion.BY)
            .and(SeriesQuestion.DAYS)
            .and(ExposureQuestion.COMMON)
            .and(PageParameters.ALL)
            .refusing(SearchParameters.AS_OF, "from, to and step take its place")
            .refusing(ExposureQuestion.AFFILIATES, "a summary of many days starts at the vendors alone");

    /** A row on a day, as a table has it. */
    private record Cell(SummarySeriesAnswer.Curve row, SummarySeriesAnswer.Point point) {}

    private static final Columns<Cell> COLUMNS = SummaryQuestion.exposed(
            SummaryQuestion.weight(
                    Columns.<Cell>none()
                            .and("key", cell -> cell.row().key())
                            .and("name", cell -> cell.row().name())
                            .and("day", cell -> cell.point().day()),
                    "onRecord",
                    cell -> cell.point().onRecord()),
            cell -> cell.point().exposed());

    public static final Question DECLARED = Question.of(
                    "summary",
                    "How many carriers are exposed day after day, and what share of mobile subscribers they have.",
                    PARAMETERS,
                    values -> {
                        SummarySeriesQuestion question = of(values);
                        return snapshot -> question.answer(snapshot, values);
                    },
                    "/v1/summary")
            .chosenBy(SeriesQuestion.STEP)
            .answering(SummarySeries.class, SummarySeriesAnswer.Curve.class, COLUMNS)
            .searchingMuch();

    /** Of the values of {@link #PARAMETERS}. */
    public static SummarySeriesQuestion of(Values values) {
        return new SummarySeriesQuestion(
                values.get(SummaryQuestion.BY), SeriesQuestion.of(values, PageParameters.page(values)));
    }

    /**
     * A summary of many days as JSON has it.
     *
     * @param limit the most rows; less than was asked for where these would have more than 12,000 points together
     */
    private record SummarySeries(
            String notice,
            Echo<SeriesSearched> searched,
            SummarySeriesAnswer.Curve all,
            int total,
            int limit,
            int offset,
            List<SummarySeriesAnswer.Curve> results) {}

    /** Which rows are told: no more than an answer has room for. */
    Paging page() {
        Paging page = series.exposures().page();
        int room = Math.max(1, MOST_POINTS / series.days().size());
        return new Paging(Math.min(page.limit(), room), page.offset());
    }

    private Answer<SummarySeriesAnswer.Curve> answer(Snapshot snapshot, Values values) {
        SummarySeriesAnswer answer = SummarySeriesInquiry.ask(snapshot, this);
        SummarySeries series = new SummarySeries(
                Json.NOTICE,
                SeriesSearched.echo(snapshot, this.series, answer.vendors(), values),
                answer.all(),
                answer.total(),
                answer.page().limit(),
                answer.page().offset(),
                answer.rows());
        return Answer.of(
                        series,
                        series.results(),
                        () -> COLUMNS.table(cells(answer)),
                        (long) series.total(),
                        answer.page())
                .told(() -> SummaryText.of(answer));
    }

    private static List<Cell> cells(SummarySeriesAnswer answer) {
        return answer.rows().stream()
                .flatMap(row -> row.points().stream().map(point -> new Cell(row, point)))
                .toList();
    }
}
