package org.tieline.graph;

import static org.tieline.graph.PropertyReader.orRefused;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Evidence;
import org.tieline.model.Generation;
import org.tieline.model.InvalidValue;
import org.tieline.model.PartialDate;
import org.tieline.model.Segment;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/** Turns the properties of a relationship into a tie. For one thread. */
public final class TieReader {
    private static final String PERCENT = "a number from 0 to 100";
    private static final List<String> SHARE = List.of("share");

    private final PropertyReader values;
    private final TermReader terms;

    public TieReader() {
        this(new PropertyReader());
    }

    TieReader(PropertyReader values) {
        this.values = values;
        this.terms = new TermReader(values);
    }

    /**
     * Reads a tie. What cannot be read is left out.
     *
     * @param from the id of the organization it starts at
     * @param to the id of the organization it ends at
     * @throws InvalidValue if it has no right id, ends or grade
     */
    public Tie read(TieType type, @Nullable String from, @Nullable String to, Map<String, Object> properties) {
        values.begin();
        String id = orRefused(PropertyReader.text(properties, "id"));
        Evidence evidence = terms.evidence(PropertyReader.text(properties, "evidence"));
        PartialDate since = values.date(properties, "since");
        PartialDate until = values.date(properties, "until");
        PartialDate removing = values.date(properties, "removing");
        PartialDate verified = values.date(properties, "verified");
        BigDecimal percent = values.number(properties, "percent", PERCENT);
        BigDecimal share = values.number(properties, "share", PERCENT);
        PartialDate shareOn = values.date(properties, "shareOn");
        List<Segment> segment = terms.segments(properties);
        List<Generation> generation = terms.generations(properties);
        List<String> countries = values.texts(properties, "countries");
        List<String> sources = values.texts(properties, "sources");
        String summary = values.textOrEmpty(properties, "summary");
        if (sources.isEmpty() && !values.hasLeftOut(List.of("sources"))) {
            values.leaveOut(new InvalidValue("sources", null, "must name at least one source"), "it has none");
        }
        while (true) {
            if (values.hasLeftOut(SHARE)) {
                // The day says nothing without it.
                shareOn = null;
            }
            try {
                return new Tie(
                        id,
                        orRefused(from),
                        type,
                        orRefused(to),
                        since,
                        removing,
                        verified,
                        until,
                        percent,
                        share,
                        shareOn,
                        segment,
                        generation,
                        countries,
                        evidence,
                        sources,
                        summary);
            } catch (InvalidValue e) {
                switch (e.fields().isEmpty() ? "" : e.fields().getFirst()) {
                    case "removing" -> removing = null;
                    case "verified" -> verified = null;
                    case "until" -> until = null;
                    case "percent" -> percent = null;
                    case "share" -> share = null;
                    case "shareOn" -> shareOn = null;
                    case "countries" -> countries = List.of();
                    default -> throw e;
                }
                values.leaveOut(e);
            }
        }
    }
}
