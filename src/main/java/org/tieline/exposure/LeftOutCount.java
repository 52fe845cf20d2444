package org.tieline.exposure;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.LeftOut;

/**
 * Counts what several searches on one graph with the same options left out, each tie once; safe for any number of threads.
 * The sum is the same whichever search tells of a tie first.
 */
public final class LeftOutCount {
    /** For each set of states, as bits, the steps that lead on from any of them, as bits. */
    private static final short[] STEPS = new short[1 << WalkState.values().length];

    static {
        for (int states = 0; states < STEPS.length; states++) {
            for (WalkState state : WalkState.values()) {
                for (WalkStep step : WalkStep.values()) {
                    boolean leadsOn = (states & state.bit()) != 0 && state.after(step) != null;
                    STEPS[states] |= (short) (leadsOn ? step.bit() : 0);
                }
            }
        }
    }

    /** How many organizations are looked at in one part, where there are many. */
    private static final int PART = 1 << 20;

    private final int part;

    /** What was seen of the graph; null before the first search. */
    private @Nullable Seen seen;

    public LeftOutCount() {
        this(PART);
    }

    /** @param part how many organizations are looked at in one part, where there are many */
    LeftOutCount(int part) {
        this.part = part;
    }

    /** Counts what a search left out; it must not be closed yet. */
    public void add(FoundExposures reach) {
        parts(reach).forEach(Runnable::run);
    }

    /**
     * The work of counting what a search left out, in parts of which each is done once, by any thread. The search must not be
     * closed before.
     *
     * @return more than one where the search found many organizations
     */
    public List<Runnable> parts(FoundExposures reach) {
        return reach.leftOutParts(this);
    }

    /** What the searches that were added would have walked but for their options, and why they did not. */
    public LeftOut total() {
        int[] sums = new int[TieFilter.Verdict.values().length];
        Seen all = seenIfAny();
        for (int verdict = 0; all != null && verdict < sums.length; verdict++) {
            sums[verdict] = all.counts.get(verdict);
        }
        return TieFilter.Verdict.leftOut(sums);
    }

    List<Runnable> parts(TieGraph graph, TieFilter filter, SearchOptions options, SearchMemory found) {
        Seen all = seenOf(graph);
        if (!found.isLarge()) {
            return List.of(
                    () -> new Look(graph, new RowFilter(filter, options), all, found).atFound(options.maxHops()));
        }
        List<Runnable> parts = new ArrayList<>();
        for (int first = 0; first < found.marks.length; first += part) {
            int from = first;
            int to = Math.min(from + part, found.marks.length);
            parts.add(() -> new Look(graph, new RowFilter(filter, options), all, found).atMarked(from, to));
        }
        return parts;
    }

    private synchronized @Nullable Seen seenIfAny() {
        return seen;
    }

    private synchronized Seen seenOf(TieGraph graph) {
        if (seen == null) {
            seen = new Seen(graph);
        }
        return seen;
    }

    /** What all threads together have seen of the graph. */
    private static final class Seen {
        private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);

        /**
         * For each organization the states, as bits, all of whose ways on were looked at. Threads may overwrite what others
         * wrote, and look twice then.
         */
        private final byte[] states;

        /** A bit for each tie that was left out; who sets it counts the tie. Why it was follows from the tie alone. */
        private final long[] leftOut;

        /** By ordinal of {@link TieFilter.Verdict} the ties that were left out for it. */
        private final AtomicIntegerArray counts = new AtomicIntegerArray(TieFilter.Verdict.values().length);

        Seen(TieGraph graph) {
            states = new byte[graph.organizationCount()];
            leftOut = new long[(graph.ties.size() >>> 6) + 1];
        }

