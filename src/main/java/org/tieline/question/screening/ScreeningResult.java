package org.tieline.question.screening;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tieline.model.Organization;
import org.tieline.naming.NameCandidate;

/**
 * What became of one entry.
 *
 * @param entry as it was given
 * @param outcome whether an organization was decided on
 * @param candidates best first, at most {@link #MOST_CANDIDATES}; the first is the organization if the outcome is
 *     {@code MATCHED}, and hints if it is {@code UNMATCHED}
 * @param candidatesTotal how many there are in all
 * @param finding what is on record of the organization; empty unless the outcome is {@code MATCHED}
 * @param explanation in a sentence
 */
public record ScreeningResult(
        ScreeningEntry entry,
        Outcome outcome,
        List<Candidate> candidates,
        int candidatesTotal,
        Optional<ScreeningFinding> finding,
        String explanation) {
    public static final int MOST_CANDIDATES = 5;

    /** An organization that an entry may mean, and why. */
    public record Candidate(Organization organization, NameCandidate match) {}

    /** Whether an organization was decided on. */
    public enum Outcome {
        /** One candidate reached {@link ScreeningMatcher#MATCHED} and is {@link ScreeningMatcher#AHEAD} of the next. */
        MATCHED,

        /** There are candidates and none was decided on. */
        AMBIGUOUS,

        /** There are none. */
        UNMATCHED;

        /** As answers write it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
