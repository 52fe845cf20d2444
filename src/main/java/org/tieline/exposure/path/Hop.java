package org.tieline.exposure.path;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Evidence;
import org.tieline.model.Generation;
import org.tieline.model.PartialDate;
import org.tieline.model.Segment;
import org.tieline.model.TieType;

/**
 * One tie of a path, as it was walked and as it was known: a date that was not known yet is null.
 *
 * @param tie the id of the tie
 * @param from the id of the organization that the hop leaves, in walking order
 * @param type what the tie says
 * @param direction whether the tie was walked along or against its own direction
 * @param to the id of the organization that the hop reaches
 * @param since when it began; null if not known
 * @param removing from when on it is being taken out; null if not known
 * @param verified the newest day on which a source says that it held; null if not known
 * @param until the first day on which it no longer holds; null if not known
 * @param percent the stake; null if unknown or no stake
 * @param share how much of that segment of the customer's network comes from the vendor, in percent; null if unknown, or too
 *     old on the day that was asked about to be shown as that day's
 * @param shareOn the day that the share was stated for; null without a share
 * @param segment may be empty
 * @param generation may be empty
 * @param countries where the equipment is, if not simply in the customer's own country; may be empty
 * @param evidence its grade
 * @param certainty whether it certainly holds on the day that was asked about
 * @param state how it stands on that day
 * @param lastEvidenced {@code verified}, else the newest publication date among {@code sources}; null if nothing dates it
 * @param flags what to know of it before relying on it
 * @param sources ids of the sources that count, in the order of the data
 */
public record Hop(
        String tie,
        String from,
        TieType type,
        Direction direction,
        String to,
        @Nullable PartialDate since,
        @Nullable PartialDate removing,
        @Nullable PartialDate verified,
        @Nullable PartialDate until,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal share,
        @Nullable PartialDate shareOn,
        List<Segment> segment,
        List<Generation> generation,
        List<String> countries,
        Evidence evidence,
        Certainty certainty,
        TieState state,
        @Nullable PartialDate lastEvidenced,
        Set<Flag> flags,
        List<String> sources) {}
