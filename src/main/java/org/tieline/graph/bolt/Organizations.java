package org.tieline.graph.bolt;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;

/** Looks organizations up. */
public final class Organizations {
    private final Neo4j neo4j;

    public Organizations(Neo4j neo4j) {
        this.neo4j = neo4j;
    }

    /** The organization with an id; empty if there is none or it is badly made. */
    public Optional<Organization> find(String id) {
        return EntityQueries.facts(
                        neo4j,
                        OrganizationEntity.class,
                        "MATCH (n:Organization {id: $id}) RETURN n",
                        Map.of("id", id),
                        OrganizationEntity::toFact)
                .stream()
                .findFirst();
    }

    /**
     * A page of organizations, sorted by id.
     *
     * @param kind null for any
     * @param countries codes; empty for any
     * @param limit 1 to {@link RecordPage#LONGEST}
     * @param offset how many to skip
     */
    public RecordPage<Organization> page(OrganizationKind kind, Collection<String> countries, int limit, int offset) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("label", kind == null ? null : kind.label());
        parameters.put("countries", List.copyOf(countries));
        return EntityQueries.page(
                neo4j, OrganizationEntity.class, """
                MATCH (n:Organization)
                WHERE ($label IS NULL OR $label IN labels(n)) AND (size($countries) = 0 OR n.country IN $countries)
                """, "n", parameters, limit, offset, OrganizationEntity::toFact);
    }
}
