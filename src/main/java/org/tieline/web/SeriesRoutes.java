package org.tieline.web;

import org.tieline.inquiry.Parameters;
import org.tieline.inquiry.SeriesAnswer;
import org.tieline.inquiry.SeriesInquiry;
import org.tieline.inquiry.SeriesQuestion;

/** How many carriers were exposed, day after day. */
final class SeriesRoutes {
    private SeriesRoutes() {}

    /** A question about changes that has a {@code step}. */
    static Question.Understood series(Parameters parameters) {
        SeriesQuestion question = SeriesQuestion.read(parameters);
        return snapshot -> {
            SeriesAnswer answer = SeriesInquiry.ask(snapshot, question);
            SeriesView series = SeriesView.of(answer, question);
            return ListAnswer.of(series, series.results(), () -> AnswerTable.of(answer), (long) series.total(), null)
                    .told(() -> SeriesText.of(answer, question));
        };
    }
}
