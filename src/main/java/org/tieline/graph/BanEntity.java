package org.tieline.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.ogm.annotation.GeneratedValue;
import org.neo4j.ogm.annotation.Id;
import org.neo4j.ogm.annotation.NodeEntity;
import org.neo4j.ogm.annotation.Relationship;
import org.neo4j.ogm.annotation.typeconversion.Convert;
import org.tieline.model.Ban;

@NodeEntity("Ban")
final class BanEntity {
    @Id
    @GeneratedValue
    private Long node;

    @Convert(AllProperties.class)
    private Map<String, Object> properties = Map.of();

    @Relationship(type = "IMPOSES", direction = Relationship.Direction.INCOMING)
    private List<OrganizationEntity> governments = new ArrayList<>();

    @Relationship(type = "APPLIES_IN")
    private List<CountryEntity> countries = new ArrayList<>();

    @Relationship(type = "TARGETS")
    private List<OrganizationEntity> targets = new ArrayList<>();

    @Relationship(type = "CITES")
    private List<SourceEntity> sources = new ArrayList<>();

    Ban toFact() {
        return new Facts()
                .ban(
                        properties,
                        governments.stream().map(OrganizationEntity::id).toList(),
                        countries.stream().map(CountryEntity::code).toList(),
                        targets.stream().map(OrganizationEntity::id).sorted().toList(),
                        sources.stream().map(SourceEntity::id).sorted().toList());
    }
}
