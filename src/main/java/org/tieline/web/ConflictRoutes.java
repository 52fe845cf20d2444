package org.tieline.web;

import io.javalin.http.Context;
import org.tieline.inquiry.ConflictInquiry;
import org.tieline.inquiry.ConflictQuestion;
import org.tieline.inquiry.Snapshots;

/** Which exposures are in conflict with a ban. */
final class ConflictRoutes {
    private final Snapshots snapshots;

    ConflictRoutes(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    void list(Context context) {
        ConflictQuestion question = ConflictQuestion.read(Requests.parameters(context), Requests.today());
        Json.answer(context, ConflictList.of(ConflictInquiry.ask(snapshots.current(), question), question));
    }
}
