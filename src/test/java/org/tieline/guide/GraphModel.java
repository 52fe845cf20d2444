package org.tieline.guide;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/**
 * Which labels, relationships and properties a graph has.
 *
 * @param nodes properties by label; of organizations, whatever their kind, under {@code Organization}
 * @param kinds the second labels of organizations
 * @param relationships properties by {@code FROM TYPE TO}
 */
record GraphModel(Map<String, List<String>> nodes, List<String> kinds, Map<String, List<String>> relationships) {
    private static final String ORGANIZATION = "Organization";

    /** Of the loader's own bookkeeping. */
    private static final String FINGERPRINT = "fingerprint";

    /** What the program keeps for releases, events and subscriptions; it holds nothing for people. */
    private static final Set<String> BOOKS = Set.of(
            "Release",
            "ReleasePart",
            "Movement",
            "RecordedState",
            "Subscription",
            "Delivery",
            "Lease",
            "Load",
            "LoadStep");

    static GraphModel of(GraphDatabaseService database) {
        Map<String, TreeSet<String>> nodes = new TreeMap<>();
        Map<String, TreeSet<String>> relationships = new TreeMap<>();
        TreeSet<String> kinds = new TreeSet<>();
        try (Transaction tx = database.beginTx()) {
            for (Node node : tx.getAllNodes()) {
                if (!BOOKS.contains(label(node))) {
                    add(nodes, label(node), node.getPropertyKeys());
                    node.getLabels().forEach(label -> kinds.add(label.name()));
                }
            }
            for (Relationship tie : tx.getAllRelationships()) {
                String from = label(tie.getStartNode());
                if (!BOOKS.contains(from)) {
                    add(
                            relationships,
                            "%s %s %s".formatted(from, tie.getType().name(), label(tie.getEndNode())),
                            tie.getPropertyKeys());
                }
            }
        }
        kinds.removeAll(nodes.keySet());
        return new GraphModel(listed(nodes), List.copyOf(kinds), listed(relationships));
    }

    private static String label(Node node) {
        return node.hasLabel(() -> ORGANIZATION)
                ? ORGANIZATION
                : node.getLabels().iterator().next().name();
    }

    private static void add(Map<String, TreeSet<String>> all, String key, Iterable<String> properties) {
        TreeSet<String> known = all.computeIfAbsent(key, each -> new TreeSet<>());
        properties.forEach(known::add);
        known.remove(FINGERPRINT);
    }

    private static Map<String, List<String>> listed(Map<String, TreeSet<String>> sets) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        sets.forEach((key, set) -> lists.put(key, List.copyOf(set)));
        return lists;
    }
}
