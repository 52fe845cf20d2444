package org.tieline.web;

import io.javalin.http.Context;
import org.tieline.inquiry.ChangeAnswer;
import org.tieline.inquiry.ChangeInquiry;
import org.tieline.inquiry.ChangeQuestion;
import org.tieline.inquiry.Snapshots;

/** What changed between two days. */
final class ChangeRoutes {
    private final Answers answers;
    private final SeriesRoutes series;

    ChangeRoutes(Snapshots snapshots) {
        answers = Answers.ofSnapshot(snapshots);
        series = new SeriesRoutes(snapshots);
    }

    /** With a step the days in between are counted one by one instead. */
    void between(Context context) {
        if (context.queryParam("step") != null) {
            series.series(context);
            return;
        }
        answers.list(context, asked -> {
            ChangeQuestion question = ChangeQuestion.read(asked.parameters());
            ChangeAnswer answer = ChangeInquiry.ask(asked.snapshot(), question);
            ChangeList list = ChangeList.of(answer, question);
            return ListAnswer.of(list, list.results(), ChangeView.COLUMNS, (long) answer.total(), answer.page());
        });
    }
}
