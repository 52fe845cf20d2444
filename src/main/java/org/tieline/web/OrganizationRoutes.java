package org.tieline.web;

import io.javalin.http.Context;
import java.time.LocalDate;
import org.tieline.inquiry.OrganizationInquiry;
import org.tieline.inquiry.Parameters;
import org.tieline.inquiry.SearchInquiry;
import org.tieline.model.OrganizationKind;

/** Organizations: a list, one of them, and those that a name finds. */
final class OrganizationRoutes {
    private final OrganizationInquiry organizations;
    private final SearchInquiry search;

    OrganizationRoutes(OrganizationInquiry organizations, SearchInquiry search) {
        this.organizations = organizations;
        this.search = search;
    }

    /** What a list was narrowed by; null for any. */
    record Searched(OrganizationKind kind, String country) {}

    /** What was looked for. */
    record LookedFor(String q) {}

    /**
     * A hit.
     *
     * @param matched the name, alias or id that comes nearest to what was looked for
     * @param score 0 to 4, higher is better; from 3 up the match is exact but for case, accents and hyphens
     */
    record Hit(String id, String name, String matched, double score, Self links) {
        static Hit of(SearchInquiry.Hit hit) {
            return new Hit(hit.id(), hit.name(), hit.matched(), hit.score(), new Self(Links.organization(hit.id())));
        }
    }

    void list(Context context) {
        OrganizationInquiry.Question question = OrganizationInquiry.Question.read(Requests.parameters(context));
        Json.answer(
                context,
                Listing.of(
                        new Searched(question.kind(), question.country()),
                        organizations.list(question),
                        OrganizationView::of));
    }

    void one(Context context) {
        Parameters parameters = Requests.parameters(context);
        LocalDate asOf = parameters.day("asOf").orElse(Requests.today());
        parameters.refuseOthers();
        Json.answer(context, OrganizationDetail.of(organizations.about(Requests.id(context), asOf)));
    }

    void search(Context context) {
        SearchInquiry.Question question = SearchInquiry.Question.read(Requests.parameters(context));
        Json.answer(context, Listing.of(new LookedFor(question.text()), search.find(question), Hit::of));
    }
}
