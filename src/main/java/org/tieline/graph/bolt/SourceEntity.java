package org.tieline.graph.bolt;

import java.util.Map;
import org.neo4j.ogm.annotation.GeneratedValue;
import org.neo4j.ogm.annotation.Id;
import org.neo4j.ogm.annotation.NodeEntity;
import org.neo4j.ogm.annotation.typeconversion.Convert;
import org.tieline.graph.SourceReader;
import org.tieline.model.Source;

@NodeEntity("Source")
final class SourceEntity {
    @Id
    @GeneratedValue
    private Long ogmNode;

    @Convert(AllPropertiesConverter.class)
    private Map<String, Object> properties = Map.of();

    Source toFact() {
        return new SourceReader().read(properties);
    }

    /** Null if it has none that can be read. */
    String id() {
        return properties.get("id") instanceof String id ? id : null;
    }
}
