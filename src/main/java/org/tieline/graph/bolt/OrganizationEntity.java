package org.tieline.graph.bolt;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.ogm.annotation.GeneratedValue;
import org.neo4j.ogm.annotation.Id;
import org.neo4j.ogm.annotation.NodeEntity;
import org.neo4j.ogm.annotation.typeconversion.Convert;

@NodeEntity("Organization")
final class OrganizationEntity {
    @Id
    @GeneratedValue
    private Long ogmNode;

    @Convert(AllPropertiesConverter.class)
    private Map<String, Object> properties = Map.of();

    /** Null if it has none that can be read. */
    @Nullable
    String id() {
        return properties.get("id") instanceof String id ? id : null;
    }
}
