package org.tieline.web;



import org.tieline.question.GivenParameters;
import org.tieline.question.series.SeriesAnswer;
import org.tieline.question.series.SeriesInquiry;
import org.tieline.question.series.SeriesQuestion;


/** How many carriers were exposed, day after day. */
final class SeriesRoutes {
    private SeriesRoutes() {}

    /** A question about changes that has a {@code step}. */
    static Question.Understood series(GivenParameters parameters) {
        SeriesQuestion question = SeriesQuestion.read(parameters);
        return snapshot -> {
            SeriesAnswer answer = SeriesInquiry.ask(snapshot, question);
            SeriesView series = SeriesView.of(answer, question);
            return ListAnswer.of(series, series.results(), () -> AnswerTable.of(answer), (long) series.total(), null)
                    .told(() -> SeriesText.of(answer, question));
        };
    }
}
