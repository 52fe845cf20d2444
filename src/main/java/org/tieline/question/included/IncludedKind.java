package org.tieline.question.included;

import org.tieline.model.Term;

/** What an answer can hold behind its results besides the bans, which it always holds. */
public enum IncludedKind implements Term {
    SOURCES("sources"),
    TIES("ties"),
    ORGANIZATIONS("organizations");

    private final String text;

    IncludedKind(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
