package org.tieline.exposure;

import java.util.Optional;
import org.tieline.exposure.path.TieOnDay;

/** Tells what one question makes of single ties of a graph, whatever a search would reach. */
public final class TieClock {
    private final TieGraph graph;
    private final TieFilter filter;

    public TieClock(TieGraph graph, SearchOptions options) {
        this.graph = graph;
        filter = new TieFilter(graph, options);
    }

    /** Empty if the graph has no tie with this id. */
    public Optional<TieOnDay> on(String tie) {
        int number = graph.ties.find(tie);
        return number < 0 ? Optional.empty() : Optional.of(filter.onDay(number));
    }
}
