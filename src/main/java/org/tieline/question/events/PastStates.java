package org.tieline.question.events;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.TieGraph;
import org.tieline.exposure.TieGraphBuilder;
import org.tieline.graph.GraphProblem;
import org.tieline.graph.GraphSink;
import org.tieline.graph.Movement;
import org.tieline.model.Ban;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.question.Snapshot;

/**
 * The states of the facts that are on record, made again out of the present one when somebody asks for them. For one thread.
 *
 * <p>Organizations stay in a state in which they were not on record yet, without ties: a question may name them. Blocs, identifiers
 * and counts of subscribers are those of today in every state.
 */
final class PastStates {
    private final Snapshot now;
    private final List<Movement> movements;
    private final Map<Long, Snapshot> made = new HashMap<>();
    private final Map<Long, List<MovedFact>> changes = new HashMap<>();

    /** The facts of the earliest state that was made; null if that is the present one. */
    private @Nullable SortedMap<String, String> facts;

    private long reached;

    PastStates(Snapshot now) {
        this.now = now;
        movements = now.movements();
        reached = latest();
        made.put(reached, now);
    }

    /** The number of the present state. */
    long latest() {
        return movements.isEmpty() ? 0 : movements.getLast().number();
    }

    /** The number of the earliest state that can be made again. */
    long earliest() {
        return movements.isEmpty() ? 0 : movements.getFirst().number() - 1;
    }

    /** Whether there were states before the earliest, of which nothing is kept. */
    boolean isCut() {
        return earliest() > 0;
    }

    /** The number of the state that was in force at a time; the earliest if that is later. */
    long at(Instant time) {
        return movements.stream()
                .filter(movement -> !movement.at().isAfter(time))
                .mapToLong(Movement::number)
                .max()
                .orElse(earliest());
    }

    /** When a state came in force; null for the earliest. */
    @Nullable
    Instant since(long state) {
        return state == earliest() ? null : movement(state).at();
    }

    /** When a state was followed by another; null for the present one. */
    @Nullable
    Instant until(long state) {
        return state == latest() ? null : movement(state + 1).at();
    }

    private Movement movement(long number) {
        return movements.get((int) (number - movements.getFirst().number()));
    }

    /** The facts that the movement to a state made other. */
    List<MovedFact> changesTo(long state) {
        return changes.computeIfAbsent(state, number -> Recording.changes(movement(number)));
    }

    /** A state by its number, from {@link #earliest} to {@link #latest}. */
    Snapshot state(long number) {
        while (reached > number) {
            for (MovedFact change : changesTo(reached)) {
                if (change.isAdded()) {
                    facts().remove(change.key());
                } else {
                    facts().put(change.key(), change.before());
                }
            }
            reached--;
            made.put(reached, new Facts().snapshot());
        }
        return Objects.requireNonNull(made.get(number));
    }

    /** The facts of the state that was reached, as texts by their keys. */
    private SortedMap<String, String> facts() {
        if (facts == null) {
            facts = FactTexts.of(now);
        }
        return facts;
    }

    /** Gathers the facts of one state. */
    private final class Facts implements GraphSink {
        private final TieGraphBuilder ties = TieGraph.builder();
        private final Map<String, Organization> organizations = new HashMap<>();
        private final TreeMap<String, Ban> bans = new TreeMap<>();
        private final Map<String, Source> sources = new HashMap<>();

        Snapshot snapshot() {
            Set<String> later = new HashSet<>(now.organizations().keySet());
            later.removeIf(id -> facts().containsKey("organization " + id));
            later.forEach(id -> organization(now.organization(id)));
            new FactTexts().read(facts(), this);
            return now.recording(ties.build(duplicate -> {}), organizations, bans, sources);
        }

        @Override
        public void organization(Organization organization) {
            if (organizations.putIfAbsent(organization.id(), organization) == null) {
                ties.add(organization);
            }
        }

        @Override
        public void source(Source source) {
            sources.put(source.id(), source);
            ties.add(source);
        }

        @Override
        public void ban(Ban ban) {
            bans.put(ban.id(), ban);
        }

        @Override
        public void tie(Tie tie) {
            ties.add(tie);
        }

        @Override
        public void problem(GraphProblem problem) {
            // It was told when the state was the present one.
        }
    }
}
