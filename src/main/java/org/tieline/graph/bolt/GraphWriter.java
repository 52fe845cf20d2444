package org.tieline.graph.bolt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neo4j.driver.TransactionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.model.OrganizationKind;
import org.tieline.model.TieType;

/**
 * The statements of a load, in one transaction. Labels and types in them come from enums, all else is a parameter.
 *
 * <p>A step that was compared with the graph in the same moment replaces what is outdated, and fails where something is missing. A
 * careful one comes later, from a journal: somebody may have made or removed something since, so it replaces whatever has
 * its ids, and leaves out what has lost its ends.
 */
final class GraphWriter {
    private static final Logger LOG = LoggerFactory.getLogger(GraphWriter.class);

    private static final String IDS = "UNWIND $rows AS row WITH row.id AS id ";

    private final TransactionContext tx;
    private final boolean careful;

    GraphWriter(TransactionContext tx, boolean careful) {
        this.tx = tx;
        this.careful = careful;
    }

    /**
     * Does a step.
     *
     * @return the ids of what stays although it was to be removed, as something made by hand hangs on it
     * @throws IllegalArgumentException if a fact names what is not there, unless this is careful
     */
    List<String> apply(LoadStep step) {
        List<Map<String, Object>> rows = step.rows();
        switch (step.kind()) {
            case COUNTRIES ->
                write(
                        step,
                        "UNWIND $rows AS row MERGE (c:Country {code: row.id}) SET c = row.properties RETURN count(*) AS written");
            case SOURCES ->
                write(
                        step,
                        "UNWIND $rows AS row MERGE (s:Source {id: row.id}) SET s = row.properties RETURN count(*) AS written");
            case ORGANIZATIONS -> organizations(step);
            case SUCCESSORS -> write(step, """
                UNWIND $rows AS row
                MATCH (o:Organization {id: row.id})
                MATCH (heir:Organization {id: row.successor})
                CREATE (o)-[:SUCCEEDED_BY {fingerprint: o.fingerprint}]->(heir)
                RETURN count(*) AS written
                """);
            case OBSOLETE_TIES -> removeTies(rows, "WHERE t.fingerprint IS NOT NULL ");
            case TIES -> ties(step);
            case BANS -> bans(step);
            case REPLACEMENTS -> write(step, """
                UNWIND $rows AS row
                MATCH (b:Ban {id: row.id})
                CALL (b, row) {
                  UNWIND range(0, size(row.replaces) - 1) AS place
                  MATCH (former:Ban {id: row.replaces[place]})
                  CREATE (b)-[:REPLACES {fingerprint: b.fingerprint, place: place}]->(former)
                  RETURN count(*) AS replaced
                }
                WITH * WHERE replaced = size(row.replaces)
                RETURN count(*) AS written
                """);
            case OBSOLETE_MEMBERSHIPS -> removeMemberships(rows, "AND m.fingerprint IS NOT NULL ");
            case MEMBERSHIPS -> memberships(step);
            case OBSOLETE_IDENTIFIERS, IDENTIFIERS, UNUSED_IDENTIFIERS, OBSOLETE_SUBSCRIBERS, SUBSCRIBERS ->
                new DetailWriter(this).apply(step);
            case OBSOLETE_BANS -> {
                return remove("Ban", rows);
            }
            case OBSOLETE_SOURCES -> {
                return remove("Source", rows);
            }
            case OBSOLETE_ORGANIZATIONS -> {
                return remove("Organization", rows);
            }
            case OBSOLETE_COUNTRIES ->
                run(IDS + "MATCH (c:Country {code: id}) WHERE NOT EXISTS { (c)--() } DELETE c", rows);
        }
        return List.of();
    }

    /** Those of the rows of which there may be something in the graph. */
    List<Map<String, Object>> replacing(List<Map<String, Object>> rows) {
        return careful
                ? rows
                : rows.stream().filter(row -> row.containsKey("outdated")).toList();
    }

    /** Runs a statement over rows, if there are any. */
    void run(String statement, List<Map<String, Object>> rows) {
        if (!rows.isEmpty()) {
            tx.run(statement, Map.of("rows", rows)).consume();
        }
    }

    /** @param statement returns how many of the rows it wrote as {@code written} */
    void write(LoadStep step, String statement) {
        write(step.kind(), step.rows(), statement);
    }

    private void write(StepKind kind, List<Map<String, Object>> rows, String statement) {
        long written =
                tx.run(statement, Map.of("rows", rows)).single().get("written").asLong();
        if (written == rows.size()) {
            return;
        }
        long refused = rows.size() - written;
        if (!careful) {
            throw refused(refused, rows.size(), kind.phase());
        }
        LOG.warn(
                "{} of {} {} name what somebody removed while they were loaded; another load brings both back",
                refused,
                rows.size(),
                kind.phase());
    }

    static IllegalArgumentException refused(long refused, long all, String phase) {
        return new IllegalArgumentException(
                "%d of %d %s name an organization, a ban or a source that the data set does not have"
                        .formatted(refused, all, phase));
    }

