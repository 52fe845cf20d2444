package org.tieline.exposure.path;

import java.math.BigDecimal;
import java.util.List;
import org.tieline.model.Evidence;
import org.tieline.model.Generation;
import org.tieline.model.PartialDate;
import org.tieline.model.Segment;
import org.tieline.model.TieType;

/**
 * One tie of a path, as it was walked and as it was known.
 *
 * @param tie the id of the tie
 * @param from the id of the organization that the hop leaves, in walking order
 * @param type what the tie says
 * @param direction whether the tie was walked along or against its own direction
 * @param to the id of the organization that the hop reaches
 * @param since when it began; null if not known
 * @param until the first day on which it no longer holds; null if not known
 * @param percent the stake; null if unknown or no stake
 * @param segment may be empty
 * @param generation may be empty
 * @param evidence its grade
 * @param certainty whether it certainly holds on the day that was asked about
 * @param lastEvidenced the newest publication date among {@code sources}; null if none is dated
 * @param sources ids of the sources that count, in the order of the data
 */
public record Hop(
        String tie,
        String from,
        TieType type,
        Direction direction,
        String to,
        PartialDate since,
        PartialDate until,
        BigDecimal percent,
        List<Segment> segment,
        List<Generation> generation,
        Evidence evidence,
        Certainty certainty,
        PartialDate lastEvidenced,
        List<String> sources) {}
