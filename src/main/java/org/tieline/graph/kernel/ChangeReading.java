package org.tieline.graph.kernel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.collections.api.factory.primitive.LongSets;
import org.eclipse.collections.api.set.primitive.MutableLongSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.exceptions.KernelException;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;
import org.neo4j.internal.kernel.api.TokenRead;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.tieline.graph.Commit;
import org.tieline.graph.GraphChange;
import org.tieline.graph.GraphChange.Between;
import org.tieline.graph.GraphFollower.Known;
import org.tieline.graph.RawGraphSink;
import org.tieline.graph.kernel.CommitLog.Joined;
import org.tieline.graph.kernel.CommitLog.Touched;
import org.tieline.graph.kernel.CommitLog.Unclear;
import org.tieline.graph.kernel.Provenance.Kind;
import org.tieline.graph.kernel.Provenance.Place;
import org.tieline.model.Organization;
import org.tieline.model.TieType;

/**
 * Reads again what commits touched, and what may read otherwise because of it: organizations and sources one by one, identifiers and
 * counts of an organization together, ties by pairs of organizations; bans, countries, and what the graph says of itself, are few
 * and are read as a whole.
 */
final class ChangeReading {
    /** An organization with more relationships is not followed when it appears, goes, or gets another id. */
    private static final int MOST = 20_000;

    private static final List<String> OF_BANS = List.of("IMPOSES", "APPLIES_IN", "TARGETS", "REPLACES", "CITES");
    private static final RelationshipType[] TIES = tieTypes();

    private final Transaction tx;
    private final Provenance provenance;
    private final Known known;

    private final Deque<Long> organizationsToRead = new ArrayDeque<>();
    private final MutableLongSet organizationsRead = LongSets.mutable.empty();

    /** Ids by node as they are now, null for one that is no longer there; for those nodes that were read again. */
    private final Map<Long, @Nullable String> organizationIds = new HashMap<>();

    private final Map<Long, @Nullable String> sourceIds = new HashMap<>();
    private final Set<Pair> pairs = new LinkedHashSet<>();
    private final Set<Long> tiesTouched = new HashSet<>();
    private final Set<Long> identified = new TreeSet<>();
    private final Set<Long> counted = new TreeSet<>();
    private boolean bansToo;
    private boolean countriesToo;
    private boolean notesToo;

    private final ReadAgain read = new ReadAgain();
    private final MutableLongSet banNodes = LongSets.mutable.empty();
    private final MutableLongSet countryNodes = LongSets.mutable.empty();
    private final MutableLongSet noteNodes = LongSets.mutable.empty();
    private final RawGraphSink raw = new RawGraphSink(read, this::otherOrganization);
    private final NodeReading nodes;

    private final Set<String> organizationsGone = new HashSet<>();
    private final Set<String> sourcesGone = new HashSet<>();
    private final Set<String> identifiedGone = new HashSet<>();
    private final Set<String> countedGone = new HashSet<>();
    private final Set<Between> tiesGone = new HashSet<>();

    /** Two nodes, in the direction of a tie. */
    private record Pair(long from, long to) {}

    private ChangeReading(Transaction tx, Provenance provenance, Known known) {
        this.tx = tx;
        this.provenance = provenance;
        this.known = known;
        nodes = new NodeReading(tx, raw);
    }

    /** @throws Unclear if more must be read than this does */
    static ChangeReading of(Touched touched, Transaction tx, Provenance provenance, Known known) throws Unclear {
        ChangeReading reading = new ChangeReading(tx, provenance, known);
        reading.gather(touched);
        reading.readOrganizations();
        reading.readSources();
        reading.requireUniqueIds();
        reading.readOfOrganizations(
                Kind.IDENTIFIERS, reading.identified, NodeReading.IDENTIFIED_BY, NodeReading.IDENTIFIER);
        reading.readOfOrganizations(Kind.SUBSCRIBERS, reading.counted, NodeReading.HAS_SUBSCRIBERS, NodeReading.COUNT);
        reading.readTies();
        reading.readWhole();
        return reading;
    }

