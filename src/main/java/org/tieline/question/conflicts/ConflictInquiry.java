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
    private static final Comparator<Standing> ORDER = Comparator.comparing(
                    (Standing standing) -> standing.ban().conflict(), Comparator.reverseOrder())
            .thenComparing(Standing::deadline, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(standing -> standing.exposure().carrier().id())
            .thenComparing(standing -> standing.exposure().vendor().id())
            .thenComparing(standing -> standing.ban().onDay().ban().id());

    private ConflictInquiry() {}

    /** A conflict that nobody has told in words yet: most are counted and not shown. */
    private record Standing(ExposureAnswer.Found exposure, BanAgainst ban, Hop tie) {
        @Nullable
        LocalDate deadline() {
            PartialDate deadline = ban.onDay().ban().deadline();
            return deadline == null ? null : deadline.firstDay();
        }

        ConflictAnswer.Conflict told(Snapshot snapshot, ConflictQuestion question) {
            return new ConflictAnswer.Conflict(
                    exposure,
                    ban,
                    tie,
                    snapshot.organization(tie.to()),
                    ConflictSentence.of(snapshot, question.exposures().search(), exposure, ban, tie));
        }
    }

    /**
     * Asks one snapshot.
     *
     * @throws org.tieline.model.TielineException.NotFound if the question names an organization that is not there
     */
    public static ConflictAnswer ask(Snapshot snapshot, ConflictQuestion question) {
        try (ExposureSearches searching = new ExposureSearches(snapshot, question.exposures())) {
            List<Standing> conflicts = new ArrayList<>();
            while (searching.hasNext()) {
                addConflicts(question, searching.next(), conflicts);
            }
            conflicts.sort(ORDER);
            Paging page = question.exposures().page();
            int established = (int) conflicts.stream()
                    .filter(standing -> standing.ban().conflict() == Conflict.ESTABLISHED)
                    .count();
            return new ConflictAnswer(
                    searching.searched(),
                    conflicts.size(),
                    established,
                    page,
                    page.of(conflicts).stream()
                            .map(standing -> standing.told(snapshot, question))
                            .toList());
        }
    }

    /** Bans are held against the contact ties of interest alone, so that each conflict stands on one of them. */
    private static void addConflicts(
            ConflictQuestion question, ExposureSearches.Candidate candidate, List<Standing> conflicts) {
        List<BanAgainst> wanted = candidate.conflicts(candidate::wantedContacts).stream()
                .filter(against -> question.exposures().bans().accepts(against.onDay()) && question.wants(against))
                .toList();
        if (!wanted.isEmpty()) {
            ExposureAnswer.Found exposure = candidate.found(wanted);
            List<ContactTie> contacts = candidate.wantedContacts();
            wanted.forEach(
                    against -> conflicts.add(new Standing(exposure, against, tie(contacts, against.coveredTie()))));
        }
    }

    private static Hop tie(List<ContactTie> contacts, @Nullable String id) {
        return contacts.stream()
                .map(ContactTie::hop)
                .filter(hop -> hop.tie().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
