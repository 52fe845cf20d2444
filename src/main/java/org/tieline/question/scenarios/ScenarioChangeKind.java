package org.tieline.question.scenarios;

import org.tieline.model.Term;

/** What a scenario may suppose. */
public enum ScenarioChangeKind implements Term {
    /** A tie ends on a day, or never was. */
    END_TIE("end-tie"),

    /** There is another tie. */
    ADD_TIE("add-tie"),

    /** A tie says something else: of its life, its place, its share, what it is about. */
    CHANGE_TIE("change-tie"),

    /** A stake is of another size, always or from a day on. */
    CHANGE_STAKE("change-stake"),

    /** There is another ban. */
    ADD_BAN("add-ban"),

    /** A ban ends on a day, or never was. */
    LIFT_BAN("lift-ban"),

    /** An organization exists at other times, or another one goes on with its business. */
    CHANGE_ORGANIZATION("change-organization"),

    /** An organization is not there: none of its ties, none of its bans, none against it. */
    REMOVE_ORGANIZATION("remove-organization");

    private final String text;

    ScenarioChangeKind(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
