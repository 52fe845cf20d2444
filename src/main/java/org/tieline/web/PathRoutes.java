package org.tieline.web;

import io.javalin.http.Context;
import org.tieline.inquiry.PathInquiry;
import org.tieline.inquiry.PathQuestion;
import org.tieline.inquiry.Snapshots;

/** Through which ties two organizations are connected. */
final class PathRoutes {
    private final Snapshots snapshots;

    PathRoutes(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    void between(Context context) {
        PathQuestion question = PathQuestion.read(Requests.parameters(context), Requests.today());
        Json.answer(context, PathList.of(PathInquiry.ask(snapshots.current(), question), question));
    }
}
