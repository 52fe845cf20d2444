package org.tieline.graph.bolt;

/**
 * What the steps of a load do, in the order in which they come: whoever stops after any of them has a graph whose constraints hold
 * and in which no fact names what is not there.
 */
enum StepKind {
    COUNTRIES("countries"),
    SOURCES("sources"),
    ORGANIZATIONS("organizations"),
    SUCCESSORS("successors"),
    OBSOLETE_TIES("ties"),
    TIES("ties"),
    BANS("bans"),
    REPLACEMENTS("replacements"),
    OBSOLETE_MEMBERSHIPS("memberships"),
    MEMBERSHIPS("memberships"),
    OBSOLETE_IDENTIFIERS("identifiers"),
    IDENTIFIERS("identifiers"),
    UNUSED_IDENTIFIERS("identifiers"),
    OBSOLETE_SUBSCRIBERS("subscribers"),
    SUBSCRIBERS("subscribers"),
    OBSOLETE_BANS("bans"),
    OBSOLETE_SOURCES("sources"),
    OBSOLETE_ORGANIZATIONS("organizations"),
    OBSOLETE_COUNTRIES("countries");

    private final String phase;

    StepKind(String phase) {
        this.phase = phase;
    }

    /** What is written, for those who follow. */
    String phase() {
        return phase;
    }
}
