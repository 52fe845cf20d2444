package org.tieline.graph.bolt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.ogm.annotation.GeneratedValue;
import org.neo4j.ogm.annotation.Id;
import org.neo4j.ogm.annotation.Labels;
import org.neo4j.ogm.annotation.NodeEntity;
import org.neo4j.ogm.annotation.typeconversion.Convert;
import org.tieline.graph.OrganizationReader;
import org.tieline.model.Organization;

@NodeEntity("Organization")
final class OrganizationEntity {
    @Id
    @GeneratedValue
    private Long ogmNode;

    @Labels
    private List<String> ogmLabels = new ArrayList<>();

    @Convert(AllPropertiesConverter.class)
    private Map<String, Object> properties = Map.of();

    Organization toFact() {
        return new OrganizationReader().read(ogmLabels, properties);
    }

    /** Null if it has none that can be read. */
    String country() {
        return properties.get("country") instanceof String country ? country : null;
    }

    /** Null if it has none that can be read. */
    String id() {
        return properties.get("id") instanceof String id ? id : null;
    }
}
