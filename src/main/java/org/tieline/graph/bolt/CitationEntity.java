package org.tieline.graph.bolt;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.ogm.annotation.EndNode;
import org.neo4j.ogm.annotation.GeneratedValue;
import org.neo4j.ogm.annotation.Id;
import org.neo4j.ogm.annotation.RelationshipEntity;
import org.neo4j.ogm.annotation.StartNode;
import org.neo4j.ogm.annotation.typeconversion.Convert;

/** A source that a ban cites. */
@RelationshipEntity(type = "CITES")
final class CitationEntity implements Placed {
    @Id
    @GeneratedValue
    private Long ogmRelationship;

    @StartNode
    private BanEntity ogmBan;

    @EndNode
    private SourceEntity ogmEnd;

    @Convert(AllPropertiesConverter.class)
    private Map<String, Object> properties = Map.of();

    @Override
    public @Nullable String id() {
        return ogmEnd == null ? null : ogmEnd.id();
    }

    @Override
    public long place() {
        return Placed.placeIn(properties);
    }
}