    private void organizations(LoadStep step) {
        String allKinds = Stream.of(OrganizationKind.values())
                .map(OrganizationKind::label)
                .collect(Collectors.joining(":"));
        byValueOf("kind", step.rows())
                .forEach((kind, members) -> write(step.kind(), members, """
                UNWIND $rows AS row
                MERGE (o:Organization {id: row.id})
                SET o = row.properties
                REMOVE o:%s
                SET o:%s
                WITH o, row
                CALL (o) {
                  MATCH (o)-[former:BASED_IN]->() WHERE former.fingerprint IS NOT NULL
                  DELETE former
                }
                CALL (o) {
                  MATCH (o)-[former:SUCCEEDED_BY]->() WHERE former.fingerprint IS NOT NULL
                  DELETE former
                }
                CALL (o, row) {
                  MATCH (c:Country {code: row.country})
                  CREATE (o)-[:BASED_IN {fingerprint: o.fingerprint}]->(c)
                }
                RETURN count(*) AS written
                """.formatted(allKinds, kind)));
    }

    /** The type or the ends may have changed: a tie is written anew. */
    private void ties(LoadStep step) {
        removeTies(replacing(step.rows()), "");
        byValueOf("type", step.rows()).forEach((type, members) -> write(step.kind(), members, """
                UNWIND $rows AS row
                MATCH (a:Organization {id: row.from})
                MATCH (b:Organization {id: row.to})
                CREATE (a)-[t:%s]->(b)
                SET t = row.properties
                RETURN count(*) AS written
                """.formatted(type)));
    }

    private void removeTies(List<Map<String, Object>> rows, String which) {
        List<Map<String, Object>> ids = ids(rows);
        for (TieType type : TieType.values()) {
            run(IDS + "MATCH ()-[t:%s {id: id}]->() %sDELETE t".formatted(type.text(), which), ids);
        }
    }

    /** Without what a statement that needs the ids alone would only carry to the database. */
    static List<Map<String, Object>> ids(List<Map<String, Object>> rows) {
        return rows.stream()
                .map(row -> Map.of("id", Objects.requireNonNull(row.get("id"))))
                .toList();
    }

    private void bans(LoadStep step) {
        write(step, """
                UNWIND $rows AS row
                MATCH (g:Organization {id: row.government})
                MATCH (c:Country {code: row.country})
                MERGE (b:Ban {id: row.id})
                SET b = row.properties
                WITH b, g, c, row
                CALL (b) {
                  MATCH (b)-[former]-()
                  WHERE former.fingerprint IS NOT NULL AND (type(former) <> 'REPLACES' OR startNode(former) = b)
                  DELETE former
                }
                CREATE (g)-[:IMPOSES {fingerprint: b.fingerprint}]->(b)
                CREATE (b)-[:APPLIES_IN {fingerprint: b.fingerprint}]->(c)
                WITH b, row
                CALL (b, row) {
                  UNWIND range(0, size(row.targets) - 1) AS place
                  MATCH (o:Organization {id: row.targets[place]})
                  CREATE (b)-[:TARGETS {fingerprint: b.fingerprint, place: place}]->(o)
                  RETURN count(*) AS targets
                }
                CALL (b, row) {
                  UNWIND range(0, size(row.sources) - 1) AS place
                  MATCH (s:Source {id: row.sources[place]})
                  CREATE (b)-[:CITES {fingerprint: b.fingerprint, place: place}]->(s)
                  RETURN count(*) AS cited
                }
                WITH * WHERE targets = size(row.targets) AND cited = size(row.sources)
                RETURN count(*) AS written
                """);
    }

    private void memberships(LoadStep step) {
        removeMemberships(replacing(step.rows()), "");
        write(step, """
                UNWIND $rows AS row
                MATCH (country:Country {code: row.country})
                MATCH (bloc:Country {code: row.bloc})
                CREATE (country)-[m:BELONGS_TO]->(bloc)
                SET m = row.properties
                RETURN count(*) AS written
                """);
    }

    private void removeMemberships(List<Map<String, Object>> rows, String which) {
        run(IDS + """
                WITH split(id, ' ') AS key
                MATCH (:Country {code: key[1]})-[m:BELONGS_TO]->(:Country {code: key[0]})
                WHERE toStringOrNull(m.since) = key[2]
                """ + which + "DELETE m", ids(rows));
    }

    /** Removes nodes, except those on which something made by hand hangs; returns the ids of the latter. */
    private List<String> remove(String label, List<Map<String, Object>> rows) {
        Map<String, Object> parameters = Map.of("rows", rows);
        String match = IDS + "MATCH (n:%s {id: id}) ".formatted(label);
        String byHand = "EXISTS { (n)-[r]-() WHERE r.fingerprint IS NULL } ";
        List<String> kept = tx.run(match + "WHERE " + byHand + "RETURN n.id AS id ORDER BY id", parameters)
                .list(row -> row.get("id").asString());
        tx.run(match + "WHERE n.fingerprint IS NOT NULL AND NOT " + byHand + "DETACH DELETE n", parameters)
                .consume();
        return kept;
    }

    private static Map<Object, List<Map<String, Object>>> byValueOf(String name, List<Map<String, Object>> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> Objects.requireNonNull(row.get(name)), LinkedHashMap::new, Collectors.toList()));
    }
}
