package org.tieline.http.reconcile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.naming.NameCandidate;
import org.tieline.question.reconciliation.ReconciliationAnswer;

/**
 * What a query may mean, as the Reconciliation Service API 0.2 has it, with why besides.
 *
 * @param result best first
 * @param total how many there are, of which {@code result} has as many as the query allows
 * @param explanation why one was decided on, or why none was
 * @param problems how many things in the graph are badly made and left out; {@code /v1/catalog} lists them
 */
record ReconcileView(List<Candidate> result, int total, String explanation, int problems) {

    /** A type: a kind of organization. */
    record Type(String id, String name) {
        static Type of(OrganizationKind kind) {
            return new Type(kind.text(), kind.label());
        }
    }

    /**
     * An organization that the query may mean.
     *
     * @param features what the score stands on, one by one; absent if there was no name to compare
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Candidate(
            String id,
            String name,
            String description,
            List<Type> type,
            int score,
            List<ReconcileFeatures.Feature> features,
            boolean match) {
        static Candidate of(ReconciliationAnswer.Candidate candidate) {
            Organization organization = candidate.organization();
            return new Candidate(
                    organization.id(),
                    organization.name(),
                    candidate
                            .match()
                            .map(NameCandidate::explanation)
                            .map(found -> "%s; found by %s".formatted(kindAndCountry(organization), found))
                            .orElse(kindAndCountry(organization)),
                    List.of(Type.of(organization.kind())),
                    candidate.score(),
                    candidate.match().map(ReconcileFeatures::of).orElse(null),
                    candidate.decided());
        }
    }

    static ReconcileView of(ReconciliationAnswer answer, int problems) {
        return new ReconcileView(
                answer.candidates().stream().map(Candidate::of).toList(),
                answer.total(),
                answer.explanation(),
                problems);
    }

    /** {@code carrier, US}. */
    static String kindAndCountry(Organization organization) {
        String kind = organization.kind().text();
        return organization.country() == null ? kind : kind + ", " + organization.country();
    }
}
