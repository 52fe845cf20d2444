package org.tieline.web;

import io.javalin.http.Context;
import org.tieline.inquiry.ChangeInquiry;
import org.tieline.inquiry.ChangeQuestion;
import org.tieline.inquiry.Snapshots;

/** What changed between two days. */
final class ChangeRoutes {
    private final Snapshots snapshots;
    private final SeriesRoutes series;

    ChangeRoutes(Snapshots snapshots) {
        this.snapshots = snapshots;
        series = new SeriesRoutes(snapshots);
    }

    /** With a step the days in between are counted one by one instead. */
    void between(Context context) {
        if (context.queryParam("step") != null) {
            series.series(context);
            return;
        }
        ChangeQuestion question = ChangeQuestion.read(Requests.parameters(context));
        Json.answer(context, ChangeList.of(ChangeInquiry.ask(snapshots.current(), question), question));
    }
}
