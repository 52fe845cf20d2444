package org.tieline.web;

import io.javalin.http.Context;
import org.tieline.inquiry.SourceInquiry;
import org.tieline.inquiry.TieInquiry;

/** One tie, one source. */
final class FactRoutes {
    private final TieInquiry ties;
    private final SourceInquiry sources;

    FactRoutes(TieInquiry ties, SourceInquiry sources) {
        this.ties = ties;
        this.sources = sources;
    }

    void tie(Context context) {
        Requests.parameters(context).refuseOthers();
        TieInquiry.Answer answer = ties.about(Requests.id(context));
        Json.answer(context, WithSources.of(TieView.of(answer.tie()), answer.sources()));
    }

    void source(Context context) {
        Requests.parameters(context).refuseOthers();
        Json.answer(context, SourceView.of(sources.about(Requests.id(context))));
    }
}
