package org.tieline.web;



import io.javalin.http.Context;
import java.time.LocalDate;
import org.tieline.question.GivenParameters;
import org.tieline.question.Snapshots;
import org.tieline.question.paths.PathAnswer;
import org.tieline.question.paths.PathInquiry;
import org.tieline.question.paths.PathQuestion;


/** Through which ties two organizations are connected. */
final class PathRoutes {
    private final Answers answers;

    PathRoutes(Snapshots snapshots) {
        answers = Answers.ofSnapshot(snapshots);
    }

    void between(Context context) {
        answers.list(
                context, asked -> between(asked.parameters(), asked.today()).in(asked.snapshot()));
    }

    static Question.Understood between(GivenParameters parameters, LocalDate today) {
        PathQuestion question = PathQuestion.read(parameters, today);
        return snapshot -> {
            PathAnswer answer = PathInquiry.ask(snapshot, question);
            PathList list = PathList.of(answer, question);
            Long total = list.truncated() ? null : list.total().longValue();
            return ListAnswer.of(list, list.results(), PathView.COLUMNS, total, null)
                    .told(() -> PathText.of(answer));
        };
    }
}
