package org.tieline.exposure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

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
        return PathSpelling.relation(state(found.parents[position]), stepTo(position), state(position));
    }

    /** The exposure of carrier {@code i} with its path. */
    public Exposure exposure(int i) {
        List<Hop> path = new ArrayList<>();
        for (int position = found.hits[i]; position > 0; position = found.parents[position]) {
            path.add(hop(position));
        }
        Collections.reverse(path);
        return new Exposure(
                vendor(),
                carrier(i),
                relation(i),
                PathSpelling.weakest(path),
                PathSpelling.certainty(path),
                PathSpelling.flags(path),
                List.copyOf(path));
    }

    private Hop hop(int position) {
        return new PathSpelling(graph, filter)
                .hop(Scratch.organization(found.keys[found.parents[position]]), found.rows[position]);
    }

    /** What searches on one graph would have walked but for their options, and why they did not. */
    public static LeftOut leftOut(Collection<Reach> reaches) {
        int[] counts = new int[TieFilter.Verdict.values().length];
        BitSet judged = new BitSet();
        reaches.forEach(reach -> reach.countLeftOut(judged, counts));
        return LeftOut.of(counts);
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
