package org.tieline.question.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tieline.naming.NameCandidate;
import org.tieline.naming.NameCandidate.CountryCheck;
import org.tieline.naming.NameCandidates;
import org.tieline.naming.NameIndex;
import org.tieline.question.OrganizationRef;
import org.tieline.question.Snapshot;
import org.tieline.question.parameter.CountryName;
import org.tieline.question.parameter.IdentifierText;
import org.tieline.question.screening.ScreeningResult.Candidate;
import org.tieline.question.screening.ScreeningResult.Outcome;

/** Decides which organization an entry means, or that this cannot be decided. */
public final class ScreeningMatcher {
    /** The lowest score that decides. */
    public static final int MATCHED = NameIndex.SURE;

    /** By how much the best candidate must be ahead of the next to be decided on. */
    public static final int AHEAD = 8;

    private final Snapshot snapshot;
    private final IdentifierMatch identifiers;
    private final int mostCandidates;

    /**
     * @param asOf the day on which an identifier is to mean an organization
     * @param knownAt null for everything on record
     */
    public ScreeningMatcher(Snapshot snapshot, LocalDate asOf, @Nullable LocalDate knownAt) {
        this(snapshot, asOf, knownAt, ScreeningResult.MOST_CANDIDATES);
    }

    /** @param mostCandidates how many are spelled out of those that were found; the decision is the same for any number */
    public ScreeningMatcher(Snapshot snapshot, LocalDate asOf, @Nullable LocalDate knownAt, int mostCandidates) {
        this.snapshot = snapshot;
        this.identifiers = new IdentifierMatch(snapshot, asOf, knownAt);
        this.mostCandidates = mostCandidates;
    }

    /** The result without what is on record of the organization. */
    public ScreeningResult match(ScreeningEntry entry) {
        String text = entry.givenIdentifier();
        return text == null ? withoutIdentifier(entry) : byIdentifier(entry, text);
    }

    /** An identifier decides before any name, unless nobody has it, several do, or it cannot be read. */
    private ScreeningResult byIdentifier(ScreeningEntry entry, String text) {
        IdentifierMatch.Found found = identifiers.find(text, country(entry));
        if (found.holders().size() == 1) {
            NameCandidate holder = found.holders().getFirst();
            return result(
                    entry, Outcome.MATCHED, found.holders(), 1, holder.explanation() + beside(entry, holder.id()));
        }
        if (!found.holders().isEmpty()) {
            return result(
                    entry, Outcome.AMBIGUOUS, found.holders(), found.holders().size(), told(found.note()));
        }
        if (entry.givenId() == null && entry.name() == null) {
            return result(entry, Outcome.UNMATCHED, List.of(), 0, told(found.note()));
        }
        ScreeningResult result = withoutIdentifier(entry);
        OrganizationRef decided = result.organization();
        String other = decided == null ? null : identifiers.contradicting(found.identifier(), decided.id());
        if (decided == null || other == null) {
            return result.noting(found.note());
        }
        return new ScreeningResult(
                        entry.number(),
                        entry,
                        Outcome.AMBIGUOUS,
                        "%s has the identifier %s on record".formatted(decided.id(), other),
                        null,
                        result.candidatesTotal(),
                        result.candidates(),
                        null)
                .noting(found.note());
    }

    /** What is to be said of an id or a name that came with an identifier and does not go with it. */
    private String beside(ScreeningEntry entry, String holder) {
        if (entry.givenId() != null && !snapshot.currentId(entry.givenId()).equals(holder)) {
            return "; the id that came with it is another";
        }
        boolean named = entry.name() == null
                || IdentifierText.hasScheme(entry.name())
                || snapshot.names().index().find(entry.name(), null).best().stream()
                        .anyMatch(found -> found.id().equals(holder) && found.score() >= NameIndex.CANDIDATE);
        return named ? "" : "; the name that came with it is none of its names";
    }

