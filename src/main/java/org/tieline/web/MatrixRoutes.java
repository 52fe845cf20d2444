package org.tieline.web;

import io.javalin.http.Context;
import org.tieline.inquiry.ExposureQuestion;
import org.tieline.inquiry.MatrixAnswer;
import org.tieline.inquiry.MatrixInquiry;
import org.tieline.inquiry.Parameters;
import org.tieline.inquiry.Snapshots;

/** All exposures at a glance. */
final class MatrixRoutes {
    private final Snapshots snapshots;

    MatrixRoutes(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    void matrix(Context context) {
        Parameters parameters = Requests.parameters(context);
        boolean table = AnswerTable.isWanted(context, parameters);
        ExposureQuestion question = ExposureQuestion.read(parameters, Requests.today());
        MatrixAnswer answer = MatrixInquiry.ask(snapshots.current(), question);
        if (table) {
            AnswerTable.of(answer).answer(context, answer.searched().snapshot(), answer.total());
        } else {
            Json.answer(context, MatrixView.of(answer, question));
        }
    }
}
