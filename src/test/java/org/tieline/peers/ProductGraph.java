package org.tieline.peers;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.tieline.exposure.GeneratedFacts;
import org.tieline.exposure.PeerRows;
import org.tieline.model.Day;

/**
 * The graph of one day and the automaton as one graph without either, for whoever knows vertices and edges alone: a vertex for
 * each organization and state that a walk can be in, an edge for each step that it can take. Made anew for each day.
 */
final class ProductGraph {
    /** Takes an edge. */
    @FunctionalInterface
    interface EdgeSink {
        void edge(int source, int target);
    }

    /** A step that a state allows. */
    private record Transition(int state, int next) {}

    private final PeerRows rows;
    private final int states;
    private final List<List<Transition>> byStep = new ArrayList<>();
    private final BitSet entered;

    ProductGraph(PeerRows rows) {
        this.rows = rows;
        states = rows.states();
        IntStream.range(0, PeerRows.STEPS).forEach(step -> byStep.add(new ArrayList<>()));
        rows.transitions((state, step, next) -> byStep.get(step).add(new Transition(state, next)));
        entered = new BitSet(rows.organizations() * states);
        walk((source, target) -> entered.set(target));
    }

    /** Every edge that a walk can come to, those of one organization one after the other. */
    void edges(EdgeSink sink) {
        walk((source, target) -> {
            if (state(source) == PeerRows.START || entered.get(source)) {
                sink.edge(source, target);
            }
        });
    }

    private void walk(EdgeSink sink) {
        int day = Day.of(GeneratedFacts.AS_OF);
        rows.rows((source, step, target, from, to) -> {
            if (from <= day && day < to) {
                for (Transition way : byStep.get(step)) {
                    // No walk goes on from a government.
                    if (source < rows.firstGovernment() || way.state == PeerRows.START) {
                        sink.edge(vertex(source, way.state), vertex(target, way.next));
                    }
                }
            }
        });
    }

    /** More than any vertex. */
    int vertices() {
        return rows.organizations() * states;
    }

    /** Where a walk from an organization begins. */
    int start(int organization) {
        return vertex(organization, PeerRows.START);
    }

    private int vertex(int organization, int state) {
        return organization * states + state;
    }

    int organization(int vertex) {
        return vertex / states;
    }

    private int state(int vertex) {
        return vertex % states;
    }

    /** Whether a walk that comes here has found an exposed carrier. */
    boolean isExposed(int vertex) {
        return rows.isExposed(organization(vertex), state(vertex));
    }
}