    private void gather(Touched touched) throws Unclear {
        touched.nodes().forEach(this::touchNode);
        TokenRead tokens = ((InternalTransaction) tx).kernelTransaction().tokenRead();
        for (Joined joined : touched.joined()) {
            try {
                touch(joined.relationship(), tokens.relationshipTypeName(joined.type()), joined.from(), joined.to());
            } catch (KernelException e) {
                throw new Unclear("a relationship is of an unknown type", e);
            }
        }
        for (long number : touched.relationships().toArray()) {
            Relationship relationship = relationship(number);
            if (relationship != null) {
                touch(relationship);
            }
        }
    }

    private void touch(Relationship relationship) {
        touch(
                number(relationship),
                relationship.getType().name(),
                NodeReading.number(relationship.getStartNode()),
                NodeReading.number(relationship.getEndNode()));
    }

    private void touch(long relationship, String type, long from, long to) {
        if (isTie(type)) {
            tiesTouched.add(relationship);
            pairs.add(new Pair(from, to));
        } else if (type.equals(NodeReading.SUCCEEDED_BY.name())) {
            organizationsToRead.add(from);
        } else if (type.equals(NodeReading.IDENTIFIED_BY.name())) {
            identified.add(from);
        } else if (type.equals(NodeReading.HAS_SUBSCRIBERS.name())) {
            counted.add(from);
        } else if (OF_BANS.contains(type)) {
            bansToo = true;
        } else if (type.equals("BELONGS_TO")) {
            countriesToo = true;
        }
    }

    private void touchNode(long number) {
        Node node = node(number);
        if (provenance.organizations.containsKey(number)
                || provenance.unusable.contains(number)
                || is(node, NodeReading.ORGANIZATION)) {
            organizationsToRead.add(number);
        }
        if (provenance.sources.containsKey(number) || is(node, NodeReading.SOURCE)) {
            sourceIds.put(number, null);
        }
        boolean country = provenance.countries.contains(number) || is(node, NodeReading.COUNTRY);
        countriesToo |= country;
        bansToo |= country || provenance.bans.contains(number) || is(node, NodeReading.BAN);
        notesToo |=
                provenance.notes.contains(number) || NodeReading.NOTES.stream().anyMatch(label -> is(node, label));
        if (node != null) {
            node.getRelationships(Direction.INCOMING, NodeReading.IDENTIFIED_BY, NodeReading.HAS_SUBSCRIBERS)
                    .forEach(this::touch);
        }
    }

    private void readOrganizations() throws Unclear {
        while (!organizationsToRead.isEmpty()) {
            long number = organizationsToRead.remove();
            if (organizationsRead.add(number)) {
                readOrganization(number);
            }
        }
    }

    private void readOrganization(long number) throws Unclear {
        if (provenance.unusable.contains(number)) {
            throw new Unclear("a node was too badly made to be an organization or a source", null);
        }
        Node node = node(number);
        String before = provenance.organizations.get(number);
        read.begin(new Place(Kind.ORGANIZATION, number));
        String now = null;
        if (is(node, NodeReading.ORGANIZATION)) {
            int count = read.organizations.size();
            nodes.organization(Objects.requireNonNull(node));
            if (read.organizations.size() == count) {
                throw new Unclear("a node is too badly made to be an organization", null);
            }
            now = NodeReading.text(node, "id");
        }
        organizationIds.put(number, now);
        Organization earlier = before == null ? null : known.organization(before);
        if (before != null) {
            organizationsGone.add(before);
        }
        Organization later = now == null ? null : read.organizations.get(now);
        if (!Objects.equals(before, now)) {
            if (node != null) {
                touchAround(node);
            }
            identified.add(number);
            counted.add(number);
        }
        bansToo |= earlier == null
                || later == null
                || !earlier.id().equals(later.id())
                || !Objects.equals(earlier.country(), later.country());
    }

