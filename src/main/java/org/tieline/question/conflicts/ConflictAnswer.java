package org.tieline.question.conflicts;

import java.util.List;
import org.tieline.exposure.path.Hop;
import org.tieline.model.Organization;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.included.Including;
import org.tieline.question.parameter.Paging;
import org.tieline.restriction.BanAgainst;

/**
 * The conflicts that were found, and what was searched, so that an empty list is an answer too.
 *
 * @param searched what was searched
 * @param total how many conflicts were found in all
 * @param established how many of them stand on a tie that certainly holds
 * @param page which part of them is here
 * @param results established ones first; then the earliest deadline, those without one last; then by carrier, vendor and ban
 */
public record ConflictAnswer(
        ExposureAnswer.Searched searched, int total, int established, Paging page, List<Conflict> results) {

    /**
     * That an exposure is in conflict with a ban.
     *
     * @param exposure the exposure; its bans are those of interest that it is in conflict with
     * @param ban the ban
     * @param tie the contact tie that the conflict stands on, as it was walked
     * @param customer where this tie ends
     * @param sentence what is on record of it, for people
     */
    public record Conflict(
            ExposureAnswer.Found exposure, BanAgainst ban, Hop tie, Organization customer, String sentence) {
        /** Adds what it refers to. */
        void include(Including including) {
            including.path(exposure.exposure().path());
            including.tie(tie);
            including.ban(ban);
        }
    }
}
