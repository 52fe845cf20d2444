package org.tieline.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * How many mobile subscribers an organization had.
 *
 * @param organization the id of the organization that they belong to
 * @param on the day, month or year that the count was stated for
 * @param millions the count in millions, not negative, with at most six decimals; 8.50 is 8.5
 * @param sources ids of the sources that state it; may be empty in a graph where they cannot be read
 */
public record SubscriberCount(String organization, PartialDate on, BigDecimal millions, List<String> sources) {
    private static final BigDecimal WORLD = BigDecimal.valueOf(20_000);

    /** @throws InvalidValue naming the field, its value and what would be right */
    public SubscriberCount {
        FieldCheck.id("organization", organization);
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(millions, "millions");
        if (millions.signum() < 0 || millions.compareTo(WORLD) > 0) {
            throw new InvalidValue("millions", millions, "must be a count in millions, 0..%s".formatted(WORLD));
        }
        if (millions.stripTrailingZeros().scale() > 6) {
            throw new InvalidValue("millions", millions, "must have at most six decimals");
        }
        millions = millions.stripTrailingZeros();
        millions = millions.scale() < 0 ? millions.setScale(0) : millions;
        sources = List.copyOf(sources);
    }

    /**
     * This count, if it has all that a data set must say of one.
     *
     * @throws InvalidValue if it has no sources
     */
    public SubscriberCount complete() {
        if (sources.isEmpty()) {
            throw new InvalidValue("sources", null, "must name at least one source");
        }
        return this;
    }

    /** What no two counts of a data set share: organization and day, with a space between them. */
    public String key() {
        return "%s %s".formatted(organization, on);
    }
}
