package org.tieline.peers;

import java.util.BitSet;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.traverse.BreadthFirstIterator;
import org.tieline.exposure.PeerRows;
import org.tieline.exposure.PeerRows.CarrierSink;

/** JGraphT over the product of the graph of one day with the automaton. */
final class JGraphTPeer implements Peer {
    private final PeerRows rows;
    private final ProductGraph product;
    private int edges;
    private final Graph<Integer, Integer> graph = new DefaultDirectedGraph<>(null, null, false);

    JGraphTPeer(PeerRows rows) {
        this.rows = rows;
        product = new ProductGraph(rows);
        product.edges((source, target) -> {
            graph.addVertex(source);
            graph.addVertex(target);
            graph.addEdge(source, target, edges++);
        });
    }

    @Override
    public void ask(String vendor, int maxHops, CarrierSink sink) {
        int start = rows.number(vendor);
        int first = product.start(start);
        if (!graph.containsVertex(first)) {
            return;
        }
        Deadline deadline = new Deadline();
        BitSet told = new BitSet();
        BreadthFirstIterator<Integer, Integer> walk = new BreadthFirstIterator<>(graph, first) {
            @Override
            protected void encounterVertex(Integer vertex, Integer tie) {
                int organization = product.organization(vertex);
                // No walk returns to where it began.
                if (tie != null && organization == start) {
                    return;
                }
                int hops = tie == null ? 0 : getDepth(graph.getEdgeSource(tie)) + 1;
                if (product.isExposed(vertex) && !told.get(organization)) {
                    told.set(organization);
                    sink.carrier(organization, hops);
                }
                // What is farther is not even looked at.
                if (hops < maxHops) {
                    super.encounterVertex(vertex, tie);
                }
            }
        };
        while (walk.hasNext()) {
            deadline.check();
            walk.next();
        }
    }
}
