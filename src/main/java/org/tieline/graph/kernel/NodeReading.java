package org.tieline.graph.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;
import org.tieline.graph.RawGraphSink;

/** Hands nodes, with what they are joined to, to a sink, be it for a whole reading or for one that follows a change. */
final class NodeReading {
    static final Label ORGANIZATION = Label.label("Organization");
    static final Label SOURCE = Label.label("Source");
    static final Label BAN = Label.label("Ban");
    static final Label COUNTRY = Label.label("Country");
    static final Label IDENTIFIER = Label.label("Identifier");
    static final Label COUNT = Label.label("Count");
    static final List<Label> NOTES = List.of(Label.label("Dataset"), Label.label("Release"), Label.label("Movement"));
    static final RelationshipType IDENTIFIED_BY = RelationshipType.withName("IDENTIFIED_BY");
    static final RelationshipType HAS_SUBSCRIBERS = RelationshipType.withName("HAS_SUBSCRIBERS");
    static final RelationshipType SUCCEEDED_BY = RelationshipType.withName("SUCCEEDED_BY");

    private final Transaction tx;
    private final RawGraphSink raw;

    NodeReading(Transaction tx, RawGraphSink raw) {
        this.tx = tx;
        this.raw = raw;
    }

    void each(Label label, Consumer<Node> taker) {
        try (ResourceIterator<Node> nodes = tx.findNodes(label)) {
            nodes.forEachRemaining(taker);
        }
    }

    /** One of {@link #NOTES}. */
    void note(Label label, Node node) {
        switch (label.name()) {
            case "Dataset" -> raw.dataset(node.getAllProperties());
            case "Release" -> raw.release(node.getAllProperties());
            default -> raw.movement(node.getAllProperties());
        }
    }

    /** Returns its place among the organizations that were handed over, from 0; -1 if it was not. */
    int organization(Node node) {
        List<String> labels = new ArrayList<>();
        node.getLabels().forEach(label -> labels.add(label.name()));
        return raw.organization(
                labels,
                node.getAllProperties(),
                joined(node, SUCCEEDED_BY.name(), Direction.OUTGOING, ORGANIZATION, "id"),
                node::getElementId);
    }

    void source(Node node) {
        raw.source(node.getAllProperties(), node::getElementId);
    }

    void ban(Node node) {
        raw.ban(
                node.getAllProperties(),
                joined(node, "IMPOSES", Direction.INCOMING, ORGANIZATION, "id"),
                joined(node, "APPLIES_IN", Direction.OUTGOING, COUNTRY, "code"),
                joined(node, "TARGETS", Direction.OUTGOING, ORGANIZATION, "id"),
                joined(node, "REPLACES", Direction.OUTGOING, BAN, "id"),
                joined(node, "CITES", Direction.OUTGOING, SOURCE, "id"),
                node::getElementId);
    }

    void country(Node country) {
        raw.country(country.getAllProperties(), country::getElementId);
        country.getRelationships(Direction.OUTGOING, RelationshipType.withName("BELONGS_TO"))
                .forEach(membership -> {
                    Node bloc = membership.getEndNode();
                    if (bloc.hasLabel(COUNTRY)) {
                        raw.membership(text(country, "code"), text(bloc, "code"), membership.getAllProperties());
                    }
                });
    }

    /** What leads from an organization to an identifier or to a count. */
    void ofOrganization(Relationship relationship) {
        String organization = text(relationship.getStartNode(), "id");
        Map<String, Object> node = relationship.getEndNode().getAllProperties();
        if (relationship.isType(IDENTIFIED_BY)) {
            raw.identifier(organization, node, relationship.getAllProperties());
        } else {
            raw.subscribers(organization, node, relationship.getAllProperties());
        }
    }

    /** The relationships of a type that lead from organizations to a node. */
    static List<Relationship> fromOrganizations(Node node, RelationshipType type) {
        List<Relationship> found = new ArrayList<>();
        node.getRelationships(Direction.INCOMING, type).forEach(relationship -> {
            if (relationship.getStartNode().hasLabel(ORGANIZATION)) {
                found.add(relationship);
            }
        });
        return found;
    }

    /** Null if it is no text. */
    static @Nullable String text(Node node, String property) {
        return node.getProperty(property, null) instanceof String text ? text : null;
    }

    /** Within one transaction the number of a node identifies it; its element id would be a new text each time. */
    @SuppressWarnings({"deprecation", "removal"})
    static long number(Node node) {
        return node.getId();
    }

    /** Sorted: another order is for those who copy the graph, and they read it elsewhere. */
    private static List<String> joined(Node node, String type, Direction direction, Label label, String property) {
        List<String> values = new ArrayList<>();
        node.getRelationships(direction, RelationshipType.withName(type)).forEach(relationship -> {
            Node other = relationship.getOtherNode(node);
            Object value = other.getProperty(property, null);
            if (other.hasLabel(label) && value instanceof String text) {
                values.add(text);
            }
        });
        values.sort(null);
        return values;
    }
}
