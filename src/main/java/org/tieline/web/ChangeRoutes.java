package org.tieline.web;



import io.javalin.http.Context;
import org.tieline.question.GivenParameters;
import org.tieline.question.Snapshots;
import org.tieline.question.changes.ChangeAnswer;
import org.tieline.question.changes.ChangeInquiry;
import org.tieline.question.changes.ChangeQuestion;


/** What changed between two days. */
final class ChangeRoutes {
    private final Answers answers;

    ChangeRoutes(Snapshots snapshots) {
        answers = Answers.ofSnapshot(snapshots);
    }

    /** With a step the days in between are counted one by one instead. */
    void between(Context context) {
        answers.list(context, asked -> between(asked.parameters()).in(asked.snapshot()));
    }

    static Question.Understood between(GivenParameters parameters) {
        if (parameters.has("step")) {
            return SeriesRoutes.series(parameters);
        }
        ChangeQuestion question = ChangeQuestion.read(parameters);
        return snapshot -> {
            ChangeAnswer answer = ChangeInquiry.ask(snapshot, question);
            ChangeList list = ChangeList.of(answer, question);
            return ListAnswer.of(list, list.results(), ChangeView.COLUMNS, (long) answer.total(), answer.page())
                    .told(() -> ChangeText.of(answer, question));
        };
    }
}
