package org.tieline.graph.bolt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tieline.model.Ban;
import org.tieline.model.BanNature;

/** Looks bans up. */
public final class Bans {
    private static final String WITH_ALL_IT_IS_JOINED_TO =
            "n, [(n)-[r:APPLIES_IN|TARGETS|CITES]->(o) | [r, o]], [(n)<-[i:IMPOSES]-(g) | [i, g]]";

    private final Neo4j neo4j;

    public Bans(Neo4j neo4j) {
        this.neo4j = neo4j;
    }

    /**
     * Which bans; null stands for any.
     *
     * @param government id of the government that imposes it
     * @param country code of the country in which it applies
     * @param target id of an organization that it targets
     */
    public record Filter(String government, String country, String target, BanNature nature) {
        /** Every ban. */
        public static final Filter ANY = new Filter(null, null, null, null);
    }

    /** The ban with an id; empty if there is none or it is badly made. */
    public Optional<Ban> find(String id) {
        return EntityQueries.facts(
                        neo4j,
                        BanEntity.class,
                        "MATCH (n:Ban {id: $id}) RETURN " + WITH_ALL_IT_IS_JOINED_TO,
                        Map.of("id", id),
                        BanEntity::toFact)
                .stream()
                .findFirst();
    }

    /** All bans, sorted by id; the first {@link RecordPage#LONGEST} if there are more. */
    public List<Ban> all() {
        return page(Filter.ANY, RecordPage.LONGEST, 0).results();
    }

    /**
     * A page of bans, sorted by id.
     *
     * @param limit 1 to {@link RecordPage#LONGEST}
     * @param offset how many to skip
     */
    public RecordPage<Ban> page(Filter filter, int limit, int offset) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("government", filter.government());
        parameters.put("country", filter.country());
        parameters.put("target", filter.target());
        parameters.put(
                "nature", filter.nature() == null ? null : filter.nature().text());
        return EntityQueries.page(
                neo4j, BanEntity.class, """
                MATCH (n:Ban)
                WHERE ($government IS NULL OR EXISTS { (n)<-[:IMPOSES]-(:Organization {id: $government}) })
                  AND ($country IS NULL OR EXISTS { (n)-[:APPLIES_IN]->(:Country {code: $country}) })
                  AND ($target IS NULL OR EXISTS { (n)-[:TARGETS]->(:Organization {id: $target}) })
                  AND ($nature IS NULL OR n.nature = $nature)
                """, WITH_ALL_IT_IS_JOINED_TO, parameters, limit, offset, BanEntity::toFact);
    }
}
