package org.tieline.graph.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.eclipse.collections.api.factory.primitive.IntObjectMaps;
import org.eclipse.collections.api.map.primitive.LongObjectMap;
import org.eclipse.collections.api.map.primitive.MutableIntObjectMap;
import org.neo4j.graphdb.Transaction;
import org.neo4j.internal.kernel.api.PartitionedScan;
import org.neo4j.internal.kernel.api.PropertyCursor;
import org.neo4j.internal.kernel.api.RelationshipScanCursor;
import org.neo4j.internal.kernel.api.TokenRead;
import org.neo4j.kernel.api.ExecutionContext;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.api.Statement;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.neo4j.storageengine.api.PropertySelection;
import org.tieline.graph.GraphProblem;
import org.tieline.graph.GraphSink;
import org.tieline.graph.RawGraphSink;
import org.tieline.graph.RawGraphSink.End;
import org.tieline.model.Tie;
import org.tieline.model.TieType;
import org.tieline.model.TielineException.DatabaseUnavailable;

/**
 * Reads the ties of one transaction with as many threads as there are processors, and hands them to a sink from the calling
 * thread. Reading properties is most of the work of a snapshot, and it is work that divides.
 *
 * <p>It walks the store's own cursors: the public interface looks a relationship up again for each of its ends and for its
 * properties, which doubles the work.
 */
final class TieScan implements AutoCloseable {
    private static final int BATCH = 512;
    private static final int BATCHES_AHEAD = 16;
    private static final int PARTITIONS_PER_THREAD = 8;
    private static final long TIMEOUT_SECONDS = 120;

    private final LongObjectMap<End> organizations;
    private final int threads = Runtime.getRuntime().availableProcessors();
    private final ExecutorService workers = Executors.newFixedThreadPool(threads);
    private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(BATCHES_AHEAD);

    /** Asked after each tie. */
    private volatile boolean stopped;

    private final KernelTransaction transaction;
    private final PartitionedScan<RelationshipScanCursor> scan;

    /** The types of ties by the number that the store has for them; those that it has not share one that is not used. */
    private final MutableIntObjectMap<TieType> types = IntObjectMaps.mutable.empty();

    /** The names of the properties that are read, in the same way. */
    private final MutableIntObjectMap<String> names = IntObjectMaps.mutable.empty();

    private final PropertySelection selection;

    /** @param organizations by the number of their node */
    TieScan(Transaction tx, LongObjectMap<End> organizations) {
        this.organizations = organizations;
        transaction = ((InternalTransaction) tx).kernelTransaction();
        scan = transaction
                .dataRead()
                .allRelationshipsScan(threads * PARTITIONS_PER_THREAD, transaction.cursorContext());
        TokenRead tokens = transaction.tokenRead();
        for (TieType type : TieType.values()) {
            types.put(tokens.relationshipType(type.text()), type);
        }
        for (String name : RawGraphSink.TIE_PROPERTIES) {
            names.put(tokens.propertyKey(name), name);
        }
        selection = PropertySelection.selection(names.keySet().toArray());
    }

    /** @param tie the number of the relationship */
    private record TieProblem(long tie, GraphProblem problem) {}

    /**
     * What one thread read; an empty one says that the thread has ended.
     *
     * @param ends of tie i: the numbers of its ends at {@code 2 * i} and the place after it
     */
    private record Batch(List<Tie> ties, int[] ends, List<TieProblem> problems) {
        Batch() {
            this(new ArrayList<>(BATCH), new int[2 * BATCH], new ArrayList<>());
        }

        boolean isEmpty() {
            return ties.isEmpty() && problems.isEmpty();
        }

        void handTo(GraphSink sink, LongConsumer beforeProblem) {
            for (int i = 0; i < ties.size(); i++) {
                int from = ends[2 * i];
                int to = ends[2 * i + 1];
                if (from < 0 || to < 0) {
                    sink.tie(ties.get(i));
                } else {
                    sink.tie(ties.get(i), from, to);
                }
            }
            for (TieProblem each : problems) {
                beforeProblem.accept(each.tie);
                sink.problem(each.problem);
            }
        }
    }

