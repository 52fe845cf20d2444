package org.tieline.http;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.tieline.http.message.Answers;
import org.tieline.http.message.Requests;
import org.tieline.model.BanNature;
import org.tieline.model.BanState;
import org.tieline.model.BanStatus;
import org.tieline.question.Listing;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.SearchParameters;
import org.tieline.question.parameter.Values;
import org.tieline.question.records.BanInquiry;
import org.tieline.question.records.BanQuestion;
import org.tieline.question.records.BanView;
import org.tieline.question.records.WithSources;
import org.tieline.question.registry.Inquiries;

/** Bans: a list as it stood on a day, and one of them. */
final class BanRoutes {
    private static final Parameters OF_ONE = Parameters.of(SearchParameters.AS_OF, SearchParameters.KNOWN_AT);

    private final BanInquiry bans;
    private final Answers answers;

    BanRoutes(Inquiries inquiries) {
        bans = inquiries.bans();
        answers = Answers.ofDatabase(inquiries.snapshots());
    }

    /**
     * What a list was narrowed by; an empty list stands for any.
     *
     * @param problems how many things in the graph are badly made and left out; {@code /v1/catalog} lists them
     */
    record Searched(
            LocalDate asOf,
            LocalDate knownAt,
            List<String> targets,
            List<String> governments,
            List<String> countries,
            List<BanNature> natures,
            List<BanStatus> statuses,
            List<String> scopes,
            List<BanState> states,
            int problems) {
        static Searched of(BanQuestion question, int problems) {
            return new Searched(
                    question.asOf(),
                    question.knownAt(),
                    sorted(question.targets()),
                    sorted(question.governments()),
                    sorted(question.countries()),
                    sorted(question.natures()),
                    sorted(question.statuses()),
                    sorted(question.scopes()),
                    sorted(question.states()),
                    problems);
        }

        private static <T extends Comparable<? super T>> List<T> sorted(Collection<T> values) {
            return values.stream().sorted().toList();
        }
    }

    void list(Context context) {
        answers.list(context, asked -> {
            BanQuestion question = BanQuestion.of(asked.read(BanQuestion.PARAMETERS));
            return Listing.of(
                            Searched.of(question, asked.snapshot().problems().size()), bans.list(question), BanView::of)
                    .answer(BanView.COLUMNS);
        });
    }

    void one(Context context) {
        answers.one(context, asked -> {
            Values values = asked.read(OF_ONE);
            BanInquiry.Answer answer = bans.about(
                    Requests.id(context), values.get(SearchParameters.AS_OF), values.get(SearchParameters.KNOWN_AT));
            return WithSources.of(BanView.of(answer.seen()), answer.sources());
        });
    }
}
