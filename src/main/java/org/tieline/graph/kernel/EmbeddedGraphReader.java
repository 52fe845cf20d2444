package org.tieline.graph.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.primitive.LongObjectMaps;
import org.eclipse.collections.api.map.primitive.LongObjectMap;
import org.eclipse.collections.api.map.primitive.MutableLongObjectMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.common.DependencyResolver;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionFailureException;
import org.neo4j.kernel.database.Database;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.monitoring.DatabaseHealth;
import org.neo4j.storageengine.api.TransactionId;
import org.neo4j.storageengine.api.TransactionIdStore;
import org.tieline.graph.Commit;
import org.tieline.graph.GraphReader;
import org.tieline.graph.GraphSink;
import org.tieline.graph.KeptFacts;
import org.tieline.graph.LoadMark;
import org.tieline.graph.LoadedDataset;
import org.tieline.graph.RawGraphSink;
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

    /** {@inheritDoc} The store, and of its last commit the number, the time and the digest of all before it. */
    @Override
    public Optional<String> lastingState() {
        TransactionId last = transactions.getLastCommittedTransaction();
        return transactions.getHighestGapFreeClosedTransactionId() == last.id()
                ? Optional.of("%s %d %d %d".formatted(store, last.id(), last.commitTimestamp(), last.checksum()))
                : Optional.empty();
    }

    @Override
    public void read(GraphSink sink) {
        List<Object> before = settled();
        readAll(sink);
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
            each(tx, "Load", node -> {
                LoadMark mark = LoadMark.of(node.getAllProperties());
                if (mark.applying()) {
                    throw mark.betweenVersions();
                }
            });
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

    private void readAll(GraphSink sink) {
        try (Transaction tx = database.beginTx()) {
            RawGraphSink raw = new RawGraphSink(sink);
            LongObjectMap<TieEnd> organizations = readNodes(tx, raw);
            try (TieScan scan = new TieScan(tx, organizations)) {
                scan.handTo(sink);
            }
        } catch (TransactionFailureException e) {
            throw unavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TielineException.DatabaseUnavailable("reading the graph was interrupted", e);
        }
    }

    @Override
    public boolean readRelease(LoadedDataset release, GraphSink sink) {
        List<byte[]> parts;
        try (Transaction tx = database.beginTx()) {
            Node kept = tx.findNode(Label.label("Release"), "version", release.version());
            if (kept == null || !release.sha256().equals(text(kept, "sha256"))) {
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

    /** Numbers of commits can be had of a database that does nothing more; a transaction cannot. */
    private void requireAlive() {
        try (Transaction tx = database.beginTx()) {
            tx.commit();
        } catch (TransactionFailureException e) {
            throw unavailable(e);
        }
    }

    private TielineException.DatabaseUnavailable unavailable(TransactionFailureException failure) {
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

    /**
     * An organization that ties may end at.
     *
     * @param number its place among those that the sink was given; -1 if it was badly made
     */
    record TieEnd(@Nullable String id, int number) {}

    /** Returns the organizations by the number of their node. */
    private static LongObjectMap<TieEnd> readNodes(Transaction tx, RawGraphSink raw) {
        MutableLongObjectMap<TieEnd> ends = LongObjectMaps.mutable.empty();
        each(tx, "Dataset", node -> raw.dataset(node.getAllProperties()));
        each(tx, "Release", node -> raw.release(node.getAllProperties()));
        each(tx, "Movement", node -> raw.movement(node.getAllProperties()));
        each(tx, "Organization", node -> {
            Map<String, Object> properties = node.getAllProperties();
            List<String> labels = new ArrayList<>();
            node.getLabels().forEach(label -> labels.add(label.name()));
            int number = raw.organization(
                    labels,
                    properties,
                    joined(node, "SUCCEEDED_BY", Direction.OUTGOING, "Organization", "id"),
                    node::getElementId);
            if (properties.get("id") instanceof String id) {
                ends.put(number(node), new TieEnd(id, number));
            }
        });
        each(tx, "Identifier", node -> ofOrganizations(node, "IDENTIFIED_BY", raw::identifier));
        each(tx, "Count", node -> ofOrganizations(node, "HAS_SUBSCRIBERS", raw::subscribers));
        each(tx, "Source", node -> raw.source(node.getAllProperties(), node::getElementId));
        each(
                tx,
                "Ban",
                node -> raw.ban(
                        node.getAllProperties(),
                        joined(node, "IMPOSES", Direction.INCOMING, "Organization", "id"),
                        joined(node, "APPLIES_IN", Direction.OUTGOING, "Country", "code"),
                        joined(node, "TARGETS", Direction.OUTGOING, "Organization", "id"),
                        joined(node, "REPLACES", Direction.OUTGOING, "Ban", "id"),
                        joined(node, "CITES", Direction.OUTGOING, "Source", "id"),
                        node::getElementId));
        each(tx, "Country", country -> {
            raw.country(country.getAllProperties(), country::getElementId);
            readMemberships(country, raw);
        });
        return ends;
    }

    /** Takes the id of an organization, null if it has none, and the properties of a node and of the relationship to it. */
    private interface NodeTaker {
        void take(@Nullable String organization, Map<String, Object> node, Map<String, Object> properties);
    }

    private static void ofOrganizations(Node node, String type, NodeTaker taker) {
        node.getRelationships(Direction.INCOMING, RelationshipType.withName(type))
                .forEach(relationship -> {
                    Node organization = relationship.getStartNode();
                    if (organization.hasLabel(Label.label("Organization"))) {
                        taker.take(text(organization, "id"), node.getAllProperties(), relationship.getAllProperties());
                    }
                });
    }

    private static void readMemberships(Node country, RawGraphSink raw) {
        country.getRelationships(Direction.OUTGOING, RelationshipType.withName("BELONGS_TO"))
                .forEach(membership -> {
                    Node bloc = membership.getEndNode();
                    if (bloc.hasLabel(Label.label("Country"))) {
                        raw.membership(text(country, "code"), text(bloc, "code"), membership.getAllProperties());
                    }
                });
    }

    /** Null if it is no text. */
    private static @Nullable String text(Node node, String property) {
        return node.getProperty(property, null) instanceof String text ? text : null;
    }

    private static void each(Transaction tx, String label, Consumer<Node> taker) {
        try (ResourceIterator<Node> nodes = tx.findNodes(Label.label(label))) {
            nodes.forEachRemaining(taker);
        }
    }

    /** Sorted: another order is for those who copy the graph, and they read it elsewhere. */
    private static List<String> joined(Node node, String type, Direction direction, String label, String property) {
        List<String> values = new ArrayList<>();
        node.getRelationships(direction, RelationshipType.withName(type)).forEach(relationship -> {
            Node other = relationship.getOtherNode(node);
            Object value = other.getProperty(property, null);
            if (other.hasLabel(Label.label(label)) && value instanceof String text) {
                values.add(text);
            }
        });
        values.sort(null);
        return values;
    }

    /** Within one transaction the number of a node identifies it; its element id would be a new text each time. */
    @SuppressWarnings({"deprecation", "removal"})
    private static long number(Node node) {
        return node.getId();
    }
}
