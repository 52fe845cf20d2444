package org.tieline.question.parameter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tieline.model.InvalidValue;

/** Which organization somebody means by an id, a former id or an identifier. */
@FunctionalInterface
public interface OrganizationIds {
    /** For who has no snapshot yet: everything is taken for an id of today. */
    OrganizationIds AS_GIVEN = (text, asOf, knownAt) -> text;

    /**
     * The id of today; the text itself if nothing is known of it.
     *
     * @param text an id, or the text of an {@link IdentifierText}
     * @param asOf the day on which an identifier is to mean the organization
     * @param knownAt what was known by this day counts; null for everything on record
     * @throws InvalidValue without a field, if several organizations have the identifier on the day
     */
    String today(String text, LocalDate asOf, @Nullable LocalDate knownAt);
}
