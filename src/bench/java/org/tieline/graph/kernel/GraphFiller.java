package org.tieline.graph.kernel;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;
import org.tieline.graph.FactRows;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.Tie;

/** Writes facts into an empty embedded database just as a load would, but in the process and in many transactions. */
public final class GraphFiller implements AutoCloseable {
    private static final int BATCH = 50_000;

    private final GraphDatabaseService database;
    private final Map<String, String> nodeOf = new HashMap<>();
    private Transaction tx;
    private int pending;

    public GraphFiller(GraphDatabaseService database) {
        this.database = database;
        tx = database.beginTx();
    }

    /** Writes an organization. */
    public void add(Organization organization) {
        Node node = tx.createNode(
                Label.label("Organization"), Label.label(organization.kind().label()));
        set(node, FactRows.of(organization));
        nodeOf.put(organization.id(), node.getElementId());
        wrote();
    }

    /** Writes a source. */
    public void add(Source source) {
        set(tx.createNode(Label.label("Source")), FactRows.of(source));
        wrote();
    }

    /** Writes a tie between organizations that were written before. */
    public void add(Tie tie) {
        Node from = tx.getNodeByElementId(nodeOf.get(tie.from()));
        Node to = tx.getNodeByElementId(nodeOf.get(tie.to()));
        set(from.createRelationshipTo(to, RelationshipType.withName(tie.type().text())), FactRows.of(tie));
        wrote();
    }

    private static void set(Entity entity, Map<String, Object> row) {
        ((Map<?, ?>) row.get("properties")).forEach((name, value) -> {
            if (value instanceof Collection<?> texts) {
                entity.setProperty((String) name, texts.toArray(String[]::new));
            } else if (value != null) {
                entity.setProperty((String) name, value);
            }
        });
    }

    private void wrote() {
        if (++pending == BATCH) {
            tx.commit();
            tx.close();
            tx = database.beginTx();
            pending = 0;
        }
    }

    @Override
    public void close() {
        tx.commit();
        tx.close();
    }
}
