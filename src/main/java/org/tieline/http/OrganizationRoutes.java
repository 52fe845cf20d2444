package org.tieline.http;

import io.javalin.http.Context;
import java.time.LocalDate;
import org.tieline.http.message.Answers;
import org.tieline.http.message.Requests;
import org.tieline.model.OrganizationKind;
import org.tieline.question.Columns;
import org.tieline.question.Links;
import org.tieline.question.Listing;
import org.tieline.question.SelfLink;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.SearchParameters;
import org.tieline.question.records.OrganizationDetail;
import org.tieline.question.records.OrganizationInquiry;
import org.tieline.question.records.OrganizationView;
import org.tieline.question.records.SearchInquiry;
import org.tieline.question.registry.Inquiries;

/** Organizations: a list, one of them, and those that a name finds. */
final class OrganizationRoutes {
    private static final Parameters OF_ONE = Parameters.of(SearchParameters.AS_OF);

    private final OrganizationInquiry organizations;
    private final SearchInquiry search;
    private final Answers answers;

    OrganizationRoutes(Inquiries inquiries) {
        organizations = inquiries.organizations();
        search = inquiries.search();
        answers = Answers.ofDatabase(inquiries.snapshots());
    }

    /**
     * What a list was narrowed by; null for any.
     *
     * @param problems how many things in the graph are badly made and left out; {@code /v1/catalog} lists them
     */
    record Searched(OrganizationKind kind, String country, int problems) {}

    /**
     * What was looked for.
     *
     * @param problems as in {@link Searched}
     */
    record LookedFor(String q, int problems) {}

    /**
     * A hit.
     *
     * @param matched the name, alias or id that comes nearest to what was looked for
     * @param score 0 to 4, higher is better; from 3 up the match is exact but for case, accents and hyphens
     */
    record Hit(String id, String name, String matched, double score, SelfLink links) {
        static final Columns<Hit> COLUMNS = Columns.<Hit>none()
                .and("id", Hit::id)
                .and("name", Hit::name)
                .and("matched", Hit::matched)
                .and("score", Hit::score);

        static Hit of(SearchInquiry.Hit hit) {
            return new Hit(
                    hit.id(), hit.name(), hit.matched(), hit.score(), new SelfLink(Links.organization(hit.id())));
        }
    }

    void list(Context context) {
        answers.list(context, asked -> {
            OrganizationInquiry.Question question =
                    OrganizationInquiry.Question.of(asked.read(OrganizationInquiry.Question.PARAMETERS));
            return Listing.of(
                            new Searched(
                                    question.kind(),
                                    question.country(),
                                    asked.snapshot().problems().size()),
                            organizations.list(question),
                            OrganizationView::of)
                    .answer(OrganizationView.COLUMNS);
        });
    }

    void one(Context context) {
        answers.one(context, asked -> {
            LocalDate asOf = asked.read(OF_ONE).get(SearchParameters.AS_OF);
            return OrganizationDetail.of(organizations.about(Requests.id(context), asOf));
        });
    }

    void search(Context context) {
        answers.list(context, asked -> {
            SearchInquiry.Question question = SearchInquiry.Question.of(asked.read(SearchInquiry.Question.PARAMETERS));
            return Listing.of(
                            new LookedFor(
                                    question.text(), asked.snapshot().problems().size()),
                            search.find(question),
                            Hit::of)
                    .answer(Hit.COLUMNS);
        });
    }
}
