package org.tieline.web;

import io.javalin.http.Context;
import org.tieline.inquiry.SeriesAnswer;
import org.tieline.inquiry.SeriesInquiry;
import org.tieline.inquiry.SeriesQuestion;
import org.tieline.inquiry.Snapshots;

/** How many carriers were exposed, day after day. */
final class SeriesRoutes {
    private final Answers answers;

    SeriesRoutes(Snapshots snapshots) {
        answers = Answers.ofSnapshot(snapshots);
    }

    /** A question about changes that has a {@code step}. */
    void series(Context context) {
        answers.list(context, asked -> {
            SeriesQuestion question = SeriesQuestion.read(asked.parameters());
            SeriesAnswer answer = SeriesInquiry.ask(asked.snapshot(), question);
            SeriesView series = SeriesView.of(answer, question);
            return new ListAnswer<>(
                    series, series.results(), () -> AnswerTable.of(answer), (long) series.total(), null);
        });
    }
}
