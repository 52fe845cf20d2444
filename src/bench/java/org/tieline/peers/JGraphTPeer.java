package org.tieline.peers;

import java.util.BitSet;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.MaskSubgraph;
import org.jgrapht.traverse.BreadthFirstIterator;
import org.tieline.exposure.GeneratedFacts;
import org.tieline.exposure.PeerRows;
import org.tieline.exposure.PeerRows.CarrierSink;
import org.tieline.model.Day;

/** JGraphT over the product of the graph of one day with the automaton: a vertex for each organization and state. */
final class JGraphTPeer implements Peer {
    private final PeerRows rows;
    private int edges;
    private final Graph<Integer, Integer> product = new DefaultDirectedGraph<>(null, null, false);

    JGraphTPeer(PeerRows rows) {
        this.rows = rows;
        int states = rows.states();
        int day = Day.of(GeneratedFacts.AS_OF);
        rows.transitions((state, step, next) -> rows.rows((source, taken, target, from, to) -> {
            boolean walked = taken == step
                    && from <= day
                    && day < to
                    && (source < rows.firstGovernment() || state == PeerRows.START);
            if (walked) {
                product.addVertex(source * states + state);
                product.addVertex(target * states + next);
                product.addEdge(source * states + state, target * states + next, edges++);
            }
        }));
    }

    @Override
    public String name() {
        return "JGraphT 1.5.3, product graph";
    }

    @Override
    public String note() {
        return "made anew for each day, which is not counted";
    }

    @Override
    public void ask(String vendor, int maxHops, CarrierSink sink) {
        int states = rows.states();
        int start = rows.number(vendor);
        int first = start * states + PeerRows.START;
        if (!product.containsVertex(first)) {
            return;
        }
        BitSet told = new BitSet();
        // No walk returns to where it began.
        BreadthFirstIterator<Integer, Integer> walk = new BreadthFirstIterator<>(
                new MaskSubgraph<>(product, vertex -> vertex / states == start && vertex != first, tie -> false), first);
        while (walk.hasNext()) {
            int vertex = walk.next();
            int hops = walk.getDepth(vertex);
            if (hops > maxHops) {
                return;
            }
            int organization = vertex / states;
            boolean exposed = organization >= rows.firstCarrier()
                    && organization < rows.endOfCarriers()
                    && vertex % states >= rows.firstExposed();
            if (exposed && !told.get(organization)) {
                told.set(organization);
                sink.carrier(organization, hops);
            }
        }
    }
}
