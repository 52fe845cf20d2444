package org.tieline.exposure;

import java.util.Optional;
import org.tieline.exposure.path.Direction;
import org.tieline.model.OrganizationKind;

/**
 * The rows and the automaton of a graph as plain numbers, for whoever is to answer the same question: every way to walk a tie
 * on a day, and for each state and step the state after it.
 */
public final class PeerRows {
    /** The state in which a walk begins. */
    public static final int START = WalkState.VENDOR.ordinal();

    /** Steps have the numbers below. */
    public static final int STEPS = 16;

    /** Takes one way to walk a tie. */
    @FunctionalInterface
    public interface RowSink {
        /**
         * Takes one.
         *
         * @param source where it begins
         * @param step a number below {@value #STEPS}
         * @param target where it ends
         * @param from the first day on which the tie possibly holds, as {@link org.tieline.model.Day} has it
         * @param to the day before which it does
         */
        void row(int source, int step, int target, int from, int to);
    }

    /** Takes one entry of the automaton. */
    @FunctionalInterface
    public interface TransitionSink {
        /** Takes one: in this state this step leads to the next. */
        void transition(int state, int step, int next);
    }

    /** Takes a carrier that is exposed, and within how many hops. */
    @FunctionalInterface
    public interface CarrierSink {
        /** Takes one; each carrier once. */
        void carrier(int organization, int hops);
    }

    private final TieGraph graph;
    private final ExposureSearch search;
    private final byte[] transitions;

    private PeerRows(TieGraph graph) {
        this.graph = graph;
        search = new ExposureSearch(graph);
        transitions = ExposureSearch.transitions(SearchOptions.on(GeneratedFacts.AS_OF), true, false);
    }

    /** Those of generated facts. */
    public static PeerRows of(GeneratedFacts facts) {
        return new PeerRows(facts.graph());
    }

    /** Every row, by source. */
    public void rows(RowSink sink) {
        for (int source = 0; source < graph.organizationCount(); source++) {
            RowPage page = graph.page(source);
            for (int at = page.from(source); at < page.to(source); at++) {
                long row = page.rows[at];
                sink.row(source, (int) (row >>> 60), page.target(at), (int) (row >>> 16) & 0xFFFF, (int) row & 0xFFFF);
            }
        }
    }

    /** The automaton of the usual question, stakes below its least left out. */
    public void transitions(TransitionSink sink) {
        for (int state = 0; state < ExposureSearch.STATES; state++) {
            for (int step = 0; step < STEPS; step++) {
                int next = transitions[state << 4 | step];
                if (next != ExposureSearch.NOWHERE) {
                    sink.transition(state, step, next);
                }
            }
        }
    }

    /** The state after a step; empty if the walk cannot take it. */
    public Optional<Integer> after(int state, String type, boolean forward, boolean toVendor) {
        for (WalkStep step : WalkStep.values()) {
            boolean meant = step.type().text().equals(type)
                    && (step.direction() == Direction.FORWARD) == forward
                    && !step.isMinorStake()
                    && (step != WalkStep.SUPPLIES_VENDOR || toVendor)
                    && (step != WalkStep.SUPPLIES_CUSTOMER || !toVendor);
            int next = meant ? transitions[state << 4 | step.ordinal()] : ExposureSearch.NOWHERE;
            if (meant) {
                return next == ExposureSearch.NOWHERE ? Optional.empty() : Optional.of(next);
            }
        }
        return Optional.empty();
    }

    /** The number of states. */
    public int states() {
        return ExposureSearch.STATES;
    }

    /** The least state in which a carrier is exposed; all from it on are. */
    public int firstExposed() {
        return WalkState.EQUIPPED.ordinal();
    }

    /** How many organizations there are; they have the numbers below. */
    public int organizations() {
        return graph.organizationCount();
    }

    /** How many rows there are. */
    public int rowCount() {
        return graph.pages().stream().mapToInt(page -> page.rows.length).sum();
    }

    /** Whether a walk that comes to an organization in a state has found an exposed carrier. */
    public boolean isExposed(int organization, int state) {
        return state >= firstExposed() && organization >= firstCarrier() && organization < endOfCarriers();
    }

    /** The first carrier. */
    public int firstCarrier() {
        return graph.first(OrganizationKind.CARRIER);
    }

    /** The carriers end here, exclusive. */
    public int endOfCarriers() {
        return graph.end(OrganizationKind.CARRIER);
    }

    /** From here on organizations are governments, at which a walk ends. */
    public int firstGovernment() {
        return graph.first(OrganizationKind.GOVERNMENT);
    }

    /** The number of an organization. */
    public int number(String id) {
        return graph.find(id).orElseThrow();
    }

    /** Asks the engine. */
    public void engine(String vendor, int maxHops, CarrierSink sink) {
        try (FoundExposures found =
                search.reach(vendor, SearchOptions.on(GeneratedFacts.AS_OF).withMaxHops(maxHops))) {
            for (int i = 0; i < found.size(); i++) {
                sink.carrier(firstCarrier() + found.place(i), found.hops(i));
            }
        }
    }

    /** A bare search of the same rows. */
    public BareSearch bare() {
        return new BareSearch(graph);
    }
}