    /** All that names an organization by its node. */
    private void touchAround(Node node) throws Unclear {
        int count = 0;
        for (Relationship relationship : node.getRelationships()) {
            if (++count > MOST) {
                throw new Unclear("an organization with more than %d relationships is another".formatted(MOST), null);
            }
            touch(relationship);
        }
    }

    private void readSources() throws Unclear {
        for (long number : List.copyOf(sourceIds.keySet())) {
            if (provenance.unusable.contains(number)) {
                throw new Unclear("a node was too badly made to be an organization or a source", null);
            }
            Node node = node(number);
            read.begin(new Place(Kind.SOURCE, number));
            String before = provenance.sources.get(number);
            String now = null;
            if (is(node, NodeReading.SOURCE)) {
                int count = read.sources.size();
                nodes.source(Objects.requireNonNull(node));
                if (read.sources.size() == count) {
                    throw new Unclear("a node is too badly made to be a source", null);
                }
                now = NodeReading.text(node, "id");
            }
            sourceIds.put(number, now);
            if (before != null) {
                sourcesGone.add(before);
            }
            bansToo |= !Objects.equals(before, now);
        }
    }

    private void requireUniqueIds() throws Unclear {
        for (String id : read.organizations.keySet()) {
            if (known.organization(id) != null && !organizationsGone.contains(id)) {
                throw new Unclear("two organizations have one id", null);
            }
        }
        for (String id : read.sources.keySet()) {
            if (known.hasSource(id) && !sourcesGone.contains(id)) {
                throw new Unclear("two sources have one id", null);
            }
        }
    }

    private void readOfOrganizations(Kind kind, Set<Long> owners, RelationshipType type, Label label) throws Unclear {
        Set<String> gone = kind == Kind.IDENTIFIERS ? identifiedGone : countedGone;
        for (long owner : owners) {
            if (provenance.unusable.contains(owner)) {
                throw new Unclear("what belongs to an organization that is too badly made changed", null);
            }
            read.begin(new Place(kind, owner));
            String before = provenance.organizations.get(owner);
            if (before != null) {
                gone.add(before);
            }
            Node organization = node(owner);
            if (is(organization, NodeReading.ORGANIZATION)) {
                // In the order of a whole reading, which decides of two that are alike.
                Map<Long, Node> owned = new TreeMap<>();
                Objects.requireNonNull(organization)
                        .getRelationships(Direction.OUTGOING, type)
                        .forEach(relationship ->
                                owned.put(NodeReading.number(relationship.getEndNode()), relationship.getEndNode()));
                owned.values().stream()
                        .filter(node -> is(node, label))
                        .flatMap(node -> NodeReading.fromOrganizations(node, type).stream())
                        .filter(relationship -> relationship.getStartNode().equals(organization))
                        .forEach(nodes::ofOrganization);
            }
        }
    }

    private void readTies() throws Unclear {
        for (long tie : tiesTouched) {
            read.begin(new Place(Kind.TIE, tie));
        }
        for (Pair pair : pairs) {
            if (provenance.unusable.contains(pair.from) || provenance.unusable.contains(pair.to)) {
                throw new Unclear("a tie of an organization changed that is too badly made", null);
            }
            String from = provenance.organizations.get(pair.from);
            String to = provenance.organizations.get(pair.to);
            if (from != null && to != null) {
                tiesGone.add(new Between(from, to));
            }
            Node start = node(pair.from);
            Node end = node(pair.to);
            if (start != null && end != null) {
                readTies(start, end);
            }
        }
    }

    private void readTies(Node start, Node end) {
        boolean fromStart = start.getDegree() <= end.getDegree();
        Iterable<Relationship> candidates = fromStart
                ? start.getRelationships(Direction.OUTGOING, TIES)
                : end.getRelationships(Direction.INCOMING, TIES);
        for (Relationship relationship : candidates) {
            if (fromStart
                    ? relationship.getEndNode().equals(end)
                    : relationship.getStartNode().equals(start)) {
                read.begin(new Place(Kind.TIE, number(relationship)));
                raw.tie(
                        TieType.valueOf(relationship.getType().name()),
                        organizationId(start),
                        organizationId(end),
                        relationship.getAllProperties());
            }
        }
    }

