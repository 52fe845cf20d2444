package org.tieline.exposure;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.tieline.model.OrganizationKind;

/**
 * Hops and relations of all exposures to one organization on many days, found together; safe for any number of threads.
 *
 * <p>Neighbouring days share nearly all their ties. So the days become the lanes of one {@link ExposureSearch}: an entry of
 * its queue carries the days on which its path is the first one to its organization and state. An organization that is
 * first reached by different paths on different days has an entry for each of them. All entries of a level stand in the
 * order of their paths; leaving out those without a certain day leaves exactly the queue of the search of that day, and
 * the answers are the same, down to which of several equally short paths is the first.
 */
public final class ExposureSweep {
    private static final State[] STATES = State.values();
    private static final Relation[] RELATIONS = Relation.values();

    /** The place of the lanes in which an organization was exposed: every exposed state closes this one. */
    private static final int EXPOSED = State.SHARED.ordinal();

    /** For each state the states, as bits, that it makes pointless; see {@link State#supersededBy()}. */
    private static final int[] CLOSES = closes();

    private final TieGraph graph;
    private final int firstCarrier;
    private final int endOfCarriers;
    private final int firstGovernment;
    private final BlockingQueue<SweepScratch> idle =
            new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

    public ExposureSweep(TieGraph graph) {
        this.graph = graph;
        firstCarrier = graph.first(OrganizationKind.CARRIER);
        endOfCarriers = graph.end(OrganizationKind.CARRIER);
        firstGovernment = graph.first(OrganizationKind.GOVERNMENT);
    }

    /** The graph that is swept. */
    public TieGraph graph() {
        return graph;
    }

    /** Takes in what a sweep finds. */
    @FunctionalInterface
    public interface Sink {
        /**
         * A carrier is exposed in the same way on days that follow each other in the list of days.
         *
         * @param carrier its place in {@link TieGraph#organizations} of the kind {@code CARRIER}
         * @param hops the number of ties on the path
         * @param relation how the path reads
         * @param from the place of the first of the days, in the list that was given
         * @param to the place after the last of them
         */
        void exposed(int carrier, int hops, Relation relation, int from, int to);
    }

    /**
     * Tells all exposures; each carrier at most once for each day, in no order that is promised.
     *
     * @param vendor the id of the organization to start at, of any kind
     * @param options how to search; its day is not looked at
     * @param days in ascending order, each once
     * @throws IllegalArgumentException if the graph has no such organization, or the days are not in order
     */
    public void sweep(String vendor, SearchOptions options, List<LocalDate> days, Sink sink) {
        int start = graph.find(vendor)
                .orElseThrow(() -> new IllegalArgumentException("no organization of this graph has the id " + vendor));
        for (int i = 1; i < days.size(); i++) {
            if (!days.get(i - 1).isBefore(days.get(i))) {
                throw new IllegalArgumentException(
                        "days must be in ascending order, were %s, %s".formatted(days.get(i - 1), days.get(i)));
            }
        }
        SweepScratch scratch = idle.poll();
        if (scratch == null) {
            scratch = new SweepScratch(graph.organizationCount());
        }
        for (int first = 0; first < days.size(); first += Lanes.MOST) {
            List<LocalDate> block = days.subList(first, Math.min(first + Lanes.MOST, days.size()));
            scratch.lanes.set(block);
            new Walk(scratch, options).run(start);
            tell(scratch, first, sink);
            scratch.clear();
        }
        idle.offer(scratch);
    }

    private void tell(SweepScratch scratch, int firstDay, Sink sink) {
        int hops = 1;
        for (int hit = 0; hit < scratch.hitCount; hit++) {
            while (hit >= scratch.hitEnds[hops]) {
                hops++;
            }
            int carrier = (scratch.hits[hit] >>> 3) - firstCarrier;
            Relation relation = RELATIONS[scratch.hits[hit] & 7];
            for (long left = scratch.lanesOfHit[hit]; left != 0; ) {
                int from = Long.numberOfTrailingZeros(left);
                int to = Long.numberOfTrailingZeros(~(left | (1L << from) - 1));
                sink.exposed(carrier, hops, relation, firstDay + from, firstDay + to);
                left &= -1L << to;
            }
        }
    }

    private static int[] closes() {
        int[] closes = new int[STATES.length];
        for (State pointless : STATES) {
            for (State by : STATES) {
                if ((pointless.supersededBy() & by.bit()) != 0) {
                    closes[by.ordinal()] |= pointless.bit();
                }
            }
        }
        return closes;
    }

    /** One sweep over as many days as there are lanes. */
    private final class Walk {
        private final SweepScratch scratch;
        private final SearchOptions options;
        private final TieFilter filter;
        private final Lanes lanes;
        private final long all;
        private final boolean rowsDecide;
        private final boolean stepsDecide;

        Walk(SweepScratch scratch, SearchOptions options) {
            this.scratch = scratch;
            this.options = options;
            filter = new TieFilter(graph, options);
            lanes = scratch.lanes;
            all = lanes.all();
            rowsDecide = filter.rowsDecide();
            stepsDecide = filter.stepsDecideStakes();
        }

