package org.tieline.inquiry;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tieline.model.Country;
import org.tieline.spelling.Nearest;

/** Countries and the European Union as people write them; the one place that understands them wherever they are asked for. */
public final class CountryName {
    /** What would be right, after "must be". */
    public static final String REMEDY =
            "an ISO 3166-1 alpha-2 code, an alpha-3 code, or the name of a country in English or a language of its own; EU, EL and UK are understood";

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Map<String, String> MORE = Map.ofEntries(
            Map.entry("EU", "EU"),
            Map.entry("EUROPEAN UNION", "EU"),
            Map.entry("XK", "XK"),
            Map.entry("XKX", "XK"),
            Map.entry("KOSOVO", "XK"),
            Map.entry("UK", "GB"),
            Map.entry("GREAT BRITAIN", "GB"),
            Map.entry("EL", "GR"),
            Map.entry("UNITED STATES OF AMERICA", "US"),
            Map.entry("RUSSIAN FEDERATION", "RU"),
            Map.entry("REPUBLIC OF KOREA", "KR"),
            Map.entry("VIET NAM", "VN"),
            Map.entry("CZECH REPUBLIC", "CZ"));

    /** By code and by name, as {@link #key} has them. */
    private static final Map<String, String> CODES = codes();

    private CountryName() {}

    /**
     * The code that a text stands for, in any case and with or without accents.
     *
     * @return ISO 3166-1 alpha-2, {@code EU} or {@code XK}; empty if the text stands for no country
     */
    public static Optional<String> code(String text) {
        return Optional.ofNullable(CODES.get(key(text)));
    }

    /** What is wrong with a text that stands for no country, what would be right, and what comes nearest. */
    public static String refusal(String field, String text) {
        List<String> nearest = Nearest.among(CODES.keySet(), key(text)).stream()
                .map(CODES::get)
                .distinct()
                .map(code -> "%s (%s)".formatted(Country.english(code), code))
                .toList();
        return "%s must be %s, was %s%s"
                .formatted(
                        field,
                        REMEDY,
                        text,
                        nearest.isEmpty() ? "" : "; did you mean " + String.join(" or ", nearest) + "?");
    }

    private static String key(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text.strip(), Normalizer.Form.NFKD))
                .replaceAll("");
        return plain.toUpperCase(Locale.ROOT);
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>(MORE);
        for (String code : Country.iso()) {
            Locale country = Locale.of("", code);
            codes.put(code, code);
            codes.put(country.getISO3Country(), code);
            codes.putIfAbsent(key(Country.english(code)), code);
        }
        Arrays.stream(Locale.getAvailableLocales())
                .filter(locale -> codes.containsKey(locale.getCountry()))
                .forEach(locale -> codes.putIfAbsent(key(locale.getDisplayCountry(locale)), locale.getCountry()));
        return Map.copyOf(codes);
    }
}
