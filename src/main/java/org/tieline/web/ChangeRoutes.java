package org.tieline.web;

import io.javalin.http.Context;
import org.tieline.inquiry.ChangeInquiry;
import org.tieline.inquiry.ChangeQuestion;
import org.tieline.inquiry.Snapshots;

/** What changed between two days. */
final class ChangeRoutes {
    private final Snapshots snapshots;

    ChangeRoutes(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    void between(Context context) {
        ChangeQuestion question = ChangeQuestion.read(Requests.parameters(context));
        Json.answer(context, ChangeList.of(ChangeInquiry.ask(snapshots.current(), question), question));
    }
}
