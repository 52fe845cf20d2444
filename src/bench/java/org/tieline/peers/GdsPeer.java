package org.tieline.peers;

import java.util.BitSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.neo4j.gds.Orientation;
import org.neo4j.gds.RelationshipType;
import org.neo4j.gds.api.Graph;
import org.neo4j.gds.api.GraphAdapter;
import org.neo4j.gds.api.IdMap;
import org.neo4j.gds.api.properties.relationships.RelationshipConsumer;
import org.neo4j.gds.collections.ha.HugeLongArray;
import org.neo4j.gds.core.concurrency.Concurrency;
import org.neo4j.gds.core.concurrency.DefaultPool;
import org.neo4j.gds.core.loading.construction.GraphFactory;
import org.neo4j.gds.core.loading.construction.NodesBuilder;
import org.neo4j.gds.core.loading.construction.RelationshipsBuilder;
import org.neo4j.gds.core.utils.progress.tasks.ProgressTracker;
import org.neo4j.gds.paths.traverse.BFS;
import org.neo4j.gds.paths.traverse.ExitPredicate;
import org.neo4j.gds.paths.traverse.OneHopAggregator;
import org.tieline.exposure.PeerRows;
import org.tieline.exposure.PeerRows.CarrierSink;

/**
 * Graph Data Science as a library: its graph in memory, made by its own builders of the product of the graph of one day with the
 * automaton, and its parallel breadth-first search on all cores. No database, plugin or licence is in it.
 */
final class GdsPeer implements Peer {
    private static final Concurrency ALL =
            new Concurrency(Runtime.getRuntime().availableProcessors());

    private final PeerRows rows;
    private final ProductGraph product;
    private final Graph graph;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

    private GdsPeer(PeerRows rows, ProductGraph product, Graph graph) {
        this.rows = rows;
        this.product = product;
        this.graph = graph;
    }

    static GdsPeer open(PeerRows rows) {
        // What it counts memory with waits ten seconds for a debugger otherwise.
        System.setProperty("jol.skipHotspotSAAttach", "true");
        ProductGraph product = new ProductGraph(rows);
        BitSet vertices = new BitSet(product.vertices());
        product.edges((source, target) -> {
            vertices.set(source);
            vertices.set(target);
        });
        NodesBuilder nodes = GraphFactory.initNodesBuilder()
                .maxOriginalId(product.vertices())
                .nodeCount(vertices.cardinality())
                .hasLabelInformation(false)
                .deduplicateIds(false)
                .concurrency(new Concurrency(1))
                .build();
        vertices.stream().forEach(nodes::addNode);
        IdMap ids = nodes.build().idMap();
        RelationshipsBuilder edges = GraphFactory.initRelationshipsBuilder()
                .nodes(ids)
                .relationshipType(RelationshipType.of("STEP"))
                .orientation(Orientation.NATURAL)
                .concurrency(new Concurrency(1))
                .executorService(DefaultPool.INSTANCE)
                .build();
        product.edges(edges::add);
        return new GdsPeer(rows, product, GraphFactory.create(ids, edges.build()));
    }

    @Override
    public void ask(String vendor, int maxHops, CarrierSink sink) {
        int start = rows.number(vendor);
        long first = graph.safeToMappedNodeId(product.start(start));
        if (first == IdMap.NOT_FOUND) {
            return;
        }
        long last = first;
        while (last + 1 < graph.nodeCount() && organization(last + 1) == start) {
            last++;
        }
        LongAdder[] found = IntStream.rangeClosed(0, maxHops)
                .mapToObj(hops -> new LongAdder())
                .toArray(LongAdder[]::new);
        AtomicBoolean over = new AtomicBoolean();
        Future<?> ending =
                timer.schedule(() -> over.set(true), Deadline.SECONDS, TimeUnit.SECONDS);
        HugeLongArray reached = BFS.create(
                        last == first ? graph : new Without(graph, first, last),
                        first,
                        (source, node, hops) -> {
                            found[(int) hops].increment();
                            return ExitPredicate.Result.FOLLOW;
                        },
                        new OneHopAggregator(),
                        maxHops,
                        DefaultPool.INSTANCE,
                        ALL,
                        ProgressTracker.NULL_TRACKER,
                        () -> !over.get())
                .compute();
        ending.cancel(false);
        if (over.get()) {
            throw Deadline.over();
        }
        tell(reached, found, sink);
    }

    /** What is reached is in the order of its hops; of those with the most of them none was gone on from, nor counted. */
    private void tell(HugeLongArray reached, LongAdder[] found, CarrierSink sink) {
        BitSet told = new BitSet();
        int hops = 0;
        long end = 1;
        for (long i = 0; i < reached.size(); i++) {
            while (i == end && hops < found.length - 1) {
                hops++;
                end += hops < found.length - 1 ? found[hops].sum() : Long.MAX_VALUE / 2;
            }
            int vertex = (int) graph.toOriginalNodeId(reached.get(i));
            int organization = product.organization(vertex);
            if (product.isExposed(vertex) && !told.get(organization)) {
                told.set(organization);
                sink.carrier(organization, hops);
            }
        }
    }

    private int organization(long node) {
        return product.organization((int) graph.toOriginalNodeId(node));
    }

    /** Ends the threads that all graphs share, for which the process would wait. */
    static void end() {
        DefaultPool.INSTANCE.shutdown();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** Without the vertices of the organization that a walk began with, as none returns there; they follow the first. */
    private static final class Without extends GraphAdapter {
        private final long first;
        private final long last;

        Without(Graph graph, long first, long last) {
            super(graph);
            this.first = first;
            this.last = last;
        }

        @Override
        public void forEachRelationship(long node, RelationshipConsumer consumer) {
            super.forEachRelationship(
                    node, (source, target) -> first < target && target <= last || consumer.accept(source, target));
        }

        @Override
        public Graph concurrentCopy() {
            return new Without(graph.concurrentCopy(), first, last);
        }
    }
}
