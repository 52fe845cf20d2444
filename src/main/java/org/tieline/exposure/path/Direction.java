package org.tieline.exposure.path;

import org.tieline.model.Term;

/** How a hop walks a tie. */
public enum Direction implements Term {
    /** From its {@code from} to its {@code to}. */
    FORWARD,

    /** Against its own direction. */
    BACKWARD
}
