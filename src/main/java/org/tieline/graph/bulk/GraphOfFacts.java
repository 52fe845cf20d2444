package org.tieline.graph.bulk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neo4j.batchimport.api.input.Group;
import org.neo4j.internal.batchimport.input.Groups;
import org.tieline.graph.FactRows;
import org.tieline.graph.bulk.ImportedEntity.OfNode;
import org.tieline.graph.bulk.ImportedEntity.OfRelationship;
import org.tieline.model.Ban;
import org.tieline.model.Identifier;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;

/** Which nodes and relationships a fact becomes: those that a load over Bolt writes. */
final class GraphOfFacts {
    private static final String FINGERPRINT = "fingerprint";
    private static final String PLACE = "place";

    private final Groups groups = new Groups();
    private final Group organizations = groups.getOrCreate("Organization");
    private final Group countries = groups.getOrCreate("Country");
    private final Group sources = groups.getOrCreate("Source");
    private final Group bans = groups.getOrCreate("Ban");
    private final Group identifiers = groups.getOrCreate("Identifier");
    private final Group counts = groups.getOrCreate("Count");

    Groups groups() {
        return groups;
    }

    /** By its place among the groups, as relationships that wait have it. */
    Group group(int place) {
        return groups.get(place);
    }

    /** The code of a country, as a fact of its own. */
    record CountryCode(String code) {}

    /** The row of a fact, as {@link FactRows} has it. */
    static Map<String, Object> row(Object fact) {
        return switch (fact) {
            case Organization organization -> FactRows.of(organization);
            case Source source -> FactRows.of(source);
            case Ban ban -> FactRows.of(ban);
            case Identifier identifier -> FactRows.of(identifier);
            case SubscriberCount count -> FactRows.of(count);
            case Membership membership -> FactRows.of(membership);
            case Tie tie -> FactRows.of(tie);
            case CountryCode country -> FactRows.ofCountry(country.code());
            default -> throw new IllegalStateException("no fact: " + fact.getClass());
        };
    }

    /** The node of a fact; null if it is none. Identifiers of one scheme and value have the same, of which one is to stay. */
    @Nullable
    ImportedEntity node(Object fact, Map<String, Object> row) {
        Map<String, Object> properties = FactRows.properties(row);
        return switch (fact) {
            case Organization organization ->
                new OfNode(
                        organizations,
                        organization.id(),
                        List.of("Organization", organization.kind().label()),
                        properties);
            case Source source -> new OfNode(sources, source.id(), List.of("Source"), properties);
            case Ban ban -> new OfNode(bans, ban.id(), List.of("Ban"), properties);
            case CountryCode country -> new OfNode(countries, country.code(), List.of("Country"), properties);
            case SubscriberCount count -> new OfNode(counts, count.key(), List.of("Count"), properties);
            case Identifier identifier -> {
                Map<String, Object> node = new LinkedHashMap<>();
                node.put("scheme", identifier.scheme().text());
                node.put("value", identifier.value());
                node.put(FINGERPRINT, FactRows.fingerprint(row));
                yield new OfNode(identifiers, identifier.text(), List.of("Identifier"), node);
            }
            default -> null;
        };
    }

    /** The relationships of a fact. */
    List<OfRelationship> relationships(Object fact, Map<String, Object> row) {
        List<OfRelationship> found = new ArrayList<>(2);
        switch (fact) {
            case Organization organization -> addOf(organization, row, found::add);
            case Ban ban -> addOf(ban, row, found::add);
            case Identifier identifier -> found.add(identifiedBy(identifier, row));
            case SubscriberCount count -> {
                Map<String, Object> properties = printed(row);
                properties.put("sources", count.sources());
                found.add(new OfRelationship(
                        "HAS_SUBSCRIBERS", organizations, count.organization(), counts, count.key(), properties));
            }
            case Membership membership ->
                found.add(new OfRelationship(
                        "BELONGS_TO",
                        countries,
                        membership.country(),
                        countries,
                        membership.bloc(),
                        FactRows.properties(row)));
            case Tie tie ->
                found.add(new OfRelationship(
                        tie.type().text(),
                        organizations,
                        tie.from(),
                        organizations,
                        tie.to(),
                        FactRows.properties(row)));
            default -> {}
        }
        return found;
    }

    private OfRelationship identifiedBy(Identifier identifier, Map<String, Object> row) {
        return new OfRelationship(
                "IDENTIFIED_BY",
                organizations,
                identifier.organization(),
                identifiers,
                identifier.text(),
                FactRows.properties(row));
    }

    private void addOf(Organization organization, Map<String, Object> row, Consumer<OfRelationship> to) {
        if (organization.country() != null) {
            to.accept(new OfRelationship(
                    "BASED_IN", organizations, organization.id(), countries, organization.country(), printed(row)));
        }
        if (organization.successor() != null) {
            to.accept(new OfRelationship(
                    "SUCCEEDED_BY",
                    organizations,
                    organization.id(),
                    organizations,
                    organization.successor(),
                    printed(row)));
        }
    }

    private void addOf(Ban ban, Map<String, Object> row, Consumer<OfRelationship> to) {
        to.accept(new OfRelationship("IMPOSES", organizations, ban.government(), bans, ban.id(), printed(row)));
        to.accept(new OfRelationship("APPLIES_IN", bans, ban.id(), countries, ban.country(), printed(row)));
        addAll("TARGETS", ban.id(), organizations, ban.targets(), row, to);
        addAll("CITES", ban.id(), sources, ban.sources(), row, to);
        addAll("REPLACES", ban.id(), bans, ban.replaces(), row, to);
    }

    private void addAll(
            String type,
            String ban,
            Group group,
            List<String> ends,
            Map<String, Object> row,
            Consumer<OfRelationship> to) {
        for (int place = 0; place < ends.size(); place++) {
            Map<String, Object> properties = printed(row);
            properties.put(PLACE, (long) place);
            to.accept(new OfRelationship(type, bans, ban, group, ends.get(place), properties));
        }
    }

    private static Map<String, Object> printed(Map<String, Object> row) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(FINGERPRINT, FactRows.fingerprint(row));
        return properties;
    }
}
