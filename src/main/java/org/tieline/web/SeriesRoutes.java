package org.tieline.web;

import io.javalin.http.Context;
import org.tieline.inquiry.Parameters;
import org.tieline.inquiry.SeriesAnswer;
import org.tieline.inquiry.SeriesInquiry;
import org.tieline.inquiry.SeriesQuestion;
import org.tieline.inquiry.Snapshots;

/** How many carriers were exposed, day after day. */
final class SeriesRoutes {
    private final Snapshots snapshots;

    SeriesRoutes(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** A question about changes that has a {@code step}. */
    void series(Context context) {
        Parameters parameters = Requests.parameters(context);
        boolean table = AnswerTable.isWanted(context, parameters);
        SeriesQuestion question = SeriesQuestion.read(parameters);
        SeriesAnswer answer = SeriesInquiry.ask(snapshots.current(), question);
        if (table) {
            AnswerTable.of(answer)
                    .answer(context, answer.snapshot(), answer.points().size());
        } else {
            Json.answer(context, SeriesView.of(answer, question));
        }
    }
}
