package org.tieline.peers;

import java.util.BitSet;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.MaskSubgraph;
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
        // No walk returns to where it began.
        BreadthFirstIterator<Integer, Integer> walk = new BreadthFirstIterator<>(
                new MaskSubgraph<>(
                        graph, vertex -> product.organization(vertex) == start && vertex != first, tie -> false),
                first);
        while (walk.hasNext()) {
            deadline.check();
            int vertex = walk.next();
            int hops = walk.getDepth(vertex);
            if (hops > maxHops) {
                return;
            }
            int organization = product.organization(vertex);
            if (product.isExposed(vertex) && !told.get(organization)) {
                told.set(organization);
                sink.carrier(organization, hops);
            }
        }
    }
}
