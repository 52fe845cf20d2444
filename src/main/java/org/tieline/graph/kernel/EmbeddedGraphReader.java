package org.tieline.graph.kernel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.primitive.LongObjectMaps;
import org.eclipse.collections.api.map.primitive.LongObjectMap;
import org.eclipse.collections.api.map.primitive.MutableLongObjectMap;
import org.neo4j.common.DependencyResolver;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.QueryExecutionException;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionFailureException;
import org.neo4j.graphdb.TransientFailureException;
import org.neo4j.kernel.database.Database;
import org.neo4j.kernel.impl.transaction.log.LogicalTransactionStore;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.monitoring.DatabaseHealth;
import org.neo4j.storageengine.api.TransactionId;
import org.neo4j.storageengine.api.TransactionIdStore;
import org.tieline.graph.Commit;
import org.tieline.graph.GraphFollower;
import org.tieline.graph.GraphReader;
import org.tieline.graph.GraphSink;
import org.tieline.graph.KeptFacts;
import org.tieline.graph.LoadMark;
import org.tieline.graph.LoadedDataset;
import org.tieline.graph.RawGraphSink;
import org.tieline.graph.kernel.Provenance.Kind;
import org.tieline.graph.kernel.Provenance.Place;
import org.tieline.model.TielineException;

/** Reads the graph inside the database's own process, without the network. Sinks are called from the calling thread. */
public final class EmbeddedGraphReader implements GraphReader {
    private final GraphDatabaseService database;
    private final TransactionIdStore transactions;
    private final DatabaseHealth health;
    private final String store;

    /** The last number given while commits were under way; each is used once. */
    private final AtomicLong unsettled = new AtomicLong();

    public EmbeddedGraphReader(GraphDatabaseService database) {
        this.database = database;
        DependencyResolver inside = ((GraphDatabaseAPI) database).getDependencyResolver();
        this.transactions = inside.resolveDependency(TransactionIdStore.class);
        this.health = inside.resolveDependency(DatabaseHealth.class);
        this.store = inside.resolveDependency(Database.class).getStoreId().toString();
    }

    /**
     * {@inheritDoc}
     *
     * <p>The number of the last commit if all commits up to it can be read. While some are still being written, later ones
     * may be readable already and no number tells which; a negative one that no other call gets then says that nothing is
     * known to be unchanged.
     */
    @Override
    public Commit lastCommit() {
        requireAlive();
        long readable = transactions.getHighestGapFreeClosedTransactionId();
        return Commit.numbered(
                readable == transactions.getLastCommittedTransactionId() ? readable : unsettled.decrementAndGet());
    }

    /** {@inheritDoc} The store, and of its last commit the number, the time, the digest of all before it and the place in the log. */
    @Override
    public Optional<String> lastingState() {
        TransactionId last = transactions.getLastCommittedTransaction();
        return transactions.getHighestGapFreeClosedTransactionId() == last.id()
                ? Optional.of(state(last))
                : Optional.empty();
    }

    /** The state after a commit, as {@link #lastingState} names it. */
    String state(TransactionId commit) {
        return "%s %d %d %d %d"
                .formatted(store, commit.id(), commit.commitTimestamp(), commit.checksum(), commit.appendIndex());
    }

    /**
     * The place in the log of the commit that left the graph in a state.
     *
     * @param state as {@link #lastingState} names it
     */
    static long place(String state) {
        return Long.parseLong(state.substring(state.lastIndexOf(' ') + 1));
    }

    @Override
    public void read(GraphSink sink) {
        read(sink, new Provenance());
    }

    /** @param provenance takes in where everything came from */
    void read(GraphSink sink, Provenance provenance) {
        List<Object> before = settled();
        readAll(sink, provenance);
        if (!settled().equals(before)) {
            throw new ConcurrentModificationException(LoadMark.REPLACED);
        }
    }

    /**
     * The data set of which all facts are there.
     *
     * @throws TielineException.DatabaseUnavailable if another is being put in its place
     */
    private List<Object> settled() {
        try (Transaction tx = database.beginTx()) {
            requireSettled(tx);
            List<Object> loaded = new ArrayList<>();
            each(tx, "Dataset", node -> {
                loaded.add(node.getProperty("version", ""));
                loaded.add(node.getProperty("sha256", ""));
                loaded.add(node.getProperty("loadedAt", ""));
            });
            return loaded;
        } catch (TransactionFailureException e) {
            throw unavailable(e);
        }
    }

    /** @throws TielineException.DatabaseUnavailable if a data set is being put in the place of another */
    static void requireSettled(Transaction tx) {
        each(tx, "Load", node -> {
            LoadMark mark = LoadMark.of(node.getAllProperties());
            if (mark.applying()) {
                throw mark.betweenVersions();
            }
        });
    }

    private static void each(Transaction tx, String label, Consumer<Node> action) {
        try (ResourceIterator<Node> nodes = tx.findNodes(Label.label(label))) {
            nodes.forEachRemaining(action);
        }
    }

    private void readAll(GraphSink sink, Provenance provenance) {
        try (Transaction tx = database.beginTx()) {
            NotingSink noting = new NotingSink(sink, provenance);
            NodeReading nodes = new NodeReading(tx, new RawGraphSink(noting));
            LongObjectMap<RawGraphSink.End> organizations = readNodes(nodes, provenance, noting::at);
            try (TieScan scan = new TieScan(tx, organizations)) {
                scan.handTo(noting, tie -> noting.at(new Place(Kind.TIE, tie)));
            }
        } catch (TransactionFailureException e) {
            throw unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TielineException.DatabaseUnavailable("reading the graph was interrupted", e);
        }
    }

