package org.tieline.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;
import org.tieline.exposure.path.Direction;
import org.tieline.exposure.path.Hop;
import org.tieline.exposure.path.Stake;
import org.tieline.model.TieType;
import org.tieline.model.TielineException.NotFound;
import org.tieline.restriction.BanAgainst;
import org.tieline.restriction.BanOnDay;

/**
 * Finds the nodes and relationships that an answer speaks of, in the transaction of the caller and with the caller's rights.
 * The answer is of what was committed before; all methods throw {@link NotFound} for what this transaction does not see.
 */
final class ElementLookup {
    private final Transaction tx;

    ElementLookup(Transaction tx) {
        this.tx = tx;
    }

    Node organization(String id) {
        return node("Organization", id);
    }

    /** A ban as it stood, and its node under {@code ban}; may be added to. */
    Map<String, @Nullable Object> ban(BanOnDay onDay) {
        Map<String, @Nullable Object> map = CypherValues.of(onDay);
        map.put("ban", node("Ban", onDay.ban().id()));
        return map;
    }

    /** The same with what the ban is to one carrier. */
    Map<String, @Nullable Object> against(BanAgainst against) {
        Map<String, @Nullable Object> map = ban(against.onDay());
        map.put("jurisdiction", against.jurisdiction().text());
        map.put("covers", against.covers().text());
        map.put("coveredTie", against.coveredTie());
        map.put(
                "conflict",
                against.conflict() == null ? null : against.conflict().text());
        map.put("pastDeadline", against.pastDeadline().text());
        map.put(
                "removing",
                against.removing() == null ? null : against.removing().toString());
        map.put("flags", CypherValues.of(against.flags()));
        return map;
    }

    Path path(List<Hop> hops) {
        Node start = organization(hops.getFirst().from());
        List<Relationship> ties = new ArrayList<>();
        hops.forEach(hop -> ties.add(tie(hop)));
        return new StoredPath(start, ties);
    }

    private Node node(String label, String id) {
        try (ResourceIterator<Node> found = tx.findNodes(Label.label(label), "id", id)) {
            if (found.hasNext()) {
                return found.next();
            }
        }
        throw gone(label.toLowerCase(Locale.ROOT), id);
    }

    Relationship stake(Stake stake) {
        return tie(TieType.OWNS, stake.tie(), stake.owner(), stake.owned());
    }

    private Relationship tie(Hop hop) {
        return hop.direction() == Direction.FORWARD
                ? tie(hop.type(), hop.tie(), hop.from(), hop.to())
                : tie(hop.type(), hop.tie(), hop.to(), hop.from());
    }

    /** Where no constraint forbids it, another relationship may have the same id; the one of the answer joins these two. */
    private Relationship tie(TieType type, String id, String from, String to) {
        try (ResourceIterator<Relationship> found =
                tx.findRelationships(RelationshipType.withName(type.text()), "id", id)) {
            while (found.hasNext()) {
                Relationship tie = found.next();
                if (from.equals(tie.getStartNode().getProperty("id", null))
                        && to.equals(tie.getEndNode().getProperty("id", null))) {
                    return tie;
                }
            }
        }
        throw gone("tie", id);
    }

    private static NotFound gone(String what, String id) {
        return new NotFound(
                "the %s %s of the answer is not to be seen in this transaction: it was removed since, or may not be read by this user"
                        .formatted(what, id));
    }
}
