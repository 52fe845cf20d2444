package org.tieline.question;

import java.math.BigDecimal;
import java.util.List;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Direction;
import org.tieline.exposure.path.Hop;
import org.tieline.model.Evidence;
import org.tieline.model.Generation;
import org.tieline.model.PartialDate;
import org.tieline.model.Segment;
import org.tieline.model.TieType;

/** One tie of a path; {@code from} and {@code to} in walking order, what is not known null. */
public record HopView(
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
        List<String> sources) {
    public static HopView of(Hop hop) {
        return new HopView(
                hop.tie(),
                hop.from(),
                hop.type(),
                hop.direction(),
                hop.to(),
                hop.since(),
                hop.until(),
                hop.percent(),
                hop.segment(),
                hop.generation(),
                hop.evidence(),
                hop.certainty(),
                hop.lastEvidenced(),
                hop.sources());
    }
}
