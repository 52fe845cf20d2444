package org.tieline.graph.bolt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.neo4j.ogm.annotation.GeneratedValue;
import org.neo4j.ogm.annotation.Id;
import org.neo4j.ogm.annotation.NodeEntity;
import org.neo4j.ogm.annotation.Relationship;
import org.neo4j.ogm.annotation.typeconversion.Convert;
import org.tieline.graph.RawGraphSink;

/** A ban with all that it is joined to, as OGM makes it of one query. */
@NodeEntity("Ban")
final class BanEntity {
    /** Returns {@code n} for {@code BanEntity}. */
    static final String ALL = """
            MATCH (n:Ban)
            RETURN n, [(n)-[r:APPLIES_IN|TARGETS|CITES|REPLACES]->(o) | [r, o]], [(n)<-[i:IMPOSES]-(g) | [i, g]]
            """;

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
    private List<TargetEntity> ogmTargets = new ArrayList<>();

    @Relationship(type = "REPLACES")
    private List<ReplacementEntity> ogmReplaced = new ArrayList<>();

    @Relationship(type = "CITES")
    private List<CitationEntity> ogmSources = new ArrayList<>();

    /** Null if it has none that can be read. */
    @Nullable
    String id() {
        return properties.get("id") instanceof String id ? id : null;
    }

    /**
     * @param inPlace whether targets, replaced bans and sources come in the order of the data set; else they are sorted
     * @param element what the database calls a node with a number, which is all that OGM knows
     */
    void handTo(RawGraphSink raw, boolean inPlace, LongFunction<String> element) {
        raw.ban(
                properties,
                ids(ogmGovernments, OrganizationEntity::id),
                ids(ogmCountries, CountryEntity::code),
                inPlace ? inPlace(ogmTargets) : ids(ogmTargets, TargetEntity::id),
                inPlace ? inPlace(ogmReplaced) : ids(ogmReplaced, ReplacementEntity::id),
                inPlace ? inPlace(ogmSources) : ids(ogmSources, CitationEntity::id),
                () -> element.apply(ogmNode));
    }

    /** Sorted, without those that have no id. */
    private static <E> List<String> ids(List<E> joined, Function<E, String> id) {
        return joined.stream().map(id).filter(Objects::nonNull).sorted().toList();
    }

    private static List<String> inPlace(List<? extends Placed> joined) {
        return joined.stream()
                .filter(each -> each.id() != null)
                .sorted(Comparator.comparingLong(Placed::place).thenComparing(Placed::id))
                .map(Placed::id)
                .toList();
    }
}
