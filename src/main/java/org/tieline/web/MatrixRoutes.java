package org.tieline.web;

import io.javalin.http.Context;
import org.tieline.inquiry.ExposureQuestion;
import org.tieline.inquiry.MatrixAnswer;
import org.tieline.inquiry.MatrixInquiry;
import org.tieline.inquiry.Snapshots;

/** All exposures at a glance. */
final class MatrixRoutes {
    private final Answers answers;

    MatrixRoutes(Snapshots snapshots) {
        answers = Answers.ofSnapshot(snapshots);
    }

    void matrix(Context context) {
        answers.list(context, asked -> {
            ExposureQuestion question = ExposureQuestion.read(asked.parameters(), asked.today());
            MatrixAnswer answer = MatrixInquiry.ask(asked.snapshot(), question);
            MatrixView matrix = MatrixView.of(answer, question);
            return new ListAnswer<>(
                    matrix, matrix.results(), () -> AnswerTable.of(answer), (long) answer.total(), answer.page());
        });
    }
}
