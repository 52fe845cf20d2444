package org.tieline.question.conflicts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.ContactTie;
import org.tieline.exposure.path.Hop;
import org.tieline.model.PartialDate;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.exposures.ExposureSearches;
import org.tieline.question.parameter.Paging;
import org.tieline.restriction.BanAgainst;
import org.tieline.restriction.Conflict;

/** Answers which exposures are in conflict with a ban: the sharpest findings that there are. */
public final class ConflictInquiry {
    private static final Comparator<ConflictAnswer.Conflict> ORDER = Comparator.comparing(
                    (ConflictAnswer.Conflict conflict) -> conflict.ban().conflict(), Comparator.reverseOrder())
            .thenComparing(ConflictInquiry::deadline, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(conflict -> conflict.exposure().carrier().id())
            .thenComparing(conflict -> conflict.exposure().vendor().id())
            .thenComparing(conflict -> conflict.ban().onDay().ban().id());

    private ConflictInquiry() {}

    /**
     * Asks one snapshot.
     *
     * @throws org.tieline.model.TielineException.NotFound if the question names an organization that is not there
     */
    public static ConflictAnswer ask(Snapshot snapshot, ConflictQuestion question) {
        try (ExposureSearches searching = new ExposureSearches(snapshot, question.exposures())) {
            List<ConflictAnswer.Conflict> conflicts = new ArrayList<>();
            while (searching.hasNext()) {
                ExposureSearches.Candidate candidate = searching.next();
                if (candidate.mayConflict()) {
                    addConflicts(snapshot, question, candidate, conflicts);
                }
            }
            conflicts.sort(ORDER);
            Paging page = question.exposures().page();
            int established = (int) conflicts.stream()
                    .filter(conflict -> conflict.ban().conflict() == Conflict.ESTABLISHED)
                    .count();
            return new ConflictAnswer(
                    searching.searched(), conflicts.size(), established, page, List.copyOf(page.of(conflicts)));
        }
    }

    /** Bans are held against the contact ties of interest alone, so that each conflict stands on one of them. */
    private static void addConflicts(
            Snapshot snapshot,
            ConflictQuestion question,
            ExposureSearches.Candidate candidate,
            List<ConflictAnswer.Conflict> conflicts) {
        List<ContactTie> contacts = candidate.wantedContacts();
        ExposureAnswer.Found found = candidate.found(() -> contacts);
        for (BanAgainst against : found.conflicts()) {
            if (question.exposures().bans().accepts(against.onDay()) && question.wants(against)) {
                Hop tie = tie(contacts, against.coveredTie());
                conflicts.add(new ConflictAnswer.Conflict(
                        found,
                        against,
                        tie,
                        snapshot.organization(tie.to()),
                        ConflictSentence.of(snapshot, question.exposures().search(), found, against, tie)));
            }
        }
    }

    private static Hop tie(List<ContactTie> contacts, @Nullable String id) {
        return contacts.stream()
                .map(ContactTie::hop)
                .filter(hop -> hop.tie().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable LocalDate deadline(ConflictAnswer.Conflict conflict) {
        PartialDate deadline = conflict.ban().onDay().ban().deadline();
        return deadline == null ? null : deadline.firstDay();
    }
}
