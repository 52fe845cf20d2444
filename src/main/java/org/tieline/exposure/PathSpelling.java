package org.tieline.exposure;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Flag;
import org.tieline.exposure.path.Hop;
import org.tieline.exposure.path.Relation;
import org.tieline.model.Evidence;

/** Spells out what a search keeps as numbers: hops as they were known, and what a whole path says. */
final class PathSpelling {
    private final TieGraph graph;
    private final TieFilter filter;

    PathSpelling(TieGraph graph, TieFilter filter) {
        this.graph = graph;
        this.filter = filter;
    }

    /** The hop that leaves an organization by one of its rows. */
    Hop hop(int from, int row) {
        RowPage page = graph.page(from);
        WalkStep step = page.step(row);
        int tie = page.tieOfRow[row];
        TieTable ties = graph.ties;
        KnownDates dates = filter.dates();
        return new Hop(
                ties.id(tie),
                graph.organizationId(from),
                step.type(),
                step.direction(),
                graph.organizationId(page.target(row)),
                dates.since(tie),
                dates.removing(tie),
                dates.verified(tie),
                dates.until(tie),
                ties.percent(tie),
                dates.share(tie),
                dates.shareOn(tie),
                ties.segments(tie),
                ties.generations(tie),
                ties.details.countries(ties.detail(tie)),
                ties.evidence(tie),
                filter.certainty(tie),
                dates.state(tie),
                dates.lastEvidenced(tie),
                filter.flags(tie, step.type()),
                dates.sources(tie));
    }

    /** How a path reads that ends at a carrier that is exposed. */
    static Relation ofExposed(WalkState before, WalkStep last, WalkState reached) {
        return Objects.requireNonNull(reached.relation(before, last));
    }

    /** The weakest grade on a path. */
    static Evidence weakest(List<Hop> path) {
        return path.stream().map(Hop::evidence).min(Evidence::compareTo).orElseThrow();
    }

    /** Certain if every hop is. */
    static Certainty certainty(List<Hop> path) {
        return path.stream().allMatch(hop -> hop.certainty() == Certainty.CERTAIN)
                ? Certainty.CERTAIN
                : Certainty.POSSIBLE;
    }

    /** The flags of all hops. */
    static Set<Flag> flags(List<Hop> path) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        path.forEach(hop -> flags.addAll(hop.flags()));
        return Collections.unmodifiableSet(flags);
    }
}
