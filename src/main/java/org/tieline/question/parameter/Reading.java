package org.tieline.question.parameter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tieline.model.InvalidValue;

/**
 * What reading a value may depend on.
 *
 * @param today the day that a question means which names none, the same for everybody everywhere (UTC)
 * @param asOf the day that is asked about, as far as that is known yet
 * @param knownAt what was known by this day counts; null for everything on record
 * @param ids which organizations ids and identifiers mean
 * @param releases those that may be named in place of a day of knowledge
 */
public record Reading(
        LocalDate today, LocalDate asOf, @Nullable LocalDate knownAt, OrganizationIds ids, ReleaseNames releases) {
    /** Of a question of which nothing was read yet. */
    public static Reading on(LocalDate today, OrganizationIds ids, ReleaseNames releases) {
        return new Reading(today, today, null, ids, releases);
    }

    /** For who has no snapshot yet: every id is taken for one of today. */
    public static Reading on(LocalDate today) {
        return on(today, OrganizationIds.AS_GIVEN, ReleaseNames.AS_GIVEN);
    }

    /** The same for what is asked about a day. */
    public Reading at(LocalDate day, @Nullable LocalDate known) {
        return new Reading(today, day, known, ids, releases);
    }

    /** The same for what is asked of what was known then; null for everything on record. */
    Reading at(LocalDate day, @Nullable KnownAt known) {
        String release = KnownAt.release(known);
        return new Reading(today, day, KnownAt.day(known), release == null ? ids : releases.ids(release), releases);
    }

    /**
     * The id of the organization that somebody means.
     *
     * @throws InvalidValue without a field, if it is an identifier that is none, or that several have
     */
    public String organization(String text) {
        return ids.today(
                IdentifierText.isMeant(text) ? IdentifierText.parse(text).toString() : text, asOf, knownAt);
    }
}
