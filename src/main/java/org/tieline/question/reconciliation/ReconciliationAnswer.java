package org.tieline.question.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.question.screening.ScreeningResult;

/**
 * What a query may mean, as the Reconciliation Service API 0.2 has it, with why besides.
 *
 * @param result best first, at most as many as the query wanted
 * @param total how many there are of the at most {@link ReconciliationQuery#MOST_CANDIDATES} that were looked at
 * @param explanation why one was decided on, or why none was
 * @param problems how many things in the graph are badly made and left out; {@code /v1/catalog} lists them
 */
public record ReconciliationAnswer(List<Candidate> result, int total, String explanation, int problems) {

    /** A type: a kind of organization. */
    public record Type(String id, String name) {
        public static Type of(OrganizationKind kind) {
            return new Type(kind.text(), kind.label());
        }
    }

    /**
     * An organization that a query may mean.
     *
     * @param score 0 to 100; what {@link org.tieline.naming.NameIndex} says of it, 0 if there was no name to compare
     * @param features what the score stands on, one by one; absent if there was no name to compare
     * @param match whether it was decided on
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Candidate(
            String id,
            String name,
            String description,
            List<Type> type,
            int score,
            @Nullable List<MatchFeatures.Feature> features,
            boolean match) {
        static Candidate of(Organization organization, ScreeningResult.Candidate found, boolean decided) {
            return new Candidate(
                    organization.id(),
                    organization.name(),
                    "%s; found by %s".formatted(kindAndCountry(organization), found.explanation()),
                    List.of(Type.of(organization.kind())),
                    found.score(),
                    MatchFeatures.of(found),
                    decided);
        }

        static Candidate withoutName(Organization organization) {
            return new Candidate(
                    organization.id(),
                    organization.name(),
                    kindAndCountry(organization),
                    List.of(Type.of(organization.kind())),
                    0,
                    null,
                    false);
        }
    }

    /** {@code carrier, US}. */
    public static String kindAndCountry(Organization organization) {
        String kind = organization.kind().text();
        return organization.country() == null ? kind : kind + ", " + organization.country();
    }
}
