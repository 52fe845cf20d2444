package org.tieline.graph.bolt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.neo4j.ogm.annotation.GeneratedValue;
import org.neo4j.ogm.annotation.Id;
import org.neo4j.ogm.annotation.NodeEntity;
import org.neo4j.ogm.annotation.Relationship;
import org.neo4j.ogm.annotation.typeconversion.Convert;
import org.tieline.graph.BanReader;
import org.tieline.model.Ban;

@NodeEntity("Ban")
final class BanEntity {
    @Id
    @GeneratedValue
    private Long ogmNode;

    @Convert(AllPropertiesConverter.class)
    private Map<String, Object> properties = Map.of();

    @Relationship(type = "IMPOSES", direction = Relationship.Direction.INCOMING)
    private List<OrganizationEntity> ogmGovernments = new ArrayList<>();

    @Relationship(type = "APPLIES_IN")
    private List<CountryEntity> ogmCountries = new ArrayList<>();

    @Relationship(type = "TARGETS")
    private List<OrganizationEntity> ogmTargets = new ArrayList<>();

    @Relationship(type = "CITES")
    private List<SourceEntity> ogmSources = new ArrayList<>();

    Ban toFact() {
        return new BanReader()
                .read(
                        properties,
                        sorted(ogmGovernments, OrganizationEntity::id),
                        sorted(ogmCountries, CountryEntity::code),
                        ogmGovernments.stream()
                                .map(OrganizationEntity::country)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null),
                        sorted(ogmTargets, OrganizationEntity::id),
                        sorted(ogmSources, SourceEntity::id));
    }

    /** Without those that have no id. */
    private static <E> List<String> sorted(List<E> joined, Function<E, String> id) {
        return joined.stream().map(id).filter(Objects::nonNull).sorted().toList();
    }
}
