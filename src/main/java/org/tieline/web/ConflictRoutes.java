package org.tieline.web;

import io.javalin.http.Context;
import org.tieline.inquiry.ConflictAnswer;
import org.tieline.inquiry.ConflictInquiry;
import org.tieline.inquiry.ConflictQuestion;
import org.tieline.inquiry.Snapshots;

/** Which exposures are in conflict with a ban. */
final class ConflictRoutes {
    private final Answers answers;

    ConflictRoutes(Snapshots snapshots) {
        answers = Answers.ofSnapshot(snapshots);
    }

    void list(Context context) {
        answers.list(context, asked -> {
            ConflictQuestion question = ConflictQuestion.read(asked.parameters(), asked.today());
            ConflictAnswer answer = ConflictInquiry.ask(asked.snapshot(), question);
            ConflictList list = ConflictList.of(answer, question);
            return ListAnswer.of(list, list.results(), ConflictView.COLUMNS, (long) answer.total(), answer.page());
        });
    }
}
