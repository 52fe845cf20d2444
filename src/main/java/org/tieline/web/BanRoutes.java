package org.tieline.web;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.tieline.inquiry.BanInquiry;
import org.tieline.inquiry.BanQuestion;
import org.tieline.inquiry.Parameters;
import org.tieline.model.BanNature;
import org.tieline.model.BanState;
import org.tieline.model.BanStatus;

/** Bans: a list as it stood on a day, and one of them. */
final class BanRoutes {
    private final BanInquiry bans;

    BanRoutes(BanInquiry bans) {
        this.bans = bans;
    }

    /** What a list was narrowed by; an empty list stands for any. */
    record Searched(
            LocalDate asOf,
            LocalDate knownAt,
            List<String> targets,
            List<String> governments,
            List<String> countries,
            List<BanNature> natures,
            List<BanStatus> statuses,
            List<String> scopes,
            List<BanState> states) {
        static Searched of(BanQuestion question) {
            return new Searched(
                    question.asOf(),
                    question.knownAt(),
                    sorted(question.targets()),
                    sorted(question.governments()),
                    sorted(question.countries()),
                    sorted(question.natures()),
                    sorted(question.statuses()),
                    sorted(question.scopes()),
                    sorted(question.states()));
        }

        private static <T extends Comparable<? super T>> List<T> sorted(Collection<T> values) {
            return values.stream().sorted().toList();
        }
    }

    void list(Context context) {
        BanQuestion question = BanQuestion.read(Requests.parameters(context), Requests.today());
        Json.answer(context, Listing.of(Searched.of(question), bans.list(question), BanView::of));
    }

    void one(Context context) {
        Parameters parameters = Requests.parameters(context);
        LocalDate asOf = parameters.day("asOf").orElse(Requests.today());
        LocalDate knownAt = parameters.day("knownAt").orElse(null);
        parameters.refuseOthers();
        BanInquiry.Answer answer = bans.about(Requests.id(context), asOf, knownAt);
        Json.answer(context, WithSources.of(BanView.of(answer.seen()), answer.sources()));
    }
}
