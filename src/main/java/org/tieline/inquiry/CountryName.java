package org.tieline.inquiry;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Countries as tables of other people write them. */
public final class CountryName {
    private static final Map<String, String> CODES = codes();

    private CountryName() {}

    /**
     * The code that a text stands for: an ISO 3166-1 alpha-2 or alpha-3 code, {@code EU} or {@code XK} in any case, or the
     * English name of a country as the JDK has it; and {@code UK}, which many write.
     */
    public static Optional<String> code(String text) {
        return Optional.ofNullable(CODES.get(text.strip().toUpperCase(Locale.ROOT)));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes =
                new HashMap<>(Map.of("EU", "EU", "EUROPEAN UNION", "EU", "XK", "XK", "KOSOVO", "XK", "UK", "GB"));
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            codes.put(code, code);
            codes.put(country.getISO3Country(), code);
            codes.put(country.getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ROOT), code);
        }
        return Map.copyOf(codes);
    }
}
