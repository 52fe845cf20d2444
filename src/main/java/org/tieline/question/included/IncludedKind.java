package org.tieline.question.included;

import org.tieline.model.Term;

/** What an answer can hold behind its results besides the bans, which it always holds. */
public enum IncludedKind implements Term {
    SOURCES,
    TIES,
    ORGANIZATIONS
}
