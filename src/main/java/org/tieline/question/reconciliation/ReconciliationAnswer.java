package org.tieline.question.reconciliation;

import java.util.List;
import java.util.Optional;
import org.tieline.model.Organization;
import org.tieline.naming.NameCandidate;

/**
 * What a query may mean.
 *
 * @param candidates best first, at most as many as the query wanted
 * @param total how many there are of the at most {@link ReconciliationQuery#MOST_CANDIDATES} that were looked at
 * @param explanation why one was decided on, or why none was
 */
public record ReconciliationAnswer(List<Candidate> candidates, int total, String explanation) {

    /**
     * An organization that a query may mean.
     *
     * @param match how the name was met; empty if there was no name to compare
     * @param decided whether it was decided on
     */
    public record Candidate(Organization organization, Optional<NameCandidate> match, boolean decided) {
        /** 0 to 100; what {@link org.tieline.naming.NameIndex} says of it, 0 if there was no name to compare. */
        public int score() {
            return match.map(NameCandidate::score).orElse(0);
        }
    }
}
