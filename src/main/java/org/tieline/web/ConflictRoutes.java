package org.tieline.web;



import io.javalin.http.Context;
import java.time.LocalDate;
import org.tieline.question.GivenParameters;
import org.tieline.question.Snapshots;
import org.tieline.question.conflicts.ConflictAnswer;
import org.tieline.question.conflicts.ConflictInquiry;
import org.tieline.question.conflicts.ConflictQuestion;


/** Which exposures are in conflict with a ban. */
final class ConflictRoutes {
    private final Answers answers;

    ConflictRoutes(Snapshots snapshots) {
        answers = Answers.ofSnapshot(snapshots);
    }

    void list(Context context) {
        answers.list(context, asked -> list(asked.parameters(), asked.today()).in(asked.snapshot()));
    }

    static Question.Understood list(GivenParameters parameters, LocalDate today) {
        ConflictQuestion question = ConflictQuestion.read(parameters, today);
        return snapshot -> {
            ConflictAnswer answer = ConflictInquiry.ask(snapshot, question);
            ConflictList list = ConflictList.of(answer, question);
            return ListAnswer.of(list, list.results(), ConflictView.COLUMNS, (long) answer.total(), answer.page())
                    .told(() -> ConflictText.of(answer));
        };
    }
}
