package org.tieline.graph.bolt;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.tieline.graph.OrganizationReader;
import org.tieline.graph.TieReader;
import org.tieline.model.InvalidValue;
import org.tieline.model.Organization;
import org.tieline.model.Term;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/** Looks ties up. They are relationships of five types, each with its own index of ids. */
public final class Ties {
    private static final int MOST_NEIGHBOURS = 200;

    private static final String RETURN = """

            RETURN type(t) AS type, properties(t) AS tie,
                   labels(a) AS fromLabels, properties(a) AS from, labels(b) AS toLabels, properties(b) AS to
            """;

    static final String FIND = everyType("MATCH (a)-[t:%s {id: $id}]->(b)" + RETURN);
    static final String NEAR =
            everyType("MATCH ()-[t:%s]->() WHERE t.id STARTS WITH $beginning RETURN t.id AS id LIMIT $limit");

    private final Neo4j neo4j;

    public Ties(Neo4j neo4j) {
        this.neo4j = neo4j;
    }

    /** A tie with its two ends. */
    public record Between(Tie tie, Organization from, Organization to) {}

    /** Which ties of an organization. */
    public enum Side {
        /** All, whichever end it is. */
        ANY("(o)-[t:%s]-()".formatted(DriverGraphReader.tieTypes())),

        /** Those by which others own it. */
        OWNERS("(o)<-[t:OWNS]-()"),

        /** Those by which it owns others. */
        OWNED("(o)-[t:OWNS]->()");

        private final String pattern;

        Side(String pattern) {
            this.pattern = pattern;
        }
    }

    /** The tie with an id; empty if there is none or it is badly made. */
    public Optional<Between> find(String id) {
        return neo4j.read(tx -> tx.run(FIND, Map.of("id", id)).list()).stream()
                .flatMap(Ties::wellMade)
                .findFirst();
    }

    /**
     * The ties of an organization, sorted by id.
     *
     * @param limit 1 to {@link RecordPage#LONGEST}
     */
    public RecordPage<Between> of(String organization, Side side, int limit) {
        RecordPage.requireBounds(limit, 0);
        String match = "MATCH (o:Organization {id: $id}) MATCH " + side.pattern;
        Map<String, Object> parameters = Map.of("id", organization, "limit", limit);
        return neo4j.read(tx -> {
            long total = tx.run(match + " RETURN count(t) AS total", parameters)
                    .single()
                    .get("total")
                    .asLong();
            List<Between> ties = tx
                    .run(
                            match + " WITH t ORDER BY t.id LIMIT $limit WITH t, startNode(t) AS a, endNode(t) AS b"
                                    + RETURN,
                            parameters)
                    .list()
                    .stream()
                    .flatMap(Ties::wellMade)
                    .toList();
            return new RecordPage<>(ties, total);
        });
    }

    /** Ids that begin like this one, some hundreds at most, for somebody who looks for one that is near. */
    public List<String> near(String id) {
        Map<String, Object> parameters =
                Map.of("beginning", id.substring(0, (id.length() + 1) / 2), "limit", MOST_NEIGHBOURS);
        return neo4j.read(
                tx -> tx.run(NEAR, parameters).list(row -> row.get("id").asString()));
    }

    private static String everyType(String query) {
        return Arrays.stream(TieType.values())
                .map(type -> query.formatted(type.text()))
                .collect(Collectors.joining("\nUNION ALL\n"));
    }

    private static Stream<Between> wellMade(Record row) {
        try {
            Organization from = organization(row.get("fromLabels"), row.get("from"));
            Organization to = organization(row.get("toLabels"), row.get("to"));
            TieType type = Term.parse(TieType.class, row.get("type").asString());
            Tie tie = new TieReader()
                    .read(type, from.id(), to.id(), row.get("tie").asMap());
            return Stream.of(new Between(tie, from, to));
        } catch (InvalidValue e) {
            return Stream.empty();
        }
    }

    private static Organization organization(Value labels, Value properties) {
        return new OrganizationReader().read(labels.asList(Value::asString), properties.asMap());
    }
}
