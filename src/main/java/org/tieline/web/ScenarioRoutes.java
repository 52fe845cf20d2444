package org.tieline.web;



import io.javalin.http.Context;
import java.time.LocalDate;
import org.tieline.question.GivenParameters;
import org.tieline.question.Snapshots;
import org.tieline.question.scenarios.ScenarioAnswer;
import org.tieline.question.scenarios.ScenarioInquiry;
import org.tieline.question.scenarios.ScenarioText;


/** What would differ if something were so. */
final class ScenarioRoutes {
    private final Answers answers;

    ScenarioRoutes(Snapshots snapshots) {
        answers = Answers.ofSnapshot(snapshots);
    }

    void ask(Context context) {
        // Read before a place for searches is taken, which slow clients would hold otherwise.
        Requests.body(context);
        answers.list(context, asked -> {
            asked.parameters().refuseOthers();
            return supposed(Json.body(context, ScenarioBody.class), asked.parameters(), asked.today())
                    .in(asked.snapshot());
        });
    }

    /** @param parameters of which there are none */
    static Question.Understood supposed(ScenarioBody body, GivenParameters parameters, LocalDate today) {
        parameters.refuseOthers();
        ScenarioText text = body.text();
        return snapshot -> {
            ScenarioAnswer answer = ScenarioInquiry.ask(snapshot, text, today);
            ScenarioList list = ScenarioList.of(answer, text);
            return ListAnswer.of(
                            list,
                            list.results(),
                            ChangeView.COLUMNS,
                            (long) list.total(),
                            answer.difference().page())
                    .told(() -> ChangeText.of(answer));
        };
    }
}
