package org.tieline.question.reconciliation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.naming.NameCompletion;
import org.tieline.naming.NameIndex;
import org.tieline.question.Snapshot;
import org.tieline.question.reconciliation.ReconciliationAnswer.Candidate;
import org.tieline.question.screening.ScreeningEntry;
import org.tieline.question.screening.ScreeningFinding;
import org.tieline.question.screening.ScreeningFindings;
import org.tieline.question.screening.ScreeningMatcher;
import org.tieline.question.screening.ScreeningQuestion;
import org.tieline.question.screening.ScreeningResult;

/**
 * Tells which organizations the names of other people's tables may mean.
 *
 * <p>It decides as a screening does, on everything that the name finds. Kind and country only narrow what is listed: a name
 * that two organizations share stays undecided even if one of them is of the kind that was asked for, because the kind is
 * mostly said of a whole column and seldom known of the one cell.
 */
public final class ReconciliationInquiry {
    private ReconciliationInquiry() {}

    /** An organization with what is on record of it. */
    public record Summary(Organization organization, ScreeningFinding finding) {}

    /** Asks one snapshot. */
    public static ReconciliationAnswer ask(Snapshot snapshot, ReconciliationQuery asked) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        IdentifierChoice choice = IdentifierChoice.of(snapshot, asked.identifiers(), today);
        ReconciliationQuery among = asked.of(snapshot.withMembers(asked.countries(), today, null));
        ReconciliationQuery query = choice.holders().size() < 2
                ? among
                : among.doubting("its identifiers mean " + String.join(" and ", choice.holders()));
        if (tooLong(query.name()) || tooLong(query.id()) || tooLong(choice.identifier())) {
            return answer(
                    snapshot,
                    List.of(),
                    0,
                    "nothing was looked for: more than %d characters".formatted(NameIndex.LONGEST));
        }
        if (query.name() == null && query.id() == null && choice.identifier() == null) {
            return withoutName(snapshot, query);
        }
        ScreeningResult found = new ScreeningMatcher(snapshot, today, null, ReconciliationQuery.MOST_CANDIDATES)
                .match(new ScreeningEntry(1, choice.identifier(), query.id(), query.name(), query.onlyCountry(), null));
        List<ScreeningResult.Candidate> admitted = found.candidates().stream()
                .filter(each -> query.admits(snapshot.organization(each.id())))
                .toList();
        Optional<Organization> decided =
                Optional.ofNullable(found.organization()).map(each -> snapshot.organization(each.id()));
        Optional<String> sureOf = decided.filter(each -> query.unread().isEmpty() && query.admits(each))
                .map(Organization::id);
        List<Candidate> candidates = admitted.stream()
                .limit(query.limit())
                .map(each -> Candidate.of(
                        snapshot.organization(each.id()),
                        each,
                        sureOf.filter(each.id()::equals).isPresent()))
                .toList();
        return answer(
                snapshot,
                candidates,
                admitted.size(),
                explanation(query, found, decided, found.candidates().size() - admitted.size()));
    }

    private static ReconciliationAnswer answer(
            Snapshot snapshot, List<Candidate> candidates, int total, String explanation) {
        return new ReconciliationAnswer(
                candidates, total, explanation, snapshot.problems().size());
    }

    private static boolean tooLong(@Nullable String text) {
        return text != null && text.length() > NameIndex.LONGEST;
    }

    private static String explanation(
            ReconciliationQuery query, ScreeningResult found, Optional<Organization> decided, int leftOut) {
        StringBuilder text = new StringBuilder(found.explanation());
        decided.filter(organization -> !query.admits(organization))
                .ifPresent(organization -> text.append("; that is %s, a %s of %s, and is not what was asked for"
                        .formatted(
                                organization.id(),
                                organization.kind().text(),
                                organization.country() == null ? "no country" : organization.country())));
        if (leftOut > 0) {
            text.append("; %d of another kind or country %s left out".formatted(leftOut, leftOut == 1 ? "is" : "are"));
        }
        if (!query.unread().isEmpty()) {
            text.append("; not understood, and so nothing is decided: ").append(String.join(", ", query.unread()));
        }
        return text.toString();
    }

    /** Where there is nothing else to go by, one without a country is not of those that were asked for. */
    private static ReconciliationAnswer withoutName(Snapshot snapshot, ReconciliationQuery query) {
        if (query.kinds().isEmpty() && query.countries().isEmpty()) {
            return answer(snapshot, List.of(), 0, "nothing was looked for: no name, id, kind or country");
        }
        List<Organization> admitted = snapshot.organizations().values().stream()
                .filter(each -> query.admits(each) && (query.countries().isEmpty() || each.country() != null))
                .sorted(Comparator.comparing(Organization::id))
                .toList();
        return answer(
                snapshot,
                admitted.stream()
                        .limit(query.limit())
                        .map(Candidate::withoutName)
                        .toList(),
                admitted.size(),
                "no name to compare; by id");
    }

    /**
     * The organizations that somebody may be typing the name of: those of which a name, an id or a word begins so, or if
     * there are none, those that the text may be a misspelt name of. Of at most {@link NameCompletion#MOST}, those of the kind.
     *
     * @param kind null for any
     */
    public static List<Suggestion> suggest(Snapshot snapshot, String typed, @Nullable OrganizationKind kind) {
        NameIndex names = snapshot.names().index();
        List<Suggestion> begun = names.beginning(typed).stream()
                .filter(each -> isOf(kind, snapshot, each.id()))
                .map(each -> Suggestion.of(snapshot.organization(each.id()), each.matched()))
                .toList();
        if (!begun.isEmpty() || typed.length() > NameIndex.LONGEST) {
            return begun;
        }
        return names.find(typed, null).best().stream()
                .filter(each -> each.score() >= NameIndex.CANDIDATE && isOf(kind, snapshot, each.id()))
                .map(each -> Suggestion.of(snapshot.organization(each.id()), each.matched()))
                .toList();
    }

    private static boolean isOf(@Nullable OrganizationKind kind, Snapshot snapshot, String id) {
        return kind == null || snapshot.organization(id).kind() == kind;
    }

    /**
     * What is on record of one organization.
     *
     * @throws org.tieline.model.TielineException.NotFound if there is none with this id
     */
    public static Summary about(Snapshot snapshot, String id, ScreeningQuestion question) {
        Organization organization = snapshot.organization(id);
        return new Summary(organization, new ScreeningFindings(snapshot, question).of(organization));
    }

    /** The properties that organizations of a kind can have; null for any kind. */
    public static List<OrganizationProperty> propertiesOf(@Nullable OrganizationKind kind) {
        return List.of(OrganizationProperty.values()).stream()
                .filter(property -> kind == null || property.isOf(kind))
                .toList();
    }
}
