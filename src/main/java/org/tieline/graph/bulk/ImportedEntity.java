package org.tieline.graph.bulk;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.neo4j.batchimport.api.input.Group;
import org.neo4j.batchimport.api.input.InputEntityVisitor;

/** A node or a relationship as Neo4j's importer takes it. */
sealed interface ImportedEntity {

    void visit(InputEntityVisitor visitor) throws IOException;

    /**
     * A node.
     *
     * @param group those among which its id is the only one
     */
    record OfNode(Group group, String id, List<String> labels, Map<String, Object> properties)
            implements ImportedEntity {
        @Override
        public void visit(InputEntityVisitor visitor) throws IOException {
            visitor.id(id, group);
            visitor.labels(labels.toArray(String[]::new));
            visitProperties(properties, visitor);
            visitor.endOfEntity();
        }
    }

    /** A relationship. */
    record OfRelationship(
            String type, Group fromGroup, String from, Group toGroup, String to, Map<String, Object> properties)
            implements ImportedEntity {
        @Override
        public void visit(InputEntityVisitor visitor) throws IOException {
            visitor.startId(from, fromGroup);
            visitor.endId(to, toGroup);
            visitor.type(type);
            visitProperties(properties, visitor);
            visitor.endOfEntity();
        }
    }

    private static void visitProperties(Map<String, Object> properties, InputEntityVisitor visitor) {
        properties.forEach((name, value) -> {
            if (value instanceof List<?> texts) {
                visitor.property(name, texts.toArray(String[]::new), false);
            } else if (value != null) {
                visitor.property(name, value, false);
            }
        });
    }
}
