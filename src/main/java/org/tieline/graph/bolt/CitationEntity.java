package org.tieline.graph.bolt;

import org.jspecify.annotations.Nullable;
import org.neo4j.ogm.annotation.EndNode;
import org.neo4j.ogm.annotation.RelationshipEntity;

/** A source that a ban cites. */
@RelationshipEntity(type = "CITES")
final class CitationEntity extends Placed {
    @EndNode
    private SourceEntity ogmEnd;

    @Override
    @Nullable
    String id() {
        return ogmEnd == null ? null : ogmEnd.id();
    }
}