    @Override
    public Optional<GraphFollower> follow() {
        DependencyResolver inside = ((GraphDatabaseAPI) database).getDependencyResolver();
        // Another edition may keep another log.
        return inside.containsDependency(LogicalTransactionStore.class)
                ? Optional.of(new EmbeddedFollower(
                        this, database, transactions, inside.resolveDependency(LogicalTransactionStore.class)))
                : Optional.empty();
    }

    @Override
    public boolean hasMoved(Commit known) {
        return !known.equals(Commit.numbered(transactions.getLastCommittedTransactionId()));
    }

    @Override
    public boolean readRelease(LoadedDataset release, GraphSink sink) {
        List<byte[]> parts;
        try (Transaction tx = database.beginTx()) {
            Node kept = tx.findNode(Label.label("Release"), "version", release.version());
            if (kept == null || !release.sha256().equals(NodeReading.text(kept, "sha256"))) {
                return false;
            }
            parts = kept.getRelationships(Direction.OUTGOING, RelationshipType.withName("HELD")).stream()
                    .sorted(Comparator.comparing(held -> ((Number) held.getProperty("place")).longValue()))
                    .map(held -> (byte[]) held.getEndNode().getProperty("content"))
                    .toList();
        } catch (TransactionFailureException e) {
            throw unavailable(e);
        }
        KeptFacts.handTo(parts, new RawGraphSink(sink));
        return true;
    }

    /**
     * Runs a query that only reads.
     *
     * @param longest after so long it is given up
     * @param taker makes who takes the rows, each as its values in the order of the columns
     * @throws TielineException.DatabaseUnavailable if it cannot be read, or not within that time; what a taker throws leaves as it is
     */
    public void query(String query, Duration longest, Supplier<Consumer<List<Object>>> taker) {
        try (Transaction tx = database.beginTx(longest.toMillis(), TimeUnit.MILLISECONDS);
                Result found = tx.execute(query)) {
            Consumer<List<Object>> row = taker.get();
            List<String> columns = found.columns();
            found.accept(next -> {
                List<Object> values = new ArrayList<>(columns.size());
                for (String column : columns) {
                    values.add(next.get(column));
                }
                row.accept(values);
                return true;
            });
        } catch (TransactionFailureException | TransientFailureException | QueryExecutionException e) {
            throw unavailable(e);
        }
    }

    /** Numbers of commits can be had of a database that does nothing more; a transaction cannot. */
    private void requireAlive() {
        try (Transaction tx = database.beginTx()) {
            tx.commit();
        } catch (TransactionFailureException e) {
            throw unavailable(e);
        }
    }

    TielineException.DatabaseUnavailable unavailable(RuntimeException failure) {
        if (health.hasNoPanic()) {
            return new TielineException.DatabaseUnavailable(
                    "the embedded database cannot be read: " + failure.getMessage() + "; it may be stopping", failure);
        }
        return new TielineException.DatabaseUnavailable(
                TielineException.DatabaseUnavailable.Reason.GIVEN_UP,
                "the embedded database has given up: %s; see that its disk has room, and start this program again"
                        .formatted(health.causeOfPanic().getMessage()),
                failure);
    }

    /** Returns the organizations by the number of their node. */
    private static LongObjectMap<RawGraphSink.End> readNodes(
            NodeReading nodes, Provenance provenance, Consumer<Place> at) {
        MutableLongObjectMap<RawGraphSink.End> ends = LongObjectMaps.mutable.empty();
        at.accept(Place.all(Kind.NOTES));
        for (Label label : NodeReading.NOTES) {
            nodes.each(label, node -> {
                provenance.notes.add(NodeReading.number(node));
                nodes.note(label, node);
            });
        }
        nodes.each(NodeReading.ORGANIZATION, node -> {
            long number = NodeReading.number(node);
            at.accept(new Place(Kind.ORGANIZATION, number));
            int place = nodes.organization(node);
            if (place < 0) {
                provenance.unusable.add(number);
            }
            String id = NodeReading.text(node, "id");
            if (id != null) {
                ends.put(number, new RawGraphSink.End(id, place));
            }
        });
        nodes.each(
                NodeReading.IDENTIFIER,
                node -> ofOrganizations(node, NodeReading.IDENTIFIED_BY, Kind.IDENTIFIERS, nodes, at));
        nodes.each(
                NodeReading.COUNT,
                node -> ofOrganizations(node, NodeReading.HAS_SUBSCRIBERS, Kind.SUBSCRIBERS, nodes, at));
        nodes.each(NodeReading.SOURCE, node -> {
            long number = NodeReading.number(node);
            at.accept(new Place(Kind.SOURCE, number));
            nodes.source(node);
            if (!provenance.sources.containsKey(number)) {
                provenance.unusable.add(number);
            }
        });
        at.accept(Place.all(Kind.BANS));
        nodes.each(NodeReading.BAN, node -> {
            provenance.bans.add(NodeReading.number(node));
            nodes.ban(node);
        });
        at.accept(Place.all(Kind.COUNTRIES));
        nodes.each(NodeReading.COUNTRY, country -> {
            provenance.countries.add(NodeReading.number(country));
            nodes.country(country);
        });
        return ends;
    }

    private static void ofOrganizations(
            Node node, RelationshipType type, Kind kind, NodeReading nodes, Consumer<Place> at) {
        for (Relationship relationship : NodeReading.fromOrganizations(node, type)) {
            at.accept(new Place(kind, NodeReading.number(relationship.getStartNode())));
            nodes.ofOrganization(relationship);
        }
    }
}
