package org.tieline;

import java.util.Locale;

/** How answers are printed. */
enum Output {
    /** For people: a line each, and what was searched. */
    TABLE,

    /** For programs: the same as the API answers. */
    JSON,

    /** For spreadsheets: a line each. */
    CSV;

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
