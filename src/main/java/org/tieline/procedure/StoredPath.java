package org.tieline.procedure;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.Relationship;

/** A path over stored relationships, each walked along or against its own direction. */
final class StoredPath implements Path {
    private final List<Node> nodes;
    private final List<Relationship> relationships;

    /** @param relationships each of which joins the node that the one before it reached to another one */
    StoredPath(Node start, List<Relationship> relationships) {
        this.relationships = List.copyOf(relationships);
        List<Node> passed = new ArrayList<>(List.of(start));
        relationships.forEach(relationship -> passed.add(relationship.getOtherNode(passed.getLast())));
        this.nodes = List.copyOf(passed);
    }

    @Override
    public Node startNode() {
        return nodes.getFirst();
    }

    @Override
    public Node endNode() {
        return nodes.getLast();
    }

    @Override
    public @Nullable Relationship lastRelationship() {
        return relationships.isEmpty() ? null : relationships.getLast();
    }

    @Override
    public Iterable<Relationship> relationships() {
        return relationships;
    }

    @Override
    public Iterable<Relationship> reverseRelationships() {
        return relationships.reversed();
    }

    @Override
    public Iterable<Node> nodes() {
        return nodes;
    }

    @Override
    public Iterable<Node> reverseNodes() {
        return nodes.reversed();
    }

    @Override
    public int length() {
        return relationships.size();
    }

    @Override
    public Iterator<Entity> iterator() {
        List<Entity> entities = new ArrayList<>(List.of(startNode()));
        for (int i = 0; i < relationships.size(); i++) {
            entities.add(relationships.get(i));
            entities.add(nodes.get(i + 1));
        }
        return entities.iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Path path
                && startNode().equals(path.startNode())
                && relationships.equals(listed(path.relationships()));
    }

    @Override
    public int hashCode() {
        return 31 * startNode().hashCode() + relationships.hashCode();
    }

    @Override
    public String toString() {
        return startNode()
                + relationships.stream()
                        .map(relationship -> "--[%s]--".formatted(relationship))
                        .collect(Collectors.joining());
    }

    private static List<Relationship> listed(Iterable<Relationship> relationships) {
        List<Relationship> list = new ArrayList<>();
        relationships.forEach(list::add);
        return list;
    }
}
