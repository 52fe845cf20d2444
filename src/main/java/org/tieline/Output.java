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

    /** The media type that the API has for it. */
    String type() {
        return switch (this) {
            case TABLE -> "text/plain";
            case JSON -> "application/json";
            case CSV -> "text/csv";
        };
    }

    /** As it is typed, and as the parameter {@code format} of the API has it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
