package org.tieline.question.screening;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.model.InvalidValue;
import org.tieline.naming.NameIndex;
import org.tieline.question.parameter.CountryName;
import org.tieline.question.parameter.IdentifierText;

/**
 * A name, an id or an identifier whose organization is wanted.
 *
 * @param number its place in the list, from 1
 * @param identifier what a register calls it, {@code lei:5493…}, well written or not; null if it is not known
 * @param id the id of an organization, or an identifier in its place; null if it is not known
 * @param name as somebody wrote it, at most {@link NameIndex#LONGEST} characters; null if there is an id or an identifier
 * @param country code of the country that it is thought to be of, or what stands in its place and is none; null if not known
 * @param reference what the asker calls it, handed back as it is, at most {@value #LONGEST_REFERENCE} characters; may be null
 * @param other what else stood in its row, by the header of the column; handed back as it is
 * @param columns what the columns of its table were taken for
 */
public record ScreeningEntry(
        int number,
        @Nullable String identifier,
        @Nullable String id,
        @Nullable String name,
        @Nullable String country,
        @Nullable String reference,
        Map<String, String> other,
        @JsonIgnore ScreeningColumns columns) {
    /** The most entries of one screening. */
    public static final int MOST = 10_000;

    private static final int LONGEST_REFERENCE = 500;

    /** @throws InvalidValue naming the field, its value and what would be right; blank ones count as absent */
    public ScreeningEntry {
        other = Collections.unmodifiableMap(new LinkedHashMap<>(other));
        identifier = present(identifier);
        id = present(id);
        name = present(name);
        country = present(country);
        if (identifier == null && id == null && name == null) {
            throw InvalidValue.together(List.of("name", "id", "identifier"), "name, id or identifier must be given");
        }
        atMost("identifier", identifier, NameIndex.LONGEST);
        atMost("id", id, NameIndex.LONGEST);
        atMost("name", name, NameIndex.LONGEST);
        atMost("country", country, NameIndex.LONGEST);
        atMost("reference", reference, LONGEST_REFERENCE);
        if (country != null) {
            country = CountryName.code(country).orElse(country);
        }
    }

    /** An entry that is no row of a table. */
    public ScreeningEntry(
            int number,
            @Nullable String identifier,
            @Nullable String id,
            @Nullable String name,
            @Nullable String country,
            @Nullable String reference) {
        this(number, identifier, id, name, country, reference, Map.of(), ScreeningColumns.NONE);
    }

    /** The identifier, wherever it was given. */
    @Nullable
    String givenIdentifier() {
        if (identifier != null) {
            return identifier;
        }
        if (id != null) {
            return IdentifierText.isMeant(id) ? id : null;
        }
        return name != null && IdentifierText.hasScheme(name) ? name : null;
    }

    /** The id, if it is meant as one. */
    @Nullable
    String givenId() {
        return id == null || IdentifierText.isMeant(id) ? null : id;
    }

    /** Whether the country could be understood; one that could not does not count. */
    boolean hasKnownCountry() {
        return country == null || CountryName.code(country).isPresent();
    }

    private static @Nullable String present(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void atMost(String field, @Nullable String text, int most) {
        if (text != null && text.length() > most) {
            throw new InvalidValue(
                    field, null, "must have %d characters at most, had %d".formatted(most, text.length()));
        }
    }
}
