package org.tieline.http;

import io.javalin.http.Context;
import org.tieline.http.message.Answers;
import org.tieline.http.message.Requests;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.records.SourceInquiry;
import org.tieline.question.records.SourceView;
import org.tieline.question.records.TieInquiry;
import org.tieline.question.records.TieView;
import org.tieline.question.records.WithSources;
import org.tieline.question.registry.Inquiries;

/** One tie, one source. */
final class FactRoutes {
    private final TieInquiry ties;
    private final SourceInquiry sources;
    private final Answers answers;

    FactRoutes(Inquiries inquiries) {
        ties = inquiries.ties();
        sources = inquiries.sources();
        answers = Answers.ofDatabase(inquiries.snapshots());
    }

    void tie(Context context) {
        answers.one(context, asked -> {
            asked.read(Parameters.of());
            TieInquiry.Answer answer = ties.about(Requests.id(context));
            return WithSources.of(TieView.of(answer.tie()), answer.sources());
        });
    }

    void source(Context context) {
        answers.one(context, asked -> {
            asked.read(Parameters.of());
            return SourceView.of(sources.about(Requests.id(context)));
        });
    }
}
