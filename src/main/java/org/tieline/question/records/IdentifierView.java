package org.tieline.question.records;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Identifier;
import org.tieline.model.IdentifierScheme;
import org.tieline.model.PartialDate;
import org.tieline.question.Links;

/**
 * What a register calls an organization, with the ids of its sources.
 *
 * @param since when it began to mean this organization; null if not known
 * @param until the first day on which it no longer does; null if not known
 */
record IdentifierView(
        IdentifierScheme scheme,
        String value,
        @Nullable PartialDate since,
        @Nullable PartialDate until,
        List<String> sources,
        Addresses links) {
    /** Where to read on. */
    record Addresses(List<String> sources) {}

    static IdentifierView of(Identifier identifier) {
        return new IdentifierView(
                identifier.scheme(),
                identifier.value(),
                identifier.since(),
                identifier.until(),
                identifier.sources(),
                new Addresses(Links.sources(identifier.sources())));
    }
}
