package org.tieline.question.screening;

import java.util.List;
import java.util.Locale;
import org.tieline.exposure.path.Exposure;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;
import org.tieline.restriction.BanOnDay;

/**
 * What is on record of an organization on the day that was asked about.
 *
 * @param restrictedBy the bans against it that restrict on the day, by id
 * @param otherBans how many more bans on it exist on the day and do not restrict in the sense of the question
 * @param exposures to restricted vendors, nearest first, then by vendor; none unless it is a carrier
 * @param exposuresTotal how many there are in all
 * @param text in a sentence or two
 */
public record ScreeningFinding(
        List<Restriction> restrictedBy, int otherBans, List<ExposedTo> exposures, int exposuresTotal, String text) {
    /** The most exposures that are spelled out. */
    public static final int MOST_EXPOSURES = 20;

    /**
     * A ban against the organization.
     *
     * @param since the date that put it in its state, as the source gave it
     */
    public record Restriction(BanOnDay onDay, PartialDate since) {}

    /** An exposure to a restricted vendor. */
    public record ExposedTo(Organization vendor, Exposure exposure) {}

    /** The finding in a word. */
    public enum Status {
        RESTRICTED,
        EXPOSED,
        RESTRICTED_AND_EXPOSED,
        NOTHING_ON_RECORD;

        /** As answers write it: {@code nothing-on-record}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The finding in a word. */
    public Status status() {
        if (restrictedBy.isEmpty()) {
            return exposuresTotal == 0 ? Status.NOTHING_ON_RECORD : Status.EXPOSED;
        }
        return exposuresTotal == 0 ? Status.RESTRICTED : Status.RESTRICTED_AND_EXPOSED;
    }
}