        void run(int start) {
            scratch.start(start);
            byte[] transitions = ExposureSearch.transitions(options, stepsDecide, false);
            byte[] toExposed = ExposureSearch.transitions(options, stepsDecide, true);
            int levelStart = 0;
            for (int hops = 1; hops <= options.maxHops(); hops++) {
                int levelEnd = scratch.size;
                boolean last = hops == options.maxHops();
                for (int block = levelStart; block < levelEnd; block += ExposureSearch.LOOK_AHEAD) {
                    int width = Math.min(ExposureSearch.LOOK_AHEAD, levelEnd - block);
                    lookUp(block, width);
                    for (int i = 0; i < width; i++) {
                        scratch.reserve(scratch.rowTo[i] - scratch.rowFrom[i]);
                        if (last) {
                            expose(block + i, scratch.rowFrom[i], scratch.rowTo[i], toExposed);
                        } else {
                            expand(block + i, scratch.rowFrom[i], scratch.rowTo[i], transitions);
                        }
                    }
                }
                levelStart = levelEnd;
                scratch.hitEnds[hops] = scratch.hitCount;
            }
        }

        /** Finds the rows of a block of organizations and touches the first of each. */
        private void lookUp(int block, int width) {
            for (int i = 0; i < width; i++) {
                int organization = Scratch.organization(scratch.keys[block + i]);
                scratch.rowFrom[i] = graph.offsets[organization];
                scratch.rowTo[i] = graph.offsets[organization + 1];
            }
            long touched = 0;
            for (int i = 0; i < width; i++) {
                if (scratch.rowFrom[i] < scratch.rowTo[i]) {
                    touched += graph.rows[scratch.rowFrom[i]];
                }
            }
            scratch.rowsTouched = touched;
        }

        /** The inner loop of all levels but the last. */
        private void expand(int entry, int rowFrom, int rowTo, byte[] transitions) {
            long[] rows = graph.rows;
            byte[] closedInAll = scratch.closedInAll;
            long[] closed = scratch.closed;
            long here = scratch.lanesOf[entry];
            int state = Scratch.state(scratch.keys[entry]);
            int base = state << 4;
            for (int row = rowFrom; row < rowTo; row++) {
                long packed = rows[row];
                int next = transitions[base | (int) (packed >>> 60)];
                int target = TieGraph.target(packed);
                if (((closedInAll[target] | 1 << ExposureSearch.NOWHERE) >>> next & 1) != 0) {
                    continue;
                }
                long reached = here & ~closed[target << 3 | next] & (rowsDecide ? lanes.of(packed) : -1L);
                if (reached == 0 || (reached &= walked(row)) == 0) {
                    continue;
                }
                if (target >= firstCarrier && target < endOfCarriers && next >= State.EQUIPPED.ordinal()) {
                    long first = reached & ~closed[target << 3 | EXPOSED];
                    if (first != 0) {
                        hit(target, state, next, packed, first);
                    }
                }
                close(target, next, reached);
                if (next != State.SHARED.ordinal() && target < firstGovernment) {
                    scratch.keys[scratch.size] = Scratch.key(target, next);
                    scratch.lanesOf[scratch.size++] = reached;
                }
            }
        }

        /** The inner loop of the last level, on which only first exposures of carriers are of interest. */
        private void expose(int entry, int rowFrom, int rowTo, byte[] transitions) {
            long[] rows = graph.rows;
            byte[] closedInAll = scratch.closedInAll;
            long[] closed = scratch.closed;
            int lowest = firstCarrier;
            int end = endOfCarriers;
            long here = scratch.lanesOf[entry];
            int state = Scratch.state(scratch.keys[entry]);
            int base = state << 4;
            for (int row = rowFrom; row < rowTo; row++) {
                long packed = rows[row];
                int next = transitions[base | (int) (packed >>> 60)];
                int target = TieGraph.target(packed);
                if (next == ExposureSearch.NOWHERE
                        || target < lowest
                        || target >= end
                        || (closedInAll[target] >>> EXPOSED & 1) != 0) {
                    continue;
                }
                long first = here & ~closed[target << 3 | EXPOSED] & (rowsDecide ? lanes.of(packed) : -1L);
                if (first != 0 && (first &= walked(row)) != 0) {
                    hit(target, state, next, packed, first);
                    close(target, EXPOSED, first);
                }
            }
        }

        /** The lanes in which a tie is walked, as far as its row does not say. */
        private long walked(int row) {
            if (rowsDecide) {
                return stepsDecide || filter.stakeSuffices(graph.tieOfRow[row]) ? -1L : 0;
            }
            int tie = graph.tieOfRow[row];
            return filter.judge(tie, true) == TieFilter.Verdict.WALKED
                    ? lanes.between(filter.holdsFrom(tie), filter.holdsTo(tie))
                    : 0;
        }

        private void hit(int carrier, int state, int next, long row, long reached) {
            Relation relation = Relation.of(STATES[state], TieGraph.step(row).type(), STATES[next]);
            scratch.hits[scratch.hitCount] = carrier << 3 | relation.ordinal();
            scratch.lanesOfHit[scratch.hitCount++] = reached;
        }

        private void close(int target, int next, long reached) {
            if (scratch.closedInAll[target] == 0) {
                scratch.touched[scratch.touchedCount++] = target;
            }
            int full = scratch.closedInAll[target] | 1;
            for (int left = CLOSES[next]; left != 0; left &= left - 1) {
                int state = Integer.numberOfTrailingZeros(left);
                long now = scratch.closed[target << 3 | state] |= reached;
                if (now == all) {
                    full |= 1 << state;
                }
            }
            scratch.closedInAll[target] = (byte) full;
        }
    }
}
