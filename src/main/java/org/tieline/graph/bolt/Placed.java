package org.tieline.graph.bolt;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.ogm.annotation.GeneratedValue;
import org.neo4j.ogm.annotation.Id;
import org.neo4j.ogm.annotation.StartNode;
import org.neo4j.ogm.annotation.typeconversion.Convert;

/** What a ban is joined to, at a place of a list in the data set. */
abstract class Placed {
    @Id
    @GeneratedValue
    private Long ogmRelationship;

    @StartNode
    private BanEntity ogmBan;

    @Convert(AllPropertiesConverter.class)
    private Map<String, Object> properties = Map.of();

    /** That of the other end; null if it has none that can be read. */
    @Nullable
    abstract String id();

    /** From 0; behind all others if it cannot be read. */
    final long place() {
        return properties.get("place") instanceof Number place ? place.longValue() : Long.MAX_VALUE;
    }
}
