package org.tieline.web;

import io.javalin.http.Context;
import java.time.LocalDate;
import org.tieline.inquiry.ExposureQuestion;
import org.tieline.inquiry.MatrixAnswer;
import org.tieline.inquiry.MatrixInquiry;
import org.tieline.inquiry.Parameters;
import org.tieline.inquiry.Snapshots;

/** All exposures at a glance. */
final class MatrixRoutes {
    private final Answers answers;

    MatrixRoutes(Snapshots snapshots) {
        answers = Answers.ofSnapshot(snapshots);
    }

    void matrix(Context context) {
        answers.list(context, asked -> matrix(asked.parameters(), asked.today()).in(asked.snapshot()));
    }

    static Question.Understood matrix(Parameters parameters, LocalDate today) {
        ExposureQuestion question = ExposureQuestion.read(parameters, today);
        return snapshot -> {
            MatrixAnswer answer = MatrixInquiry.ask(snapshot, question);
            MatrixView matrix = MatrixView.of(answer, question);
            return ListAnswer.of(
                            matrix,
                            matrix.results(),
                            () -> AnswerTable.of(answer),
                            (long) answer.total(),
                            answer.page())
                    .told(() -> MatrixText.of(answer));
        };
    }
}
