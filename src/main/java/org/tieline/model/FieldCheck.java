package org.tieline.model;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the records of this package refuse, with one wording each. */
final class FieldCheck {
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private FieldCheck() {}

    static String id(String field, @Nullable String value) {
        if (value == null || !isKebabCase(value)) {
            throw new InvalidValue(field, value, "must be lower kebab case like telia-company");
        }
        return value;
    }

    /** Small letters and digits in groups parted by single hyphens; by hand, as each fact has several ids. */
    private static boolean isKebabCase(String value) {
        boolean inGroup = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                inGroup = true;
            } else if (c == '-' && inGroup) {
                inGroup = false;
            } else {
                return false;
            }
        }
        return inGroup;
    }

    static String text(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new InvalidValue(field, null, "must not be empty");
        }
        return value;
    }

    static String country(String field, @Nullable String value) {
        if (value == null || !COUNTRY.matcher(value).matches()) {
            throw new InvalidValue(field, value, "must be an ISO 3166-1 alpha-2 code, EU or XK");
        }
        return value;
    }
}
