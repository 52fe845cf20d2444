package org.tieline.question.changes;

import org.tieline.exposure.path.Exposure;
import org.tieline.model.Term;

/** How one pair of a vendor and a carrier differs between two answers. */
public enum ChangeKind implements Term {
    /** Exposed in the second answer alone. */
    APPEARED("appeared"),

    /** Exposed in the first answer alone. */
    DISAPPEARED("disappeared"),

    /** Exposed in both, and one {@link Aspect} at least of the {@link Exposure} or its bans differs. */
    CHANGED("changed");

    private final String text;

    ChangeKind(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
