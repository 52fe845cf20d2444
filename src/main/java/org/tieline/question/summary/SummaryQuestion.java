package org.tieline.question.summary;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tieline.question.Answer;
import org.tieline.question.Columns;
import org.tieline.question.Echo;
import org.tieline.question.Json;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.parameter.PageParameters;
import org.tieline.question.parameter.Paging;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Types;
import org.tieline.question.parameter.Values;

/**
 * How many carriers are exposed on a day, and how many subscribers they have.
 *
 * @param by what the rows are
 * @param exposures what is counted; its bans choose the conflicts too, and its page is of no meaning here
 */
public record SummaryQuestion(SummaryBy by, ExposureQuestion exposures) {
    private static final Parameter<SummaryBy> BY = Parameter.of("by", Types.word(SummaryBy.class), "What the rows are.")
            .required("country, bloc, vendor or relation");

    private static final String WHOLE = "a summary is given whole";

    public static final Parameters PARAMETERS = Parameters.of(BY)
            .and(ExposureQuestion.COMMON)
            .and(PageParameters.ALL)
            .refusing(PageParameters.LIMIT, WHOLE)
            .refusing(PageParameters.OFFSET, WHOLE);

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
            .remarking("Shares are of what is on record; subscribers are in millions, of carriers that have a count.");

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
        for (Part part : Part.values()) {
            if (part.conflicts != null) {
                columns = columns.and(part.column + ".conflicts", part.conflicts);
            }
            columns = columns.and(
                            part.column + ".carriers",
                            row -> part.weight.apply(row).carriers())
                    .and(part.column + ".counted", row -> part.weight.apply(row).counted())
                    .and(part.column + ".share", row -> part.weight.apply(row).share())
                    .and(part.column + ".groups", row -> part.weight.apply(row).groups())
                    .and(
                            part.column + ".subscribers",
                            row -> part.weight.apply(row).subscribers());
        }
        return columns;
    }

    /** The parts of a row. */
    enum Part {
        ON_RECORD("onRecord", SummaryAnswer.Row::onRecord, null),
        POSSIBLY("possibly", row -> row.exposed().possibly(), null),
        CERTAINLY("certainly", row -> row.exposed().certainly(), null),
        ESTABLISHED("established", row -> row.findings().established().weight(), row -> row.findings()
                .established()
                .conflicts()),
        PRESUMED("presumed", row -> row.findings().presumed().weight(), row -> row.findings()
                .presumed()
                .conflicts());

        final String column;
        final Function<SummaryAnswer.Row, Weight> weight;
        final Function<SummaryAnswer.Row, Integer> conflicts;

        Part(
                String column,
                Function<SummaryAnswer.Row, Weight> weight,
                Function<SummaryAnswer.Row, Integer> conflicts) {
            this.column = column;
            this.weight = weight;
            this.conflicts = conflicts;
        }

        static Stream<Part> all() {
            return Stream.of(values());
        }
    }
}
