package org.tieline.question.matrix;

import org.tieline.question.Answer;
import org.tieline.question.Columns;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.parameter.PageParameters;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Values;

/** All exposures at a glance: what {@link ExposureQuestion} asks, told as a table of carriers and vendors. */
public final class MatrixQuestion {
    private static final Parameters PARAMETERS = ExposureQuestion.COMMON.and(PageParameters.ALL);

    public static final Question DECLARED = Question.of(
                    "matrix",
                    "All exposures on a day at a glance: a row for each carrier, a column for each vendor.",
                    PARAMETERS,
                    values -> {
                        ExposureQuestion question = ExposureQuestion.of(values, PageParameters.page(values));
                        return snapshot -> answer(snapshot, question, values);
                    },
                    "/v1/matrix")
            .answering(MatrixView.class, MatrixView.Row.class, Columns.none())
            .searchingMuch();

    private MatrixQuestion() {}

    private static Answer<MatrixView.Row> answer(Snapshot snapshot, ExposureQuestion question, Values values) {
        MatrixAnswer answer = MatrixInquiry.ask(snapshot, question);
        MatrixView matrix = MatrixView.of(answer, question, values);
        return Answer.of(matrix, matrix.results(), () -> MatrixText.table(answer), (long) answer.total(), answer.page())
                .told(() -> MatrixText.of(answer));
    }
}
