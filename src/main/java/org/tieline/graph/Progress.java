package org.tieline.graph;

/** Follows a load or an export; called from the working thread now and then. */
@FunctionalInterface
public interface Progress {
    /** Follows nothing. */
    Progress NONE = (phase, done, total) -> {};

    /**
     * @param phase what is being written: "organizations" with their "successors", "ties", "bans" with their "replacements",
     *     "sources", "memberships", "identifiers" or "subscribers"
     * @param done how many of the phase are written
     * @param total how many the phase has
     */
    void at(String phase, long done, long total);
}
