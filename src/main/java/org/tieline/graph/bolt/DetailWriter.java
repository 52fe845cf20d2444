package org.tieline.graph.bolt;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tieline.model.Identifier;
import org.tieline.model.SubscriberCount;

/** The statements of a load for what organizations have in nodes beside their own: identifiers and counts of subscribers. */
final class DetailWriter {
    /** The key of an identifier that is there, as {@link Identifier#key()} has it; null if it has none. */
    static final String IDENTIFIER_KEY = """
            toStringOrNull(o.id) + ' ' + toStringOrNull(n.scheme) + ' ' + toStringOrNull(n.value) + ' '
              + CASE WHEN r.since IS NULL THEN '' ELSE toStringOrNull(r.since) END""";

    /** The key of a count that is there, as {@link SubscriberCount#key()} has it; null if it has none. */
    static final String COUNT_KEY = "toStringOrNull(o.id) + ' ' + toStringOrNull(n.on)";

    private final GraphWriter writer;

    DetailWriter(GraphWriter writer) {
        this.writer = writer;
    }

    void apply(LoadStep step) {
        List<Map<String, Object>> rows = step.rows();
        switch (step.kind()) {
            case OBSOLETE_IDENTIFIERS -> removeIdentifiers(rows, "AND r.fingerprint IS NOT NULL ");
            case IDENTIFIERS -> identifiers(step);
            case UNUSED_IDENTIFIERS -> removeUnusedIdentifiers(rows);
            case OBSOLETE_SUBSCRIBERS -> removeSubscribers(rows, "AND r.fingerprint IS NOT NULL ");
            case SUBSCRIBERS -> subscribers(step);
            default -> throw new IllegalArgumentException("no step for details: " + step.kind());
        }
    }

    /** Their nodes stay for the moment. */
    private void removeIdentifiers(List<Map<String, Object>> rows, String which) {
        writer.run("""
                UNWIND $rows AS row
                WITH row.id AS id, split(row.id, ' ') AS key
                MATCH (o:Organization {id: key[0]})-[r:IDENTIFIED_BY]->(n:Identifier {scheme: key[1]})
                WHERE %s = id %sDELETE r
                """.formatted(IDENTIFIER_KEY, which), GraphWriter.ids(rows));
    }

    /** One node for each scheme and value, whoever has it. */
    private void identifiers(LoadStep step) {
        removeIdentifiers(writer.replacing(step.rows()), "");
        writer.write(step, """
                UNWIND $rows AS row
                MATCH (o:Organization {id: row.organization})
                MERGE (n:Identifier {scheme: row.scheme, value: row.value})
                ON CREATE SET n.fingerprint = row.properties.fingerprint
                CREATE (o)-[r:IDENTIFIED_BY]->(n)
                SET r = row.properties
                RETURN count(*) AS written
                """);
    }

    /** Removes what loads made for identifiers that no organization has any more. */
    private void removeUnusedIdentifiers(List<Map<String, Object>> rows) {
        List<Map<String, Object>> nodes = rows.stream()
                .map(row -> String.valueOf(row.get("id")).split(" ", -1))
                .map(key -> Map.<String, Object>of(
                        "scheme",
                        key[1],
                        "value",
                        String.join(" ", Arrays.asList(key).subList(2, key.length - 1))))
                .toList();
        writer.run("""
                UNWIND $rows AS row
                MATCH (n:Identifier {scheme: row.scheme, value: row.value})
                WHERE n.fingerprint IS NOT NULL AND NOT EXISTS { (n)--() }
                DELETE n
                """, nodes);
    }

    /** With their nodes, unless something hangs on these. */
    private void removeSubscribers(List<Map<String, Object>> rows, String which) {
        writer.run("""
                UNWIND $rows AS row
                WITH row.id AS id, split(row.id, ' ') AS key
                MATCH (o:Organization {id: key[0]})-[r:HAS_SUBSCRIBERS]->(n:Count)
                WHERE %s = id %sDELETE r WITH DISTINCT n WHERE NOT EXISTS { (n)--() } DELETE n
                """.formatted(COUNT_KEY, which), GraphWriter.ids(rows));
    }

    private void subscribers(LoadStep step) {
        removeSubscribers(writer.replacing(step.rows()), "");
        writer.write(step, """
                UNWIND $rows AS row
                MATCH (o:Organization {id: row.organization})
                CREATE (o)-[:HAS_SUBSCRIBERS {sources: row.sources, fingerprint: row.properties.fingerprint}]->(n:Count)
                SET n = row.properties
                RETURN count(*) AS written
                """);
    }
}
