package org.tieline.question.screening;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.Term;
import org.tieline.naming.MatchBasis;
import org.tieline.naming.NameCandidate;
import org.tieline.question.Columns;
import org.tieline.question.Json;
import org.tieline.question.Links;
import org.tieline.question.OrganizationRef;
import org.tieline.question.SelfLink;

/**
 * What became of one entry.
 *
 * @param entry as it was given
 * @param outcome whether an organization was decided on
 * @param explanation in a sentence
 * @param organization the one that was decided on; null unless the outcome is {@code MATCHED}
 * @param candidatesTotal how many there are in all
 * @param candidates best first, at most {@link #MOST_CANDIDATES}; the first is the organization if the outcome is
 *     {@code MATCHED}, and hints if it is {@code UNMATCHED}
 * @param finding what is on record of the organization; null unless the outcome is {@code MATCHED}
 */
public record ScreeningResult(
        int number,
        @JsonIgnoreProperties("number") ScreeningEntry entry,
        Outcome outcome,
        String explanation,
        @Nullable OrganizationRef organization,
        int candidatesTotal,
        List<Candidate> candidates,
        @Nullable ScreeningFinding finding) {
    public static final int MOST_CANDIDATES = 5;

    /** As a table. {@code score}, {@code basis} and {@code matched} are those of the best candidate, whatever the outcome. */
    static final Columns<ScreeningResult> COLUMNS = Columns.<ScreeningResult>none()
            .and("number", ScreeningResult::number)
            .and("reference", result -> result.entry.reference())
            .and("identifier", result -> result.entry.identifier())
            .and("id", result -> result.entry.id())
            .and("name", result -> result.entry.name())
            .and("country", result -> result.entry.country())
            .and("outcome", ScreeningResult::outcome)
            .and("organization", result -> result.organization == null ? null : result.organization.id())
            .and("organizationName", result -> result.organization == null ? null : result.organization.name())
            .and("organizationCountry", result -> result.organization == null ? null : result.organization.country())
            .and("score", result -> result.best() == null ? null : result.best().score())
            .and("basis", result -> result.best() == null ? null : result.best().basis())
            .and(
                    "matched",
                    result -> result.best() == null ? null : result.best().matched())
            .and("explanation", ScreeningResult::explanation)
            .and("candidates", ScreeningResult::scored)
            .and("status", result -> result.finding == null ? null : result.finding.status())
            .and("restrictedBy", result -> result.finding == null ? null : spaced(result.bans()))
            .and("exposedTo", result -> result.finding == null ? null : spaced(result.vendors()))
            .and("finding", result -> result.finding == null ? null : result.finding.text())
            .and("notice", result -> Json.NOTICE);

    /** Whether an organization was decided on. */
    public enum Outcome implements Term {
        /** One candidate reached {@link ScreeningMatcher#MATCHED} and is {@link ScreeningMatcher#AHEAD} of the next. */
        MATCHED,

        /** There are candidates and none was decided on. */
        AMBIGUOUS,

        /** There are none. */
        UNMATCHED
    }

    /**
     * An organization that the entry may mean, and why.
     *
     * @param score 1 to 100; {@link org.tieline.naming.NameIndex} says what it means
     * @param basis what it stands on
     * @param matched the name, alias, id or identifier that was met
     * @param what which of them it is
     * @param scripts in which {@code matched} is written
     * @param slips letters to insert, delete, replace or swap
     * @param countries how the country of the entry agrees with the one on record
     * @param explanation all this in words
     */
    public record Candidate(
            String id,
            String name,
            @Nullable String country,
            OrganizationKind kind,
            int score,
            MatchBasis basis,
            String matched,
            NameCandidate.What what,
            List<String> scripts,
            int slips,
            NameCandidate.CountryCheck countries,
            String explanation,
            SelfLink links) {
        static Candidate of(Organization organization, NameCandidate match) {
            return new Candidate(
                    organization.id(),
                    organization.name(),
                    organization.country(),
                    organization.kind(),
                    match.score(),
                    match.basis(),
                    match.matched(),
                    match.what(),
                    match.scripts(),
                    match.slips(),
                    match.country(),
                    match.explanation(),
                    new SelfLink(Links.organization(organization.id())));
        }
    }

    /** The same, and something that must be said before its explanation. */
    ScreeningResult noting(@Nullable String note) {
        return new ScreeningResult(
                number,
                entry,
                outcome,
                "%s; %s".formatted(note, explanation),
                organization,
                candidatesTotal,
                candidates,
                finding);
    }

    ScreeningResult with(ScreeningFinding found) {
        return new ScreeningResult(
                number, entry, outcome, explanation, organization, candidatesTotal, candidates, found);
    }

    /** The best candidate. */
    @Nullable
    Candidate best() {
        return candidates.isEmpty() ? null : candidates.getFirst();
    }

    /** {@code vodafone-group:78 vodafone-germany:63}. */
    String scored() {
        return spaced(
                candidates.stream().map(each -> each.id() + ":" + each.score()).toList());
    }

    private List<String> bans() {
        return finding == null
                ? List.of()
                : finding.restrictedBy().stream()
                        .map(ScreeningFinding.Restriction::id)
                        .toList();
    }

    private List<String> vendors() {
        return finding == null
                ? List.of()
                : finding.exposures().stream().map(each -> each.vendor().id()).toList();
    }

    /** Clients part the ids of this table at spaces, not at bars as elsewhere. */
    private static String spaced(List<String> ids) {
        return String.join(" ", ids);
    }
}
