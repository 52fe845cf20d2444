package org.tieline.graph;

import java.util.Locale;

/** English names of countries. */
final class Countries {
    private Countries() {}

    /** The name that belongs to a code; the code itself if Java knows none. */
    static String name(String code) {
        return switch (code) {
            case "EU" -> "European Union";
            case "XK" -> "Kosovo";
            default -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
        };
    }
}