        /** Whether a tie was not left out before, as far as this thread knows, and is now. */
        boolean leaveOut(int tie) {
            long bit = 1L << tie;
            return (leftOut[tie >>> 6] & bit) == 0
                    && ((long) WORDS.getAndBitwiseOr(leftOut, tie >>> 6, bit) & bit) == 0;
        }
    }

    /** A look at what one search left out: at each organization once, for all states in which it was found. */
    private static final class Look {
        private final TieGraph graph;
        private final RowFilter rows;
        private final Seen seen;
        private final SearchMemory found;
        private final int start;

        /** Organizations to look at together, the states in which they were found, and the steps that are of interest there. */
        private final int[] block = new int[ExposureSearch.LOOK_AHEAD];

        private final int[] statesOf = new int[ExposureSearch.LOOK_AHEAD];
        private final int[] stepsOf = new int[ExposureSearch.LOOK_AHEAD];
        private int width;

        /** Written so that the touching of rows is not optimised away; never read. */
        @SuppressWarnings({"unused", "FieldCanBeLocal"})
        private long sink;

        /** As {@link Seen#counts}, of this look. */
        private final int[] counts = new int[TieFilter.Verdict.values().length];

        Look(TieGraph graph, RowFilter rows, Seen seen, SearchMemory found) {
            this.graph = graph;
            this.rows = rows;
            this.seen = seen;
            this.found = found;
            start = SearchMemory.organization(found.keys[0]);
        }

        /** Looks at all organizations from which the search went on. */
        void atFound(int maxHops) {
            plan(start, WalkState.VENDOR.bit());
            int expanded = found.levelEnds[Math.min(found.levels, maxHops) - 1];
            for (int position = 1; position < expanded; position++) {
                planFound(SearchMemory.organization(found.keys[position]));
            }
            end();
        }

        /** Looks at those among some organizations, in the order in which they lie in memory. */
        void atMarked(int from, int to) {
            if (from <= start && start < to) {
                plan(start, WalkState.VENDOR.bit());
            }
            for (int organization = from; organization < to; organization++) {
                planFound(organization);
            }
            end();
        }

        private void end() {
            lookAtBlock();
            for (int verdict = 0; verdict < counts.length; verdict++) {
                seen.counts.addAndGet(verdict, counts[verdict]);
            }
        }

        private void planFound(int organization) {
            if (organization != start && !graph.isGovernment(organization)) {
                plan(organization, found.marks[organization]);
            }
        }

        private void plan(int organization, int states) {
            int before = seen.states[organization];
            int steps = STEPS[states & 0xFF] & ~STEPS[before & 0xFF] & rows.open();
            if (steps != 0) {
                block[width] = organization;
                statesOf[width] = states;
                stepsOf[width] = steps;
                width++;
                if (width == block.length) {
                    lookAtBlock();
                }
            }
        }

        /** Asks memory for the first row of each organization before the first of them is worked on. */
        private void lookAtBlock() {
            long touched = 0;
            for (int i = 0; i < width; i++) {
                RowPage page = graph.page(block[i]);
                int row = page.from(block[i]);
                if (row < page.rows.length) {
                    touched += page.rows[row] + page.tieOfRow[row];
                }
            }
            sink = touched;
            for (int i = 0; i < width; i++) {
                if (lookAt(block[i], stepsOf[i])) {
                    seen.states[block[i]] |= (byte) statesOf[i];
                }
            }
            width = 0;
        }

        /**
         * Counts the ties that were left out at an organization.
         *
         * @return whether those were all; else one leads to the start, which is of no interest here, but to a search that started
         *     elsewhere
         */
        private boolean lookAt(int organization, int steps) {
            RowPage page = graph.page(organization);
            int end = page.to(organization);
            boolean all = true;
            for (int row = page.from(organization); row < end; row++) {
                if (!rows.isLeftOut(page, row, steps)) {
                    continue;
                }
                if (page.target(row) == start) {
                    all = false;
                } else if (seen.leaveOut(page.tieOfRow[row])) {
                    counts[rows.verdict(page, row).ordinal()]++;
                }
            }
            return all;
        }
    }
}
