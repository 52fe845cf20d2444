package org.tieline.exposure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.tieline.model.Evidence;
import org.tieline.model.TieType;

/**
 * The carriers that one search found exposed, nearest first, equally near ones in the order of their paths. What the
 * search found is kept as numbers; an exposure is spelled out when it is asked for.
 *
 * <p>It holds the working memory of the search until it is closed, and cannot be asked any more then. One that is not closed
 * costs the next search the time to allocate that memory anew, and nothing else.
 */
public final class Reach implements AutoCloseable {
    private final TieGraph graph;
    private final TieFilter filter;
    private final SearchOptions options;

    private final Consumer<Scratch> taker;
    private Scratch found;

    /** @param taker takes the scratch when nobody needs it any more */
    Reach(TieGraph graph, TieFilter filter, SearchOptions options, Scratch found, Consumer<Scratch> taker) {
        this.graph = graph;
        this.filter = filter;
        this.options = options;
        this.found = found;
        this.taker = taker;
    }

    /** The number of exposed carriers. */
    public int size() {
        return found.hitCount;
    }

    /** The id of the organization that the search started at. */
    public String vendor() {
        return organizationAt(0);
    }

    /** The id of exposed carrier {@code i}, from 0 up to {@link #size()}, exclusive. */
    public String carrier(int i) {
        return organizationAt(found.hits[i]);
    }

    /** The number of ties on the path to carrier {@code i}. */
    public int hops(int i) {
        int hops = 1;
        while (found.hits[i] >= found.levelEnds[hops]) {
            hops++;
        }
        return hops;
    }

    /** How the path to carrier {@code i} reads. */
    public Relation relation(int i) {
        int position = found.hits[i];
        return Relation.of(state(found.parents[position]), stepTo(position).type(), state(position));
    }

    /** The exposure of carrier {@code i} with its path. */
    public Exposure exposure(int i) {
        List<Hop> path = new ArrayList<>();
        for (int position = found.hits[i]; position > 0; position = found.parents[position]) {
            path.add(hop(position));
        }
        Collections.reverse(path);
        Evidence weakest =
                path.stream().map(Hop::evidence).min(Evidence::compareTo).orElseThrow();
        boolean certain = path.stream().allMatch(hop -> hop.certainty() == Certainty.CERTAIN);
        return new Exposure(
                vendor(),
                carrier(i),
                relation(i),
                weakest,
                certain ? Certainty.CERTAIN : Certainty.POSSIBLE,
                flags(path),
                List.copyOf(path));
    }

    private static Set<Flag> flags(List<Hop> path) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        for (Hop hop : path) {
            if (hop.type() == TieType.OWNS && hop.percent() == null) {
                flags.add(Flag.UNKNOWN_STAKE);
            }
            if (hop.lastEvidenced() == null) {
                flags.add(Flag.UNDATED_EVIDENCE);
            }
        }
        return Collections.unmodifiableSet(flags);
    }

    private Hop hop(int position) {
        Step step = stepTo(position);
        int tie = graph.tieOfRow[found.rows[position]];
        TieTable ties = graph.ties;
        List<String> sources = new ArrayList<>();
        for (int at = ties.sourceStart(tie); at < ties.sourceEnd(tie); at++) {
            if (filter.counts(tie, ties.sourceAt(at))) {
                sources.add(graph.sourceId(ties.sourceAt(at)));
            }
        }
        return new Hop(
                ties.id(tie),
                organizationAt(found.parents[position]),
                step.type(),
                step.direction(),
                organizationAt(position),
                filter.since(tie),
                filter.until(tie),
                ties.percent(tie),
                ties.segments(tie),
                ties.generations(tie),
                ties.evidence(tie),
                filter.certainlyHolds(tie) ? Certainty.CERTAIN : Certainty.POSSIBLE,
                filter.lastEvidenced(tie),
                List.copyOf(sources));
    }

    /** What searches on one graph would have walked but for their options, and why they did not. */
    public static LeftOut leftOut(Collection<Reach> reaches) {
        int[] counts = new int[TieFilter.Verdict.values().length];
        BitSet judged = new BitSet();
        reaches.forEach(reach -> reach.countLeftOut(judged, counts));
        return new LeftOut(
                counts[TieFilter.Verdict.DENIED.ordinal()],
                counts[TieFilter.Verdict.NOT_KNOWN.ordinal()],
                counts[TieFilter.Verdict.OUTSIDE_TIME.ordinal()],
                counts[TieFilter.Verdict.WEAK_EVIDENCE.ordinal()],
                counts[TieFilter.Verdict.NOT_EVIDENCED_SINCE.ordinal()],
                counts[TieFilter.Verdict.BELOW_MIN_STAKE.ordinal()]);
    }

    /**
     * @param judged the ties that were judged already; grows
     * @param counts by ordinal of the verdict; grows
     */
    private void countLeftOut(BitSet judged, int[] counts) {
        int start = Scratch.organization(found.keys[0]);
        int expanded = found.levelEnds[Math.min(found.levels, options.maxHops()) - 1];
        for (int position = 0; position < expanded; position++) {
            int organization = Scratch.organization(found.keys[position]);
            if (position > 0 && graph.isGovernment(organization)) {
                continue;
            }
            for (int row = graph.offsets[organization]; row < graph.offsets[organization + 1]; row++) {
                Step step = TieGraph.step(graph.rows[row]);
                int tie = graph.tieOfRow[row];
                boolean onTheWay = state(position).after(step) != null
                        && options.ties().contains(step.type())
                        && TieGraph.target(graph.rows[row]) != start;
                if (onTheWay && !judged.get(tie)) {
                    judged.set(tie);
                    counts[filter.judge(tie).ordinal()]++;
                }
            }
        }
    }

    private State state(int position) {
        return State.of(Scratch.state(found.keys[position]));
    }

    private Step stepTo(int position) {
        return TieGraph.step(graph.rows[found.rows[position]]);
    }

    private String organizationAt(int position) {
        return graph.organizationId(Scratch.organization(found.keys[position]));
    }

    /** Gives the working memory back. */
    @Override
    public void close() {
        if (found != null) {
            taker.accept(found);
            found = null;
        }
    }
}
