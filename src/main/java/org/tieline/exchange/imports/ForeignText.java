package org.tieline.exchange.imports;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Country;
import org.tieline.naming.Letters;

/** Foreign texts made fit for the tables. */
public final class ForeignText {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern ENDS = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$|\\x00");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern HYPHENS = Pattern.compile("^-+|-+$");

    private ForeignText() {}

    /** On one line, with single spaces and none around it. */
    public static String clean(String text) {
        return plain(text) ? text : BLANKS.matcher(text).replaceAll(" ").strip();
    }

    /** By hand: most of some hundred million cells need nothing. */
    private static boolean plain(String text) {
        int last = text.length() - 1;
        if (last >= 0 && (text.charAt(0) == ' ' || text.charAt(last) == ' ')) {
            return false;
        }
        for (int i = 0; i <= last; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == ' ' && text.charAt(i - 1) == ' ') {
                return false;
            }
        }
        return true;
    }

    /** Without space around it; what is inside stays. */
    public static String trimmed(String text) {
        return plain(text) ? text : ENDS.matcher(text).replaceAll("");
    }

    /** Whether it has no halves of characters and none of the bytes that were not UTF-8. */
    public static boolean legible(String text) {
        return text.codePoints().noneMatch(c -> c == 0xFFFD || Character.getType(c) == Character.SURROGATE);
    }

    /** Lower kebab case in Latin letters, accents dropped; empty if nothing of the text is left, as of an emoji. */
    public static String kebab(String text) {
        String joined = OTHERS.matcher(Letters.latin(text)).replaceAll("-");
        return HYPHENS.matcher(joined).replaceAll("");
    }

    /** The code of a country as the tables have it; null if it is none that is in use. A part of a country counts as it. */
    public static @Nullable String country(String code) {
        String whole = code.toUpperCase(Locale.ROOT);
        if (whole.length() > 3 && whole.charAt(2) == '-') {
            whole = whole.substring(0, 2);
        }
        return Country.isCode(whole) ? whole : null;
    }

    /** Other names of an organization, none twice. */
    public static List<String> aliases(String name, Collection<String> others) {
        Set<String> aliases = new LinkedHashSet<>();
        others.stream()
                .map(ForeignText::trimmed)
                .filter(alias -> !alias.isEmpty() && !alias.equals(name) && legible(alias))
                .forEach(aliases::add);
        return List.copyOf(aliases);
    }
}
