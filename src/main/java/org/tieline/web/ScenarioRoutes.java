package org.tieline.web;

import io.javalin.http.Context;
import org.tieline.inquiry.ScenarioInquiry;
import org.tieline.inquiry.ScenarioText;
import org.tieline.inquiry.Snapshots;

/** What would differ if something were so. */
final class ScenarioRoutes {
    private final Snapshots snapshots;

    ScenarioRoutes(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    void ask(Context context) {
        Requests.parameters(context).refuseOthers();
        ScenarioText text = Json.body(context, ScenarioBody.class).text();
        Json.answer(context, ScenarioList.of(ScenarioInquiry.ask(snapshots.current(), text, Requests.today()), text));
    }
}
