package org.tieline.graph.bolt;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.tieline.model.Source;

/** Looks sources up. */
public final class Sources {
    private final Neo4j neo4j;

    public Sources(Neo4j neo4j) {
        this.neo4j = neo4j;
    }

    /**
     * Those of the sources that exist, sorted by id.
     *
     * @param ids at most {@link RecordPage#LONGEST}
     */
    public List<Source> find(Collection<String> ids) {
        RecordPage.requireBounds(Math.max(1, ids.size()), 0);
        return EntityQueries.facts(
                neo4j,
                SourceEntity.class,
                "MATCH (n:Source) WHERE n.id IN $ids RETURN n ORDER BY n.id",
                Map.of("ids", List.copyOf(ids)),
                SourceEntity::toFact);
    }
}
