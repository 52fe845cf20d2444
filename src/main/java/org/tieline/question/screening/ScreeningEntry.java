package org.tieline.question.screening;

import java.util.List;
import org.tieline.model.InvalidValue;
import org.tieline.naming.NameIndex;
import org.tieline.question.parameter.CountryName;

/**
 * A name or an id whose organization is wanted.
 *
 * @param number its place in the list, from 1
 * @param id the id of an organization; null if it is not known
 * @param name as somebody wrote it, at most {@link NameIndex#LONGEST} characters; null if there is an id
 * @param country code of the country that it is thought to be of, or what stands in its place and is none; null if not known
 * @param reference what the asker calls it, handed back as it is, at most {@value #LONGEST_REFERENCE} characters; may be null
 */
public record ScreeningEntry(int number, String id, String name, String country, String reference) {
    /** The most entries of one screening. */
    public static final int MOST = 10_000;

    private static final int LONGEST_REFERENCE = 500;

    /** @throws InvalidValue naming the field, its value and what would be right; blank ones count as absent */
    public ScreeningEntry {
        id = present(id);
        name = present(name);
        country = present(country);
        if (id == null && name == null) {
            throw InvalidValue.together(List.of("name", "id"), "name or id must be given");
        }
        atMost("id", id, NameIndex.LONGEST);
        atMost("name", name, NameIndex.LONGEST);
        atMost("country", country, NameIndex.LONGEST);
        atMost("reference", reference, LONGEST_REFERENCE);
        if (country != null) {
            country = CountryName.code(country).orElse(country);
        }
    }

    /** Whether the country could be understood; one that could not does not count. */
    boolean hasKnownCountry() {
        return country == null || CountryName.code(country).isPresent();
    }

    private static String present(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void atMost(String field, String text, int most) {
        if (text != null && text.length() > most) {
            throw new InvalidValue(
                    field, null, "must have %d characters at most, had %d".formatted(most, text.length()));
        }
    }
}
