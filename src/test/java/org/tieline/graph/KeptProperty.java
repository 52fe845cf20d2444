package org.tieline.graph;

import java.util.HashMap;
import java.util.Map;
import org.neo4j.graphdb.GraphDatabaseService;

/** A property of all elements that a pattern finds, as it was before somebody wrote it badly. */
final class KeptProperty {
    private final GraphDatabaseService database;
    private final String giveBack;

    /** By the id of the element; null where it had none. */
    private final Map<String, Object> values = new HashMap<>();

    /** @param pattern of Cypher, which does not ask for the property and calls the elements {@code x} */
    KeptProperty(GraphDatabaseService database, String pattern, String property) {
        this.database = database;
        this.giveBack = "MATCH %s SET x.%s = $values[elementId(x)]".formatted(pattern, property);
        database.executeTransactionally(
                "MATCH %s RETURN elementId(x) AS id, x.%s AS value".formatted(pattern, property), Map.of(), rows -> {
                    rows.forEachRemaining(row -> values.put((String) row.get("id"), row.get("value")));
                    return values;
                });
    }

    /** Makes it again what it was. */
    void giveBack() {
        database.executeTransactionally(giveBack, Map.of("values", values));
    }
}