    private ScreeningResult withoutIdentifier(ScreeningEntry entry) {
        NameIndex names = snapshot.names().index();
        String country = country(entry);
        if (entry.givenId() == null) {
            return byScore(
                    entry, names.find(Objects.requireNonNull(entry.name()), country, Math.max(2, mostCandidates)));
        }
        String id = snapshot.currentId(entry.givenId());
        NameCandidates byId = names.findId(id, country);
        if (!snapshot.organizations().containsKey(id)) {
            return result(
                    entry,
                    Outcome.UNMATCHED,
                    byId.best(),
                    byId.total(),
                    "there is no organization with the id %s".formatted(entry.id()));
        }
        if (entry.name() == null) {
            return byScore(entry, byId);
        }
        return byBoth(entry, id, byId, names.find(entry.name(), country));
    }

    /** The country that is weighed: none where it was not understood, or is a bloc, which speaks for no one country. */
    private @Nullable String country(ScreeningEntry entry) {
        boolean bloc = snapshot.memberships().stream()
                .anyMatch(membership -> membership.bloc().equals(entry.country()));
        return bloc || !entry.hasKnownCountry() ? null : entry.country();
    }

    /** An id decides, unless the name that came with it means something else. */
    private ScreeningResult byBoth(ScreeningEntry entry, String id, NameCandidates byId, NameCandidates byName) {
        List<NameCandidate> named = byName.best();
        boolean first = !named.isEmpty() && named.getFirst().id().equals(id);
        boolean among = named.stream().anyMatch(found -> found.id().equals(id))
                && named.getFirst().score() < MATCHED;
        if (first || among) {
            return byScore(entry, byId);
        }
        List<NameCandidate> both = new ArrayList<>(byId.best());
        named.stream()
                .filter(found -> !found.id().equals(id) && found.score() >= NameIndex.CANDIDATE)
                .forEach(both::add);
        return result(
                entry, Outcome.AMBIGUOUS, both, both.size(), "the name is none of the organization with the id " + id);
    }

    private ScreeningResult byScore(ScreeningEntry entry, NameCandidates found) {
        if (found.candidates() == 0) {
            return result(
                    entry,
                    Outcome.UNMATCHED,
                    found.best(),
                    found.total(),
                    found.total() == 0
                            ? "no name on record is like it"
                            : "no name on record is near enough; what comes nearest is listed as a hint");
        }
        List<NameCandidate> candidates = found.best().stream()
                .filter(each -> each.score() >= NameIndex.CANDIDATE)
                .toList();
        NameCandidate best = candidates.getFirst();
        int next = candidates.size() > 1 ? candidates.get(1).score() : 0;
        boolean decided = best.score() >= MATCHED && best.score() - next >= AHEAD;
        return result(
                entry,
                decided ? Outcome.MATCHED : Outcome.AMBIGUOUS,
                candidates,
                found.candidates(),
                decided ? best.explanation() : undecided(best, next));
    }

    private static String told(@Nullable String note) {
        return Objects.requireNonNull(note, "what is wrong with an identifier that means nobody, or several");
    }

    private static String undecided(NameCandidate best, int next) {
        if (best.score() >= MATCHED) {
            return "%d and %d are too near to decide".formatted(best.score(), next);
        }
        return best.country() == CountryCheck.DIFFERENT
                ? "the best candidate is of another country"
                : "no candidate reaches %d".formatted(MATCHED);
    }

    private ScreeningResult result(
            ScreeningEntry entry, Outcome outcome, List<NameCandidate> found, int total, String explanation) {
        List<Candidate> candidates = found.stream()
                .limit(mostCandidates)
                .map(each -> Candidate.of(snapshot.organization(each.id()), each))
                .toList();
        return new ScreeningResult(
                entry.number(),
                entry,
                outcome,
                entry.hasKnownCountry()
                        ? explanation
                        : "%s; the country does not count: %s"
                                .formatted(
                                        explanation, CountryName.refusal("country", String.valueOf(entry.country()))),
                outcome == Outcome.MATCHED
                        ? OrganizationRef.of(
                                snapshot.organization(candidates.getFirst().id()))
                        : null,
                total,
                candidates,
                null);
    }
}
