package org.tieline.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
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

    /** What was seen of the graph, by as many threads as ever counted at once; those that count now have taken theirs out. */
    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();

    /** Counts what a search left out; it must not be closed yet. */
    public void add(FoundExposures reach) {
        reach.countLeftOut(this);
    }

    /** What the searches that were added would have walked but for their options, and why they did not. */
    public LeftOut total() {
        List<Seen> all = new ArrayList<>(seen);
        int[] sums = new int[TieFilter.Verdict.values().length];
        for (int verdict = 0; verdict < sums.length; verdict++) {
            sums[verdict] = count(all, verdict);
        }
        return TieFilter.Verdict.leftOut(sums);
    }

    /** How many ties anybody has seen with a verdict. */
    private static int count(List<Seen> all, int verdict) {
        List<long[]> sets = new ArrayList<>();
        for (Seen each : all) {
            long[] ties = each.leftOut[verdict];
            if (ties != null) {
                sets.add(ties);
            }
        }
        int count = 0;
        for (int word = 0; !sets.isEmpty() && word < sets.getFirst().length; word++) {
            long any = 0;
            for (long[] ties : sets) {
                any |= ties[word];
            }
            count += Long.bitCount(any);
        }
        return count;
    }

    void add(TieGraph graph, TieFilter filter, SearchOptions options, SearchMemory found) {
        Seen mine = seen.poll();
        if (mine == null) {
            mine = new Seen(graph);
        }
        new Look(graph, new RowFilter(filter, options), mine, found).run(options.maxHops());
        seen.offer(mine);
    }

    /** What one thread at a time has seen of the graph. */
    private static final class Seen {
        /** For each organization the states, as bits, all of whose ways on were looked at. */
        private final byte[] states;

        /** By ordinal of {@link TieFilter.Verdict} a bit for each tie that was left out for it; null before the first. */
        private final long[] @Nullable [] leftOut = new long[TieFilter.Verdict.values().length][];

        private final int ties;

        Seen(TieGraph graph) {
            states = new byte[graph.organizationCount()];
            ties = graph.ties.size();
        }

        void leaveOut(int tie, TieFilter.Verdict verdict) {
            long[] bits = leftOut[verdict.ordinal()];
            if (bits == null) {
                bits = new long[(ties >>> 6) + 1];
                leftOut[verdict.ordinal()] = bits;
            }
            bits[tie >>> 6] |= 1L << tie;
        }
    }

    /** A look at what one search left out: at each organization once, for all states in which it was found. */
    private static final class Look {
        private final TieGraph graph;
        private final RowFilter rows;
        private final Seen seen;
        private final SearchMemory found;
        private final int start;

        /** Organizations to look at together, and the steps that are of interest there. */
        private final int[] block = new int[ExposureSearch.LOOK_AHEAD];

        private final int[] stepsOf = new int[ExposureSearch.LOOK_AHEAD];
        private int width;

        Look(TieGraph graph, RowFilter rows, Seen seen, SearchMemory found) {
            this.graph = graph;
            this.rows = rows;
            this.seen = seen;
            this.found = found;
            start = SearchMemory.organization(found.keys[0]);
        }

        void run(int maxHops) {
            plan(start, WalkState.VENDOR.bit());
            if (found.isLarge()) {
                // In the order in which they lie in memory.
                for (int organization = 0; organization < found.marks.length; organization++) {
                    planFound(organization);
                }
            } else {
                int expanded = found.levelEnds[Math.min(found.levels, maxHops) - 1];
                for (int position = 1; position < expanded; position++) {
                    planFound(SearchMemory.organization(found.keys[position]));
                }
            }
            lookAtBlock();
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
                seen.states[organization] = (byte) (before | states);
                block[width] = organization;
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
            found.touched = touched;
            for (int i = 0; i < width; i++) {
                lookAt(block[i], stepsOf[i]);
            }
            width = 0;
        }

        private void lookAt(int organization, int steps) {
            RowPage page = graph.page(organization);
            int end = page.to(organization);
            for (int row = page.from(organization); row < end; row++) {
                if (!rows.isLeftOut(page, row, steps)) {
                    continue;
                }
                if (page.target(row) == start) {
                    // Of no interest here, but to a search that started elsewhere.
                    seen.states[organization] = 0;
                } else {
                    seen.leaveOut(page.tieOfRow[row], rows.verdict(page, row));
                }
            }
        }
    }
}