    private static @Nullable String organizationId(Node node) {
        return node.hasLabel(NodeReading.ORGANIZATION) ? NodeReading.text(node, "id") : null;
    }

    private void readWhole() {
        if (notesToo) {
            read.begin(Place.all(Kind.NOTES));
            NodeReading.NOTES.forEach(label -> nodes.each(label, node -> {
                noteNodes.add(NodeReading.number(node));
                nodes.note(label, node);
            }));
        }
        if (bansToo) {
            read.begin(Place.all(Kind.BANS));
            nodes.each(NodeReading.BAN, node -> {
                banNodes.add(NodeReading.number(node));
                nodes.ban(node);
            });
        }
        if (countriesToo) {
            read.begin(Place.all(Kind.COUNTRIES));
            nodes.each(NodeReading.COUNTRY, node -> {
                countryNodes.add(NodeReading.number(node));
                nodes.country(node);
            });
        }
    }

    /** Takes over where everything came from; to be called if nothing was committed meanwhile. */
    void keep() {
        organizationIds.forEach((node, id) -> {
            if (id == null) {
                provenance.organizations.remove(node);
            } else {
                provenance.organizations.put(node, id);
            }
        });
        sourceIds.forEach((node, id) -> {
            if (id == null) {
                provenance.sources.remove(node);
            } else {
                provenance.sources.put(node, id);
            }
        });
        if (bansToo) {
            provenance.bans.clear();
            provenance.bans.addAll(banNodes);
        }
        if (countriesToo) {
            provenance.countries.clear();
            provenance.countries.addAll(countryNodes);
        }
        if (notesToo) {
            provenance.notes.clear();
            provenance.notes.addAll(noteNodes);
        }
        provenance.replaceProblems(read.problems);
    }

    /** What was read. */
    GraphChange change(Commit commit) {
        return new GraphChange(
                commit,
                organizationsGone,
                List.copyOf(read.organizations.values()),
                sourcesGone,
                List.copyOf(read.sources.values()),
                identifiedGone,
                read.identifiers,
                countedGone,
                read.subscribers,
                tiesGone,
                read.ties,
                bansToo ? read.bans : null,
                countriesToo ? read.memberships : null,
                notesToo ? read.notes() : null,
                provenance.problems(read.problems));
    }

    private @Nullable Organization otherOrganization(String id) {
        return organizationsGone.contains(id) ? null : known.organization(id);
    }

    /** Null if it is no longer there. */
    @SuppressWarnings({"deprecation", "removal"})
    private @Nullable Node node(long number) {
        try {
            return tx.getNodeById(number);
        } catch (NotFoundException e) {
            return null;
        }
    }

    /** Null if it is no longer there. */
    @SuppressWarnings({"deprecation", "removal"})
    private @Nullable Relationship relationship(long number) {
        try {
            return tx.getRelationshipById(number);
        } catch (NotFoundException e) {
            return null;
        }
    }

    @SuppressWarnings({"deprecation", "removal"})
    private static long number(Relationship relationship) {
        return relationship.getId();
    }

    private static boolean is(@Nullable Node node, Label label) {
        return node != null && node.hasLabel(label);
    }

    private static boolean isTie(String type) {
        for (RelationshipType each : TIES) {
            if (each.name().equals(type)) {
                return true;
            }
        }
        return false;
    }

    private static RelationshipType[] tieTypes() {
        TieType[] types = TieType.values();
        RelationshipType[] names = new RelationshipType[types.length];
        for (int i = 0; i < types.length; i++) {
            names[i] = RelationshipType.withName(types[i].text());
        }
        return names;
    }
}
