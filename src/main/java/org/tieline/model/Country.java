package org.tieline.model;

import java.util.Locale;
import java.util.Set;

/** The codes that stand for a country: those of ISO 3166-1 alpha-2 that are in use, {@code XK}, and {@code EU} for the Union. */
public final class Country {
    /** The European Union, a bloc. */
    public static final String EU = "EU";

    /** Kosovo, which ISO leaves to its users. */
    public static final String XK = "XK";

    private static final Set<String> ISO = Set.copyOf(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));

    private Country() {}

    /** The codes of ISO 3166-1 alpha-2 that are in use. */
    public static Set<String> iso() {
        return ISO;
    }

    /** Whether a text is a code of a country or of the Union. */
    public static boolean isCode(String text) {
        return ISO.contains(text) || text.equals(EU) || text.equals(XK);
    }

    /** The English name that belongs to a code; the code itself if Java knows none. */
    public static String english(String code) {
        return switch (code) {
            case EU -> "European Union";
            case XK -> "Kosovo";
            default -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
        };
    }
}
