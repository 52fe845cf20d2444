package org.tieline.question.summary;

import java.util.List;
import java.util.function.Function;
import org.tieline.question.Answer;
import org.tieline.question.Columns;
import org.tieline.question.Echo;
import org.tieline.question.Json;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.changes.ChangeQuestion;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.parameter.PageParameters;
import org.tieline.question.parameter.Paging;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Types;
import org.tieline.question.parameter.Values;
import org.tieline.question.series.SeriesQuestion;

/**
 * How many carriers are exposed on a day, and how many subscribers they have.
 *
 * @param by what the rows are
 * @param exposures what is counted; its bans choose the conflicts too, and its page is of no meaning here
 */
public record SummaryQuestion(SummaryBy by, ExposureQuestion exposures) {
    public static final Parameter<SummaryBy> BY = Parameter.of("by", Types.word(SummaryBy.class), "What the rows are.")
            .required("country, bloc, vendor or relation");

    private static final String WHOLE = "a summary of one day is given whole";

    private static final String IN_SERIES = "a summary of many days, with step, takes it";

    public static final Parameters PARAMETERS = Parameters.of(BY)
            .and(ExposureQuestion.COMMON)
            .and(PageParameters.ALL)
            .refusing(PageParameters.LIMIT, WHOLE)
            .refusing(PageParameters.OFFSET, WHOLE)
            .refusing(ChangeQuestion.FROM, IN_SERIES)
            .refusing(SeriesQuestion.TO, IN_SERIES)
            .refusing(ChangeQuestion.CLOCK, IN_SERIES);

    private static final Columns<SummaryAnswer.Row> COLUMNS = columns();

    public static final Question DECLARED = Question.of(
                    "summary",
                    "How many carriers are exposed on a day and in conflict with bans, and how many mobile subscribers they have.",
                    PARAMETERS,
                    values -> {
                        SummaryQuestion question = of(values);
                        return snapshot -> question.answer(snapshot, values);
                    },
                    "/v1/summary")
            .answering(Summary.class, SummaryAnswer.Row.class, COLUMNS)
            .remarking("Shares are of what is on record; subscribers are in millions, of carriers that have a count.")
            .offering()
            .searchingMuch();

    /** Of the values of {@link #PARAMETERS}. */
    public static SummaryQuestion of(Values values) {
        return new SummaryQuestion(values.get(BY), ExposureQuestion.of(values, Paging.FIRST));
    }

    /** A summary as JSON has it. */
    private record Summary(
            String notice,
            Echo<ExposureAnswer.FoundOut> searched,
            SummaryAnswer.Row all,
            int total,
            List<SummaryAnswer.Row> results) {}

    private Answer<SummaryAnswer.Row> answer(Snapshot snapshot, Values values) {
        SummaryAnswer answer = SummaryInquiry.ask(snapshot, this);
        Summary summary = new Summary(
                Json.NOTICE,
                answer.searched().echoWithBans(values),
                answer.all(),
                answer.rows().size(),
                answer.rows());
        return Answer.of(summary, summary.results(), COLUMNS, (long) summary.total(), null)
                .told(() -> SummaryText.of(answer));
    }

    private static Columns<SummaryAnswer.Row> columns() {
        Columns<SummaryAnswer.Row> columns = Columns.<SummaryAnswer.Row>none()
                .and("key", SummaryAnswer.Row::key)
                .and("name", SummaryAnswer.Row::name);
        columns = weight(columns, "onRecord", SummaryAnswer.Row::onRecord);
        columns = exposed(columns, SummaryAnswer.Row::exposed);
        columns = finding(columns, "established", row -> row.findings().established());
        return finding(columns, "presumed", row -> row.findings().presumed());
    }

    private static Columns<SummaryAnswer.Row> finding(
            Columns<SummaryAnswer.Row> columns,
            String name,
            Function<SummaryAnswer.Row, SummaryAnswer.Finding> finding) {
        return weight(
                columns.and(name + ".conflicts", row -> finding.apply(row).conflicts()), name, row -> finding.apply(row)
                        .weight());
    }

    /** Those of carriers that are exposed. */
    static <R> Columns<R> exposed(Columns<R> columns, Function<R, SummaryAnswer.Exposed> exposed) {
        return tied(
                tied(columns, "possibly", row -> exposed.apply(row).possibly()), "certainly", row -> exposed.apply(row)
                        .certainly());
    }

    private static <R> Columns<R> tied(Columns<R> columns, String name, Function<R, SummaryAnswer.Tied> tied) {
        return weight(columns, name, row -> tied.apply(row).weight())
                .and(name + ".ofCarriersPercent", row -> tied.apply(row).ofCarriers())
                .and(name + ".ofSubscribersPercent", row -> tied.apply(row).ofSubscribers());
    }

    static <R> Columns<R> weight(Columns<R> columns, String name, Function<R, Weight> weight) {
        return columns.and(name + ".carriers", row -> weight.apply(row).carriers())
                .and(name + ".counted", row -> weight.apply(row).counted())
                .and(name + ".sharePercent", row -> weight.apply(row).share())
                .and(name + ".groups", row -> weight.apply(row).groups())
                .and(name + ".subscribersMillions", row -> weight.apply(row).subscribers());
    }
}
