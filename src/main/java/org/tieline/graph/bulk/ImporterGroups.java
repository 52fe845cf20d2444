package org.tieline.graph.bulk;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.neo4j.batchimport.api.input.Group;
import org.neo4j.batchimport.api.input.InputEntityVisitor;
import org.neo4j.batchimport.api.input.ReadableGroups;
import org.neo4j.internal.batchimport.input.Groups;
import org.tieline.graph.element.GraphElement;
import org.tieline.graph.element.GraphElement.OfNode;
import org.tieline.graph.element.GraphElement.OfRelationship;
import org.tieline.graph.element.NodeGroup;

/** Groups of nodes as Neo4j's importer knows them, and how it takes elements that speak of them. For many threads. */
final class ImporterGroups {
    private final Groups groups = new Groups();
    private final Map<NodeGroup, Group> byName = new EnumMap<>(NodeGroup.class);

    ImporterGroups() {
        for (NodeGroup group : NodeGroup.values()) {
            byName.put(group, groups.getOrCreate(group.label()));
        }
    }

    ReadableGroups all() {
        return groups;
    }

    void visit(GraphElement element, InputEntityVisitor visitor) throws IOException {
        switch (element) {
            case OfNode node -> {
                visitor.id(node.id(), of(node.group()));
                visitor.labels(node.labels().toArray(String[]::new));
            }
            case OfRelationship relationship -> {
                visitor.startId(relationship.from(), of(relationship.fromGroup()));
                visitor.endId(relationship.to(), of(relationship.toGroup()));
                visitor.type(relationship.type());
            }
        }
        element.properties().forEach((name, value) -> {
            if (value instanceof List<?> texts) {
                visitor.property(name, texts.toArray(String[]::new), false);
            } else if (value != null) {
                visitor.property(name, value, false);
            }
        });
        visitor.endOfEntity();
    }

    private Group of(NodeGroup group) {
        return Objects.requireNonNull(byName.get(group));
    }
}
