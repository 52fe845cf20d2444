package org.tieline.graph.bolt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Values;
import org.neo4j.driver.exceptions.ClientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.graph.CypherFiles;
import org.tieline.graph.SchemaElement;
import org.tieline.graph.SchemaElement.Kind;

/**
 * Constraints and indexes: makes those of the file {@code schema} whole, whatever an earlier start left of them.
 *
 * <p>A database makes the index of a constraint first, in a transaction of its own. One that is killed then has the index
 * without the constraint, and refuses to create the constraint for ever after. What stands in the way under a name of the
 * schema, or as an index that the constraint brings along anyway, is dropped first.
 */
public final class Schema {
    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);
    private static final int INDEX_TIMEOUT_SECONDS = 300;

    private Schema() {}

    /**
     * What a database has.
     *
     * @param whole what can be used, or soon can
     * @param failed what never will
     */
    private record Found(List<SchemaElement> whole, List<SchemaElement> failed) {
        boolean serves(SchemaElement wanted) {
            return whole.stream().anyMatch(wanted::isServedBy);
        }

        List<SchemaElement> blocking(SchemaElement wanted) {
            List<SchemaElement> all = new ArrayList<>(failed);
            all.addAll(whole);
            return all.stream().filter(wanted::isBlockedBy).toList();
        }
    }

    /**
     * Creates what is missing and waits, at most five minutes for each, until the indexes can be used. May be run again.
     *
     * @throws org.tieline.model.TielineException.DatabaseUnavailable if the database cannot be reached
     */
    public static void apply(Neo4j neo4j) {
        // What another program is making at this moment is not left over.
        neo4j.withSession(AccessMode.WRITE, Schema::awaitIndexes);
        Found found = neo4j.withSession(AccessMode.WRITE, Schema::find);
        for (String statement : CypherFiles.statements("schema")) {
            SchemaElement wanted = SchemaElement.of(statement);
            if (!found.serves(wanted)) {
                found.blocking(wanted).forEach(left -> drop(neo4j, left));
                run(neo4j, statement, Map.of());
            }
        }
        neo4j.withSession(AccessMode.WRITE, Schema::awaitIndexes);
    }

    private static void drop(Neo4j neo4j, SchemaElement left) {
        LOG.warn("{} is not as it should be, and is made anew", left.name());
        String what = left.kind().isConstraint() ? "CONSTRAINT" : "INDEX";
        run(neo4j, "DROP %s $name IF EXISTS".formatted(what), Map.of("name", left.name()));
    }

    private static void run(Neo4j neo4j, String statement, Map<String, Object> parameters) {
        neo4j.withSession(
                AccessMode.WRITE,
                session ->
                        session.executeWrite(tx -> tx.run(statement, parameters).consume()));
    }

    /**
     * An index that waits for its constraint counts as unfinished too, for ever if that never comes; it holds all values. A
     * full-text index waits for none, and may hold all before it can be used.
     */
    private static List<String> awaitIndexes(Session session) {
        List<String> names = session.executeRead(
                tx -> tx.run("""
                        SHOW INDEXES YIELD name, type, state, populationPercent
                        WHERE state = 'POPULATING' AND (populationPercent < 100 OR type = 'FULLTEXT')
                        RETURN name
                        """).list(row -> row.get("name").asString()));
        for (String name : names) {
            Map<String, Object> which = Map.of("name", name, "seconds", INDEX_TIMEOUT_SECONDS);
            try {
                session.executeRead(tx ->
                        tx.run("CALL db.awaitIndex($name, $seconds)", which).consume());
            } catch (ClientException e) {
                LOG.warn("the index {} cannot be used: {}", name, e.getMessage());
            }
        }
        return names;
    }

    private static Found find(Session session) {
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        List<String> failedConstraints = new ArrayList<>();
        session.executeRead(tx -> tx.run("""
                        SHOW INDEXES YIELD name, type, state, labelsOrTypes, properties, owningConstraint, options
                        RETURN name, type, state, labelsOrTypes, properties, owningConstraint,
                               options.indexConfig['fulltext.analyzer'] AS analyzer
                        """).list()).forEach(row -> {
            boolean failed = row.get("state").asString().equals("FAILED");
            if (row.get("owningConstraint").isNull()) {
                (failed ? found.failed : found.whole).add(element(indexKind(row), row));
            } else if (failed) {
                failedConstraints.add(row.get("owningConstraint").asString());
            }
        });
        session.executeRead(tx -> tx.run("""
                        SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties
                        RETURN name, type, labelsOrTypes, properties, null AS analyzer
                        """).list()).forEach(row -> {
            SchemaElement constraint = element(constraintKind(row), row);
            (failedConstraints.contains(constraint.name()) ? found.failed : found.whole).add(constraint);
        });
        return found;
    }

    private static Kind indexKind(Record row) {
        return switch (row.get("type").asString()) {
            case "FULLTEXT" -> Kind.FULLTEXT;
            case "RANGE" -> Kind.RANGE;
            default -> Kind.OTHER_INDEX;
        };
    }

    /** Its name has changed with the versions of Cypher; a key is unique as well. */
    private static Kind constraintKind(Record row) {
        String type = row.get("type").asString();
        return type.endsWith("UNIQUENESS") || type.endsWith("KEY") ? Kind.UNIQUENESS : Kind.OTHER_CONSTRAINT;
    }

    private static SchemaElement element(Kind kind, Record row) {
        return new SchemaElement(
                kind,
                row.get("name").asString(),
                String.join("|", row.get("labelsOrTypes").asList(Values.ofString(), List.of())),
                row.get("properties").asList(Values.ofString(), List.of()),
                row.get("analyzer").asString(null));
    }
}
