package org.tieline.peers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.PathExpander;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterable;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.traversal.BranchState;
import org.neo4j.graphdb.traversal.Evaluators;
import org.neo4j.graphdb.traversal.InitialBranchState;
import org.neo4j.graphdb.traversal.TraversalBranch;
import org.neo4j.graphdb.traversal.UniquenessFactory;
import org.neo4j.graphdb.traversal.UniquenessFilter;
import org.neo4j.internal.helpers.collection.Iterables;
import org.tieline.exposure.GeneratedFacts;
import org.tieline.exposure.PeerRows;
import org.tieline.exposure.PeerRows.CarrierSink;
import org.tieline.exposure.SearchOptions;

/** Neo4j's traversal framework with the automaton as the state of its branches, each node once in each state. */
record TraversalPeer(PeerRows rows, GraphDatabaseService database) implements Peer {
    private static final Label VENDOR = Label.label("Vendor");
    private static final Label CARRIER = Label.label("Carrier");
    private static final Label GOVERNMENT = Label.label("Government");

    @Override
    public void ask(String vendor, int maxHops, CarrierSink sink) {
        try (Transaction tx = database.beginTx(Deadline.SECONDS, TimeUnit.SECONDS)) {
            Node start = tx.findNode(Label.label("Organization"), "id", vendor);
            Set<Node> told = new HashSet<>();
            Walk walk = new Walk(start);
            Iterable<Path> paths = tx.traversalDescription()
                    .breadthFirst()
                    .expand(walk, new InitialBranchState.State<>(PeerRows.START, PeerRows.START))
                    .uniqueness(walk.eachOnceInEachState(), null)
                    .evaluator(Evaluators.toDepth(maxHops))
                    .traverse(start);
            for (Path path : paths) {
                Node end = path.endNode();
                if (path.length() > 0
                        && walk.stateOf(path) >= rows.firstExposed()
                        && end.hasLabel(CARRIER)
                        && told.add(end)) {
                    sink.carrier(rows.number((String) end.getProperty("id")), path.length());
                }
            }
        }
    }

    /** The state of a branch is that of the path before its last tie, as the framework gives one state to all that follow. */
    private final class Walk implements PathExpander<Integer> {
        private final Node start;

        Walk(Node start) {
            this.start = start;
        }

        int stateOf(Path path) {
            int state = PeerRows.START;
            Node at = path.startNode();
            for (Relationship tie : path.relationships()) {
                state = after(state, tie, at).orElseThrow();
                at = tie.getOtherNode(at);
            }
            return state;
        }

        /** @param before the state before the last tie of the path */
        private int here(int before, Path path) {
            Relationship last = path.lastRelationship();
            return after(before, last, last.getOtherNode(path.endNode())).orElseThrow();
        }

        private Optional<Integer> after(int state, Relationship tie, Node at) {
            Node other = tie.getOtherNode(at);
            return rows.after(
                    state, tie.getType().name(), tie.getStartNode().equals(at), other.hasLabel(VENDOR));
        }

        @Override
        public ResourceIterable<Relationship> expand(Path path, BranchState<Integer> branch) {
            Node at = path.endNode();
            int state = path.length() == 0 ? PeerRows.START : here(branch.getState(), path);
            branch.setState(state);
            List<Relationship> next = new ArrayList<>();
            if (path.length() == 0 || !at.hasLabel(GOVERNMENT)) {
                for (Relationship tie : at.getRelationships()) {
                    Node other = tie.getOtherNode(at);
                    if (!other.equals(start) && holds(tie) && after(state, tie, at).isPresent()) {
                        next.add(tie);
                    }
                }
            }
            return Iterables.asResourceIterable(next);
        }

        @Override
        public PathExpander<Integer> reverse() {
            throw new UnsupportedOperationException();
        }

        private boolean holds(Relationship tie) {
            LocalDate from = (LocalDate) tie.getProperty("possibleFrom", LocalDate.MIN);
            LocalDate to = (LocalDate) tie.getProperty("possibleTo", LocalDate.MAX);
            return !from.isAfter(GeneratedFacts.AS_OF)
                    && GeneratedFacts.AS_OF.isBefore(to)
                    && !tie.getProperty("evidence").equals("denied")
                    && ((Number) tie.getProperty("percent", 100)).doubleValue() >= SearchOptions.DEFAULT_MIN_STAKE;
        }

        UniquenessFactory eachOnceInEachState() {
            return new UniquenessFactory() {
                @Override
                public UniquenessFilter create(Object none) {
                    record Place(Node node, int state) {}
                    Set<Place> seen = new HashSet<>();
                    return new UniquenessFilter() {
                        @Override
                        public boolean checkFirst(TraversalBranch branch) {
                            return seen.add(new Place(branch.endNode(), PeerRows.START));
                        }

                        @Override
                        public boolean check(TraversalBranch branch) {
                            int state = here((int) branch.state(), branch);
                            return seen.add(new Place(branch.endNode(), state));
                        }
                    };
                }

                @Override
                public boolean eagerStartBranches() {
                    return true;
                }
            };
        }
    }
}
