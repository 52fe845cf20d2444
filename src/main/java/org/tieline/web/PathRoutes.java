package org.tieline.web;

import io.javalin.http.Context;
import org.tieline.inquiry.PathInquiry;
import org.tieline.inquiry.PathQuestion;
import org.tieline.inquiry.Snapshots;

/** Through which ties two organizations are connected. */
final class PathRoutes {
    private final Answers answers;

    PathRoutes(Snapshots snapshots) {
        answers = Answers.ofSnapshot(snapshots);
    }

    void between(Context context) {
        answers.list(context, asked -> {
            PathQuestion question = PathQuestion.read(asked.parameters(), asked.today());
            PathList list = PathList.of(PathInquiry.ask(asked.snapshot(), question), question);
            Long total = list.truncated() ? null : list.total().longValue();
            return ListAnswer.of(list, list.results(), PathView.COLUMNS, total, null);
        });
    }
}
