package org.tieline.question.records;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.question.Answer;
import org.tieline.question.Json;
import org.tieline.question.ListPart;
import org.tieline.question.Listing;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.parameter.PageParameters;
import org.tieline.question.parameter.Paging;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Types;
import org.tieline.question.parameter.Values;

/**
 * Which organizations.
 *
 * @param kind null for any
 * @param country code; a bloc for itself and its members; null for any
 */
public record OrganizationsQuestion(
        @Nullable OrganizationKind kind, @Nullable String country, Paging page) {
    private static final Parameter<OrganizationKind> KIND =
            Parameter.of("kind", Types.word(OrganizationKind.class), "Only organizations of this kind.");

    private static final Parameter<String> COUNTRY = Parameter.of(
            "country", Types.COUNTRY, "Only organizations of this country; EU for its members of today too.");

    private static final Parameters PARAMETERS = Parameters.of(KIND, COUNTRY).and(PageParameters.ALL);

    public static final Question DECLARED = Question.of(
                    "organizations",
                    "Which organizations there are, or what is on record of one.",
                    PARAMETERS,
                    values -> snapshot -> of(values).answer(snapshot, values),
                    "/v1/organizations")
            .answering(
                    Json.type(Listing.class, OrganizationView.class),
                    Json.type(OrganizationView.class),
                    OrganizationView.COLUMNS)
            .offering();

    private static OrganizationsQuestion of(Values values) {
        return new OrganizationsQuestion(values.get(KIND), values.get(COUNTRY), PageParameters.page(values));
    }

    /** By id. */
    private Answer<OrganizationView> answer(Snapshot snapshot, Values values) {
        Set<String> countries =
                country == null ? Set.of() : snapshot.withMembers(Set.of(country), LocalDate.now(ZoneOffset.UTC), null);
        List<Organization> wanted = snapshot.organizations().values().stream()
                .filter(each -> kind == null || each.kind() == kind)
                .filter(each -> country == null || countries.contains(each.country()))
                .sorted(Comparator.comparing(Organization::id))
                .toList();
        return Listing.of(values, snapshot, ListPart.of(wanted, page), OrganizationView::of)
                .answer(OrganizationView.COLUMNS);
    }
}
