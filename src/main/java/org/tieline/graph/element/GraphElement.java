package org.tieline.graph.element;

import java.util.List;
import java.util.Map;

/** A node or a relationship. A property that is null is absent; the others are as those of {@link org.tieline.graph.FactRows}. */
public sealed interface GraphElement {

    Map<String, Object> properties();

    /**
     * A node.
     *
     * @param labels that of its group first
     */
    record OfNode(NodeGroup group, String id, List<String> labels, Map<String, Object> properties)
            implements GraphElement {}

    /**
     * A relationship.
     *
     * @param from the id of its first node, in {@code fromGroup}
     * @param to the id of its second node, in {@code toGroup}
     */
    record OfRelationship(
            String type, NodeGroup fromGroup, String from, NodeGroup toGroup, String to, Map<String, Object> properties)
            implements GraphElement {}
}
