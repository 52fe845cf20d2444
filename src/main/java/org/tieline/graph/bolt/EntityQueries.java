package org.tieline.graph.bolt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tieline.model.InvalidValue;

/** What the repositories share: queries that return entities, and facts made of them. */
final class EntityQueries {
    private EntityQueries() {}

    /**
     * The facts among the entities of a query, in its order; badly made ones are left out, as they are everywhere.
     *
     * @param query names the entity {@code n}, once
     */
    static <E, F> List<F> facts(
            Neo4j neo4j, Class<E> type, String query, Map<String, ?> parameters, Function<E, F> toFact) {
        return neo4j.withEntities(session -> {
            List<F> facts = new ArrayList<>();
            for (E entity : session.query(type, query, parameters)) {
                try {
                    facts.add(toFact.apply(entity));
                } catch (InvalidValue e) {
                    // Listed as a problem by whoever reads the whole graph.
                }
            }
            return facts;
        });
    }

    /**
     * One page of the facts that match.
     *
     * @param match a MATCH with its WHERE that names the entity {@code n}
     * @param returned what to return of it
     */
    static <E, F> RecordPage<F> page(
            Neo4j neo4j,
            Class<E> type,
            String match,
            String returned,
            Map<String, ?> parameters,
            int limit,
            int offset,
            Function<E, F> toFact) {
        RecordPage.requireBounds(limit, offset);
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("limit", limit);
        all.put("offset", offset);
        long total = neo4j.read(tx -> tx.run(match + " RETURN count(n) AS total", all)
                .single()
                .get("total")
                .asLong());
        String query = match + " WITH n ORDER BY n.id SKIP $offset LIMIT $limit RETURN " + returned + " ORDER BY n.id";
        return new RecordPage<>(facts(neo4j, type, query, all, toFact), total);
    }
}
