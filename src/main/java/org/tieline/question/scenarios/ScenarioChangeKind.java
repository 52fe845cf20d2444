package org.tieline.question.scenarios;

import org.tieline.model.Term;

/** What a scenario may suppose. */
public enum ScenarioChangeKind implements Term {
    /** A tie ends on a day, or never was. */
    END_TIE,

    /** There is another tie. */
    ADD_TIE,

    /** A tie says something else: of its life, its place, its share, what it is about. */
    CHANGE_TIE,

    /** A stake is of another size, always or from a day on. */
    CHANGE_STAKE,

    /** There is another ban. */
    ADD_BAN,

    /** A ban ends on a day, or never was. */
    LIFT_BAN,

    /** An organization exists at other times, or another one goes on with its business. */
    CHANGE_ORGANIZATION,

    /** An organization is not there: none of its ties, none of its bans, none against it. */
    REMOVE_ORGANIZATION
}
