package org.tieline.graph.bolt;

import org.jspecify.annotations.Nullable;
import org.neo4j.ogm.annotation.EndNode;
import org.neo4j.ogm.annotation.RelationshipEntity;

/** A ban that another one replaces. */
@RelationshipEntity(type = "REPLACES")
final class ReplacementEntity extends Placed {
    @EndNode
    private BanEntity ogmEnd;

    @Override
    @Nullable
    String id() {
        return ogmEnd == null ? null : ogmEnd.id();
    }
}