    /** Gathers what one thread reads. */
    private static final class Gathering implements GraphSink {
        private Batch batch = new Batch();
        private long relationship;

        /** The number of the tie that comes next. */
        void next(long tie) {
            relationship = tie;
        }

        @Override
        public void tie(Tie tie) {
            tie(tie, -1, -1);
        }

        @Override
        public void tie(Tie tie, int from, int to) {
            int at = 2 * batch.ties.size();
            batch.ends[at] = from;
            batch.ends[at + 1] = to;
            batch.ties.add(tie);
        }

        @Override
        public void problem(GraphProblem problem) {
            batch.problems.add(new TieProblem(relationship, problem));
        }

        boolean isFull() {
            return batch.ties.size() + batch.problems.size() >= BATCH;
        }

        Batch take() {
            Batch taken = batch;
            batch = new Batch();
            return taken;
        }
    }

    /**
     * Hands over all ties.
     *
     * @param beforeProblem told the number of the relationship that the next problem is about
     * @throws DatabaseUnavailable if a thread failed, or nothing came for two minutes
     */
    void handTo(GraphSink sink, LongConsumer beforeProblem) throws InterruptedException {
        try (Statement open = transaction.acquireStatement()) {
            Objects.requireNonNull(open, "execution contexts live as long as a statement");
            handAllTo(sink, beforeProblem);
        }
    }

    private void handAllTo(GraphSink sink, LongConsumer beforeProblem) throws InterruptedException {
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            ExecutionContext context = transaction.createExecutionContext();
            running.add(workers.submit(() -> {
                readPartitions(context);
                return null;
            }));
        }
        for (int ended = 0; ended < threads; ) {
            Batch batch = batches.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            if (batch == null) {
                throw new DatabaseUnavailable("the embedded database gave no ties for two minutes", null);
            }
            batch.handTo(sink, beforeProblem);
            ended += batch.isEmpty() ? 1 : 0;
        }
        for (Future<?> worker : running) {
            try {
                worker.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw new DatabaseUnavailable("the embedded database cannot be read: " + e.getMessage(), e.getCause());
            }
        }
    }

    private void readPartitions(ExecutionContext context) throws InterruptedException {
        try (context;
                var tie = context.cursors()
                        .allocateRelationshipScanCursor(context.cursorContext(), context.memoryTracker());
                var property =
                        context.cursors().allocatePropertyCursor(context.cursorContext(), context.memoryTracker())) {
            Gathering gathering = new Gathering();
            RawGraphSink raw = new RawGraphSink(gathering);
            Map<String, Object> properties = new HashMap<>();
            while (!stopped && scan.reservePartition(tie, context)) {
                while (tie.next() && !stopped) {
                    TieType type = types.get(tie.type());
                    if (type != null) {
                        read(tie, property, properties);
                        gathering.next(tie.relationshipReference());
                        raw.tie(type, end(tie.sourceNodeReference()), end(tie.targetNodeReference()), properties);
                    }
                    if (gathering.isFull()) {
                        put(gathering.take());
                    }
                }
            }
            Batch rest = gathering.take();
            if (!rest.isEmpty()) {
                put(rest);
            }
            context.complete();
        } finally {
            put(new Batch());
        }
    }

    private End end(long node) {
        return organizations.getIfAbsent(node, () -> End.NOWHERE);
    }

    private void read(RelationshipScanCursor tie, PropertyCursor property, Map<String, Object> properties) {
        properties.clear();
        tie.properties(property, selection);
        while (property.next()) {
            properties.put(
                    names.get(property.propertyKey()), property.propertyValue().asObject());
        }
    }

    private void put(Batch batch) throws InterruptedException {
        boolean taken = false;
        while (!taken && !stopped) {
            taken = batches.offer(batch, 100, TimeUnit.MILLISECONDS);
        }
    }

    /** Lets the threads end by themselves: an interrupt would close the files of the database under them. */
    @Override
    public void close() {
        stopped = true;
        workers.shutdown();
        try {
            if (!workers.awaitTermination(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new DatabaseUnavailable("threads that read the embedded database did not end", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
