package org.tieline.graph;

/** Follows a load or an export; called from the working thread now and then. */
@FunctionalInterface
public interface Progress {
    /** Follows nothing. */
    Progress NONE = (phase, done, total) -> {};

    /** The phase in which facts are written and removed. */
    String CHANGES = "changes";

    /**
     * @param phase what is being done, in words: {@link #CHANGES}, or for a load "ties compared" and the like, "parts of the
     *     release" and "changes written down" before that
     * @param done how much of the phase is done
     * @param total how much the phase has
     */
    void at(String phase, long done, long total);
}
