package org.tieline.graph.bolt;

import org.jspecify.annotations.Nullable;
import org.neo4j.ogm.annotation.EndNode;
import org.neo4j.ogm.annotation.RelationshipEntity;

/** An organization that a ban targets. */
@RelationshipEntity(type = "TARGETS")
final class TargetEntity extends Placed {
    @EndNode
    private OrganizationEntity ogmEnd;

    @Override
    @Nullable
    String id() {
        return ogmEnd == null ? null : ogmEnd.id();
    }
}
