package org.tieline.web;

import io.javalin.http.Context;
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
        context.bodyAsBytes();
        answers.list(context, asked -> {
            asked.parameters().refuseOthers();
            ScenarioText text = Json.body(context, ScenarioBody.class).text();
            ScenarioAnswer answer = ScenarioInquiry.ask(asked.snapshot(), text, asked.today());
            ScenarioList list = ScenarioList.of(answer, text);
            return ListAnswer.of(
                    list,
                    list.results(),
                    ChangeView.COLUMNS,
                    (long) list.total(),
                    answer.difference().page());
        });
    }
}
