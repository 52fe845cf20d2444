package org.tieline.question.screening;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Exposure;
import org.tieline.exposure.path.Flag;
import org.tieline.exposure.path.Hop;
import org.tieline.exposure.path.Relation;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;
import org.tieline.model.BanState;
import org.tieline.model.Evidence;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;
import org.tieline.model.Term;
import org.tieline.question.Links;
import org.tieline.question.OrganizationRef;
import org.tieline.question.SelfLink;
import org.tieline.restriction.BanFlag;
import org.tieline.restriction.BanOnDay;

/**
 * What is on record of an organization on the day that was asked about.
 *
 * @param status the finding in a word
 * @param text the same in a sentence or two
 * @param restrictedBy the bans against it that restrict on the day, by id
 * @param otherBans how many more bans on it exist on the day and do not restrict in the sense of the question
 * @param exposuresTotal how many exposures there are in all
 * @param exposures to restricted vendors, nearest first, then by vendor, at most {@link #MOST_EXPOSURES}; none unless it is a
 *     carrier
 */
public record ScreeningFinding(
        Status status,
        String text,
        List<Restriction> restrictedBy,
        int otherBans,
        int exposuresTotal,
        List<ExposedTo> exposures,
        Addresses links) {
    /** The most exposures that are spelled out. */
    public static final int MOST_EXPOSURES = 20;

    /** The finding in a word. */
    public enum Status implements Term {
        RESTRICTED,
        EXPOSED,
        RESTRICTED_AND_EXPOSED,
        NOTHING_ON_RECORD;

        static Status of(boolean restricted, boolean exposed) {
            if (restricted) {
                return exposed ? RESTRICTED_AND_EXPOSED : RESTRICTED;
            }
            return exposed ? EXPOSED : NOTHING_ON_RECORD;
        }
    }

    /**
     * A ban against the organization that restricts on the day.
     *
     * @param since the date that put it in its state, as the source gave it
     */
    public record Restriction(
            String id,
            String government,
            String country,
            BanNature nature,
            BanState state,
            @Nullable PartialDate since,
            @Nullable PartialDate deadline,
            List<BanFlag> flags,
            List<String> sources,
            SelfLink links) {
        static Restriction of(BanOnDay onDay, LocalDate asOf) {
            Ban ban = onDay.ban();
            return new Restriction(
                    ban.id(),
                    ban.government(),
                    ban.country(),
                    ban.nature(),
                    onDay.state(),
                    ScreeningFindings.since(onDay, asOf),
                    ban.deadline(),
                    onDay.flags().stream().sorted().toList(),
                    ban.sources(),
                    new SelfLink(Links.ban(ban.id())));
        }
    }

    /**
     * An exposure to a restricted vendor.
     *
     * @param ties the ids of the ties of the path, in walking order
     */
    public record ExposedTo(
            OrganizationRef vendor,
            int hops,
            Relation relation,
            Evidence evidence,
            Certainty certainty,
            List<Flag> flags,
            List<String> ties,
            SelfLink links) {
        static ExposedTo of(Organization vendor, Exposure exposure, String address) {
            return new ExposedTo(
                    OrganizationRef.of(vendor),
                    exposure.hops(),
                    exposure.relation(),
                    exposure.evidence(),
                    exposure.certainty(),
                    exposure.flags().stream().sorted().toList(),
                    exposure.path().stream().map(Hop::tie).toList(),
                    new SelfLink(address));
        }
    }

    /**
     * Where to read on.
     *
     * @param exposures null unless it is a carrier
     */
    public record Addresses(String bans, @Nullable String exposures) {}
}
