package org.tieline.question.parameter;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tieline.model.Country;
import org.tieline.model.InvalidValue;
import org.tieline.naming.Nearest;

/** Countries and the European Union as people write them; the one place that understands them wherever they are asked for. */
public final class CountryName {
    /** What would be right, after "must be". */
    public static final String REMEDY =
            "an ISO 3166-1 alpha-2 code, an alpha-3 code, or the name of a country in English or a language of its own; EU, EL and UK are understood";

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** What people write with or without: the points of U.S., all kinds of apostrophes. */
    private static final Pattern POINTS = Pattern.compile("[.'‘’ʼ`]");

    private static final Pattern ARTICLE = Pattern.compile("^THE ");

    /** What Unicode adds to the names of Hong Kong and Macao. */
    private static final String REGION = " SAR CHINA";

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
            Map.entry("CZECH REPUBLIC", "CZ"),
            Map.entry("TURKEY", "TR"),
            Map.entry("MACAU", "MO"),
            Map.entry("IVORY COAST", "CI"),
            Map.entry("HOLLAND", "NL"),
            Map.entry("BURMA", "MM"),
            Map.entry("SWAZILAND", "SZ"),
            Map.entry("UAE", "AE"));

    /** By code and by name, as {@link #key} has them. */
    private static final Map<String, String> CODES = codes();

    private CountryName() {}

    /**
     * The code that a text stands for, in any case, with or without accents, points, apostrophes and a leading "the".
     *
     * @return ISO 3166-1 alpha-2, {@code EU} or {@code XK}; empty if the text stands for no country
     */
    public static Optional<String> code(String text) {
        return Optional.ofNullable(CODES.get(key(text)));
    }

    /** What is wrong with a text that stands for no country, what would be right, and what comes nearest. */
    public static String refusal(String field, String text) {
        return field + " " + unknown(text).getMessage();
    }

    /** The same as a refusal of whoever reads it, without a field. */
    public static InvalidValue unknown(String text) {
        List<String> nearest = Nearest.among(CODES.keySet(), key(text)).stream()
                .map(CODES::get)
                .distinct()
                .map(code -> "%s (%s)".formatted(Country.english(code), code))
                .toList();
        return new InvalidValue(
                "",
                text + (nearest.isEmpty() ? "" : "; did you mean " + String.join(" or ", nearest) + "?"),
                "must be " + REMEDY);
    }

    private static String key(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text.strip(), Normalizer.Form.NFKD))
                .replaceAll("");
        String bare =
                POINTS.matcher(plain.toUpperCase(Locale.ROOT)).replaceAll("").replace("&", "AND");
        return ARTICLE.matcher(bare).replaceFirst("");
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>(MORE);
        for (String code : Country.iso()) {
            Locale country = Locale.of("", code);
            codes.put(code, code);
            codes.put(country.getISO3Country(), code);
            String english = key(Country.english(code));
            codes.putIfAbsent(english, code);
            codes.putIfAbsent(english.replace(REGION, ""), code);
        }
        Arrays.stream(Locale.getAvailableLocales())
                .filter(locale -> codes.containsKey(locale.getCountry()))
                .forEach(locale -> codes.putIfAbsent(key(locale.getDisplayCountry(locale)), locale.getCountry()));
        return Map.copyOf(codes);
    }
}
