package org.tieline.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/** A small graph as it once was, to be made again in a fraction of the time that a load takes. */
final class KeptGraph {
    private final List<KeptNode> nodes;
    private final List<KeptRelationship> relationships;

    private KeptGraph(List<KeptNode> nodes, List<KeptRelationship> relationships) {
        this.nodes = nodes;
        this.relationships = relationships;
    }

    private record KeptNode(String id, Label[] labels, Map<String, Object> properties) {}

    /** Between the nodes that had these ids when they were kept. */
    private record KeptRelationship(String start, String end, RelationshipType type, Map<String, Object> properties) {}

    /** All nodes and relationships with what they have. */
    static KeptGraph of(GraphDatabaseService database) {
        List<KeptNode> nodes = new ArrayList<>();
        List<KeptRelationship> relationships = new ArrayList<>();
        try (Transaction tx = database.beginTx();
                var allNodes = tx.getAllNodes();
                var allRelationships = tx.getAllRelationships()) {
            allNodes.forEach(node -> {
                List<Label> labels = new ArrayList<>();
                node.getLabels().forEach(labels::add);
                nodes.add(new KeptNode(node.getElementId(), labels.toArray(Label[]::new), node.getAllProperties()));
            });
            allRelationships.forEach(relationship -> relationships.add(new KeptRelationship(
                    relationship.getStartNode().getElementId(),
                    relationship.getEndNode().getElementId(),
                    relationship.getType(),
                    relationship.getAllProperties())));
        }
        return new KeptGraph(nodes, relationships);
    }

    /** Makes it again in an empty graph, with other element ids. */
    void giveBack(GraphDatabaseService database) {
        try (Transaction tx = database.beginTx()) {
            Map<String, Node> made = new HashMap<>();
            for (KeptNode kept : nodes) {
                Node node = tx.createNode(kept.labels());
                kept.properties().forEach(node::setProperty);
                made.put(kept.id(), node);
            }
            for (KeptRelationship kept : relationships) {
                var relationship = made.get(kept.start()).createRelationshipTo(made.get(kept.end()), kept.type());
                kept.properties().forEach(relationship::setProperty);
            }
            tx.commit();
        }
    }
}
