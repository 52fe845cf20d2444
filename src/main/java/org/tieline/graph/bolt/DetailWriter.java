package org.tieline.graph.bolt;

import java.util.Map;
import org.tieline.graph.FactRows;
import org.tieline.model.Identifier;
import org.tieline.model.SubscriberCount;

/** The statements of one load for what organizations have in nodes beside their own: identifiers and counts of subscribers. */
final class DetailWriter {
    /** The key of an identifier that is there, as {@link Identifier#key()} has it; null if it has none. */
    private static final String IDENTIFIER_KEY = """
            toStringOrNull(o.id) + ' ' + toStringOrNull(n.scheme) + ' ' + toStringOrNull(n.value) + ' '
              + CASE WHEN r.since IS NULL THEN '' ELSE toStringOrNull(r.since) END""";

    /** The key of a count that is there, as {@link SubscriberCount#key()} has it; null if it has none. */
    private static final String COUNT_KEY = "toStringOrNull(o.id) + ' ' + toStringOrNull(n.on)";

    private final Batches batches;

    DetailWriter(Batches batches) {
        this.batches = batches;
    }

    /** By {@link Identifier#key()}. */
    Map<String, Long> identifiers() {
        return batches.fingerprints("""
                MATCH (o:Organization)-[r:IDENTIFIED_BY]->(n:Identifier)
                RETURN %s AS id, r.fingerprint AS fingerprint, true AS complete
                """.formatted(IDENTIFIER_KEY));
    }

    /** By {@link SubscriberCount#key()}. One whose relationship was made by hand belongs to whoever made that. */
    Map<String, Long> subscribers() {
        return batches.fingerprints("""
                MATCH (o:Organization)-[r:HAS_SUBSCRIBERS]->(n:Count)
                RETURN %s AS id, r.fingerprint AS fingerprint, n.fingerprint = r.fingerprint AS complete
                """.formatted(COUNT_KEY));
    }

    /** Removes obsolete identifiers, and outdated ones, which are written anew. Their nodes stay for the moment. */
    void removeIdentifiers(Difference<Identifier> identifiers) {
        String match = """
                UNWIND $rows AS id
                WITH id, split(id, ' ') AS key
                MATCH (o:Organization {id: key[0]})-[r:IDENTIFIED_BY]->(n:Identifier {scheme: key[1]})
                WHERE %s = id
                """.formatted(IDENTIFIER_KEY);
        batches.write(null, identifiers.obsolete(), id -> id, match + "AND r.fingerprint IS NOT NULL DELETE r");
        batches.write(null, identifiers.outdated(), id -> id, match + "DELETE r");
    }

    /** One node for each scheme and value, whoever has it. */
    void writeIdentifiers(Difference<Identifier> identifiers) {
        batches.write("identifiers", identifiers.wanted(), FactRows::of, """
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
    void removeUnusedIdentifiers(Difference<Identifier> identifiers) {
        if (!identifiers.obsolete().isEmpty()) {
            batches.run("MATCH (n:Identifier) WHERE n.fingerprint IS NOT NULL AND NOT EXISTS { (n)--() } DELETE n");
        }
    }

    /** Removes obsolete counts, and outdated ones, which are written anew, with their nodes unless something hangs on these. */
    void removeSubscribers(Difference<SubscriberCount> counts) {
        String match = """
                UNWIND $rows AS id
                WITH id, split(id, ' ') AS key
                MATCH (o:Organization {id: key[0]})-[r:HAS_SUBSCRIBERS]->(n:Count)
                WHERE %s = id
                """.formatted(COUNT_KEY);
        String delete = "DELETE r WITH DISTINCT n WHERE NOT EXISTS { (n)--() } DELETE n";
        batches.write(null, counts.obsolete(), id -> id, match + "AND r.fingerprint IS NOT NULL " + delete);
        batches.write(null, counts.outdated(), id -> id, match + delete);
    }

    void writeSubscribers(Difference<SubscriberCount> counts) {
        batches.write("subscribers", counts.wanted(), FactRows::of, """
                UNWIND $rows AS row
                MATCH (o:Organization {id: row.organization})
                CREATE (o)-[:HAS_SUBSCRIBERS {sources: row.sources, fingerprint: row.properties.fingerprint}]->(n:Count)
                SET n = row.properties
                RETURN count(*) AS written
                """);
    }
}
