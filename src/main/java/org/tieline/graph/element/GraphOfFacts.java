package org.tieline.graph.element;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.graph.FactRows;
import org.tieline.graph.element.GraphElement.OfNode;
import org.tieline.graph.element.GraphElement.OfRelationship;
import org.tieline.model.Ban;
import org.tieline.model.Identifier;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;

/** Which nodes and relationships a fact becomes: those that a load over Bolt writes. */
public final class GraphOfFacts {
    private static final String FINGERPRINT = "fingerprint";
    private static final String PLACE = "place";

    private GraphOfFacts() {}

    /** The code of a country, as a fact of its own. */
    public record CountryCode(String code) {}

    /**
     * The row of a fact, as {@link FactRows} has it.
     *
     * @param fact one of the model, or a {@link CountryCode}
     */
    public static Map<String, Object> row(Object fact) {
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

    /**
     * The node of a fact; null if it is none. Identifiers of one scheme and value have the same, of which the first is to stay.
     *
     * @param row that of the fact
     */
    public static @Nullable OfNode node(Object fact, Map<String, Object> row) {
        Map<String, Object> properties = FactRows.properties(row);
        return switch (fact) {
            case Organization organization ->
                new OfNode(
                        NodeGroup.ORGANIZATION,
                        organization.id(),
                        List.of(
                                NodeGroup.ORGANIZATION.label(),
                                organization.kind().label()),
                        properties);
            case Source source -> node(NodeGroup.SOURCE, source.id(), properties);
            case Ban ban -> node(NodeGroup.BAN, ban.id(), properties);
            case CountryCode country -> node(NodeGroup.COUNTRY, country.code(), properties);
            case SubscriberCount count -> node(NodeGroup.COUNT, count.key(), properties);
            case Identifier identifier -> {
                Map<String, Object> own = printed(row);
                own.put("scheme", identifier.scheme().text());
                own.put("value", identifier.value());
                yield node(NodeGroup.IDENTIFIER, identifier.text(), own);
            }
            default -> null;
        };
    }

    private static OfNode node(NodeGroup group, String id, Map<String, Object> properties) {
        return new OfNode(group, id, List.of(group.label()), properties);
    }

    /**
     * The relationships of a fact.
     *
     * @param row that of the fact
     */
    public static List<OfRelationship> relationships(Object fact, Map<String, Object> row) {
        return switch (fact) {
            case Organization organization -> of(organization, row);
            case Ban ban -> of(ban, row);
            case Identifier identifier ->
                List.of(new OfRelationship(
                        "IDENTIFIED_BY",
                        NodeGroup.ORGANIZATION,
                        identifier.organization(),
                        NodeGroup.IDENTIFIER,
                        identifier.text(),
                        FactRows.properties(row)));
            case SubscriberCount count -> {
                Map<String, Object> properties = printed(row);
                properties.put("sources", count.sources());
                yield List.of(new OfRelationship(
                        "HAS_SUBSCRIBERS",
                        NodeGroup.ORGANIZATION,
                        count.organization(),
                        NodeGroup.COUNT,
                        count.key(),
                        properties));
            }
            case Membership membership ->
                List.of(new OfRelationship(
                        "BELONGS_TO",
                        NodeGroup.COUNTRY,
                        membership.country(),
                        NodeGroup.COUNTRY,
                        membership.bloc(),
                        FactRows.properties(row)));
            case Tie tie ->
                List.of(new OfRelationship(
                        tie.type().text(),
                        NodeGroup.ORGANIZATION,
                        tie.from(),
                        NodeGroup.ORGANIZATION,
                        tie.to(),
                        FactRows.properties(row)));
            default -> List.of();
        };
    }

    private static List<OfRelationship> of(Organization organization, Map<String, Object> row) {
        List<OfRelationship> found = new ArrayList<>(2);
        if (organization.country() != null) {
            found.add(new OfRelationship(
                    "BASED_IN",
                    NodeGroup.ORGANIZATION,
                    organization.id(),
                    NodeGroup.COUNTRY,
                    organization.country(),
                    printed(row)));
        }
        if (organization.successor() != null) {
            found.add(new OfRelationship(
                    "SUCCEEDED_BY",
                    NodeGroup.ORGANIZATION,
                    organization.id(),
                    NodeGroup.ORGANIZATION,
                    organization.successor(),
                    printed(row)));
        }
        return found;
    }

    private static List<OfRelationship> of(Ban ban, Map<String, Object> row) {
        List<OfRelationship> found = new ArrayList<>();
        found.add(new OfRelationship(
                "IMPOSES", NodeGroup.ORGANIZATION, ban.government(), NodeGroup.BAN, ban.id(), printed(row)));
        found.add(new OfRelationship(
                "APPLIES_IN", NodeGroup.BAN, ban.id(), NodeGroup.COUNTRY, ban.country(), printed(row)));
        addAll("TARGETS", ban.id(), NodeGroup.ORGANIZATION, ban.targets(), row, found);
        addAll("CITES", ban.id(), NodeGroup.SOURCE, ban.sources(), row, found);
        addAll("REPLACES", ban.id(), NodeGroup.BAN, ban.replaces(), row, found);
        return found;
    }

    private static void addAll(
            String type,
            String ban,
            NodeGroup group,
            List<String> ends,
            Map<String, Object> row,
            List<OfRelationship> found) {
        for (int place = 0; place < ends.size(); place++) {
            Map<String, Object> properties = printed(row);
            properties.put(PLACE, (long) place);
            found.add(new OfRelationship(type, NodeGroup.BAN, ban, group, ends.get(place), properties));
        }
    }

    private static Map<String, Object> printed(Map<String, Object> row) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(FINGERPRINT, FactRows.fingerprint(row));
        return properties;
    }
}
