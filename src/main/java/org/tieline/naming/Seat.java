package org.tieline.naming;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name without the country that stands in brackets behind its legal form, {@code Example S.A. (Spain)}: it says where the firm is
 * and is no part of the name.
 *
 * @param country code; null if there is none
 */
record Seat(String name, String country) {
    private static final Pattern BRACKETS = Pattern.compile("(.+?)\\s*\\(([^()]+)\\)");

    static Seat of(String text) {
        Matcher found = text.endsWith(")") ? BRACKETS.matcher(text) : null;
        if (found == null || !found.matches()) {
            return new Seat(text, null);
        }
        WordMeaning place = Lexicon.meaning(PlainName.words(found.group(2), List.of()));
        boolean country =
                place != null && place.kind() == WordKind.PLACE && !place.key().contains("/");
        return country && !PlainName.of(found.group(1)).forms().isEmpty()
                ? new Seat(found.group(1), place.countries().iterator().next())
                : new Seat(text, null);
    }
}
