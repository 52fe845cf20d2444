package org.tieline.graph.bolt;

import java.util.Map;
import org.neo4j.ogm.typeconversion.CompositeAttributeConverter;

/**
 * Hands an entity the properties of its node as they are. People write to this graph too, so a property may have any type;
 * what can be made of it is for {@code graph} to say. Public only because OGM makes it.
 *
 * <p>OGM also writes each property into the field of its name, and fails if the type is another. So the other fields of an
 * entity have names, with {@code ogm} before them, that nobody gives a property.
 */
public final class AllPropertiesConverter implements CompositeAttributeConverter<Map<String, Object>> {
    @Override
    public Map<String, ?> toGraphProperties(Map<String, Object> properties) {
        return properties;
    }

    @Override
    public Map<String, Object> toEntityAttribute(Map<String, ?> properties) {
        return Map.copyOf(properties);
    }
}
