package org.tieline.web;

import io.javalin.http.Context;
import java.time.LocalDate;
import org.tieline.inquiry.Parameters;
import org.tieline.inquiry.ScenarioAnswer;
import org.tieline.inquiry.ScenarioInquiry;
import org.tieline.inquiry.ScenarioText;
import org.tieline.inquiry.Snapshots;

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
    static Question.Understood supposed(ScenarioBody body, Parameters parameters, LocalDate today) {
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
