package org.tieline.web;



import io.javalin.http.Context;
import java.time.LocalDate;
import org.tieline.question.GivenParameters;
import org.tieline.question.Snapshots;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.matrix.MatrixAnswer;
import org.tieline.question.matrix.MatrixInquiry;


/** All exposures at a glance. */
final class MatrixRoutes {
    private final Answers answers;

    MatrixRoutes(Snapshots snapshots) {
        answers = Answers.ofSnapshot(snapshots);
    }

    void matrix(Context context) {
        answers.list(context, asked -> matrix(asked.parameters(), asked.today()).in(asked.snapshot()));
    }

    static Question.Understood matrix(GivenParameters parameters, LocalDate today) {
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
