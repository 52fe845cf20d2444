package org.tieline.exposure;

import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.tieline.model.OrganizationKind;

/**
 * Breadth-first search over (organization, state) of one graph; safe for any number of threads.
 *
 * <p>Organizations of a level are expanded in the order in which they were found and their rows in the order of tie ids,
 * so the first path to a state is the one whose sequence of tie ids comes first among the shortest. Such a search waits
 * for memory, hence the look-ahead: the rows of a whole block are touched before the first of them is worked on.
 */
public final class ExposureSearch {
    /** How many organizations are looked up ahead of the work; more gains nothing, fewer leave memory idle. */
    static final int LOOK_AHEAD = 16;

    static final int STATES = WalkState.values().length;

    /** In place of a state: there is no way on. */
    static final byte NOWHERE = (byte) STATES;

    /** For each state, and none for {@link #NOWHERE}, the states that make it pointless, as bits; see {@link WalkState#supersededBy()}. */
    private static final int[] SUPERSEDED = superseded(false);

    /** The same on the last level, where only the first exposure of an organization counts. */
    private static final int[] SUPERSEDED_LAST = superseded(true);

    /** What is found on the last level is marked so, as nobody walks on from there. */
    private static final int LEAF = WalkState.SHARED.bit();

    /** The marks of so many organizations, a byte each, lie in the processor's own memory. */
    private static final int NEAR = 1 << 19;

    /** The states from this ordinal on are those of {@link WalkState#EXPOSED}. */
    private static final int FIRST_EXPOSED = WalkState.EQUIPPED.ordinal();

    private final TieGraph graph;
    private final int firstCarrier;
    private final int endOfCarriers;
    private final int firstGovernment;
    private final BlockingQueue<SearchMemory> idle =
            new ArrayBlockingQueue<>(2 * Runtime.getRuntime().availableProcessors());
    private final AtomicInteger held = new AtomicInteger();
    private final ExposureSweep sweep;

    /** Whether what is marked at organizations is far from the processor. */
    private final boolean marksAreFar;

    public ExposureSearch(TieGraph graph) {
        this(graph, NEAR);
    }

    /** @param near so many organizations have their marks near the processor */
    ExposureSearch(TieGraph graph, int near) {
        this.graph = graph;
        marksAreFar = graph.organizationCount() > near;
        firstCarrier = graph.first(OrganizationKind.CARRIER);
        endOfCarriers = graph.end(OrganizationKind.CARRIER);
        firstGovernment = graph.first(OrganizationKind.GOVERNMENT);
        sweep = new ExposureSweep(graph);
    }

    /** The graph that is searched. */
    public TieGraph graph() {
        return graph;
    }

    /** How many searches hold their working memory now, because nobody has closed what they found. */
    public int held() {
        return held.get();
    }

    /** The search for hops and relations on many days of the same graph at once. */
    public ExposureSweep sweep() {
        return sweep;
    }

    /**
     * All carriers that are exposed to an organization. To be closed.
     *
     * @param vendor the id of the organization to start at, of any kind
     * @throws IllegalArgumentException if the graph has no such organization
     * @throws java.util.concurrent.CancellationException if the thread was interrupted before
     */
    public FoundExposures reach(String vendor, SearchOptions options) {
        long begun = SearchCost.turn();
        int start = graph.find(vendor)
                .orElseThrow(() -> new IllegalArgumentException("no organization of this graph has the id " + vendor));
        SearchMemory scratch = idle.poll();
        if (scratch == null) {
            scratch = new SearchMemory(graph.organizationCount());
        }
        TieFilter filter = new TieFilter(graph, options);
        new Walk(scratch, filter, options).run(start);
        SearchCost.REACH.ended(begun);
        held.incrementAndGet();
        return new FoundExposures(graph, filter, options, scratch, this::takeBack);
    }

    private void takeBack(SearchMemory scratch) {
        held.decrementAndGet();
        scratch.clear();
        idle.offer(scratch);
    }

    private static int[] superseded(boolean last) {
        int[] masks = new int[STATES + 1];
        for (WalkState state : WalkState.values()) {
            masks[state.ordinal()] = last ? WalkState.EXPOSED : state.supersededBy();
        }
        return masks;
    }

    /**
     * The ordinal of the state after a step, at {@code state << 4 | step}; {@link #NOWHERE} where the walk cannot or may not
     * go on.
     *
     * @param stepsDecide whether the step says if its stake is large enough
     * @param last whether only exposed states are of interest
     */
    static byte[] transitions(SearchOptions options, boolean stepsDecide, boolean last) {
        byte[] after = new byte[STATES << 4];
        Arrays.fill(after, NOWHERE);
        for (WalkState state : WalkState.values()) {
            for (WalkStep step : WalkStep.values()) {
                WalkState next = state.after(step);
                if (next != null
                        && options.ties().contains(step.type())
                        && !(stepsDecide && step.isMinorStake())
                        && (!last || (next.bit() & WalkState.EXPOSED) != 0)) {
                    after[state.ordinal() << 4 | step.ordinal()] = (byte) next.ordinal();
                }
            }
        }
        return after;
    }

    /**
     * What the organizations of one level are expanded with.
     *
     * @param transitions see {@link #transitions}
     * @param superseded see {@link #SUPERSEDED}
     * @param leaf the mark that finding any state sets; 0 where each sets its own
     * @param lowest the first target that is of interest
     * @param end the first after it that no longer is
     */
    private record Level(byte[] transitions, int[] superseded, int leaf, int lowest, int end) {}

    /** One search with its own scratch. */
    private final class Walk {
        private final SearchMemory scratch;
        private final TieFilter filter;
        private final SearchOptions options;
        private final int asOf;

        /** Whether the days in a row decide, so that the tie itself need not be looked at. */
        private final boolean rowsDecide;

        /** Whether the step says if its stake is large enough. */
        private final boolean stepsDecide;

        Walk(SearchMemory scratch, TieFilter filter, SearchOptions options) {
            this.scratch = scratch;
            this.filter = filter;
            this.options = options;
            asOf = filter.asOf();
            rowsDecide = filter.rowsDecide();
            stepsDecide = filter.stepsDecideStakes();
        }

        void run(int start) {
            Level inner = new Level(transitions(options, stepsDecide, false), SUPERSEDED, 0, 0, Integer.MAX_VALUE);
            scratch.start(start);
            int levelStart = 0;
            for (int hops = 1; hops <= options.maxHops() && levelStart < scratch.size; hops++) {
                int levelEnd = scratch.size;
                if (hops < options.maxHops()) {
                    expandLevel(levelStart, levelEnd, inner);
                } else if (scratch.hitCount < endOfCarriers - firstCarrier) {
                    byte[] toExposed = transitions(options, stepsDecide, true);
                    Level last = new Level(toExposed, SUPERSEDED_LAST, LEAF, firstCarrier, endOfCarriers);
                    expandLevel(levelStart, levelEnd, last);
                }
                levelStart = levelEnd;
                scratch.endLevel(hops);
            }
        }

        /** Expands the positions of one level. */
        private void expandLevel(int levelStart, int levelEnd, Level level) {
            for (int block = levelStart; block < levelEnd; block += LOOK_AHEAD) {
                int width = Math.min(LOOK_AHEAD, levelEnd - block);
                lookUp(block, width);
                for (int i = 0; i < width; i++) {
                    expand(block + i, i, level);
                }
            }
        }

        /** Finds the rows of a block of organizations and touches the first of each. */
        private void lookUp(int block, int width) {
            for (int i = 0; i < width; i++) {
                int key = scratch.keys[block + i];
                int organization = SearchMemory.organization(key);
                boolean walksOn = SearchMemory.state(key) != WalkState.SHARED.ordinal()
                        && (organization < firstGovernment || block + i == 0);
                RowPage page = graph.page(organization);
                scratch.pages[i] = page;
                scratch.rowFrom[i] = page.from(organization);
                scratch.rowTo[i] = walksOn ? page.to(organization) : scratch.rowFrom[i];
            }
            long touched = 0;
            for (int i = 0; i < width; i++) {
                if (scratch.rowFrom[i] < scratch.rowTo[i]) {
                    touched += scratch.pages[i].rows[scratch.rowFrom[i]];
                }
            }
            scratch.touched = touched;
        }

        /**
         * The inner loop. Everything it needs is local, nothing is allocated, and what rules a row out is gathered in bits
         * before the one branch on it: four branches that cannot be predicted would cost more than all the arithmetic. Where
         * the marks are far, a row that leads nowhere reads the first of them, which is near, so that memory is waited for only
         * where it decides; where they are near, waiting for what rules it out would take longer.
         */
        private void expand(int position, int inBlock, Level level) {
            RowPage page = scratch.pages[inBlock];
            int rowFrom = scratch.rowFrom[inBlock];
            int rowTo = scratch.rowTo[inBlock];
            scratch.reserve(rowTo - rowFrom);
            byte[] transitions = level.transitions;
            int[] superseded = level.superseded;
            int leaf = level.leaf;
            int lowest = level.lowest;
            int end = level.end;
            long[] rows = page.rows;
            byte[] far = page.far;
            byte[] marks = scratch.marks;
            int[] keys = scratch.keys;
            int[] parents = scratch.parents;
            int[] rowOf = scratch.rows;
            int[] hits = scratch.hits;
            boolean byRowAlone = rowsDecide && stepsDecide;
            int anyDay = rowsDecide ? 0 : -1;
            int day = asOf;
            boolean areFar = marksAreFar;
            int base = SearchMemory.state(keys[position]) << 4;
            int size = scratch.size;
            int hitCount = scratch.hitCount;
            for (int row = rowFrom; row < rowTo; row++) {
                long packed = rows[row];
                int next = transitions[base | (int) (packed >>> 60)];
                int target = RowPage.target(far, packed, row);
                int nowhere =
                        RowPage.misses(packed, day) & ~anyDay | target - lowest | end - 1 - target | NOWHERE - 1 - next;
                int mark = marks[areFar ? target & ~(nowhere >> 31) : target];
                if ((superseded[next] & mark | nowhere & Integer.MIN_VALUE) != 0
                        || !byRowAlone && !passes(page.tieOfRow[row])) {
                    continue;
                }
                marks[target] = (byte) (mark | (leaf != 0 ? leaf : 1 << next));
                keys[size] = SearchMemory.key(target, next);
                parents[size] = position;
                rowOf[size] = row;
                hits[hitCount] = size;
                hitCount += isFirstExposure(target, next, mark);
                size++;
            }
            scratch.size = size;
            scratch.hitCount = hitCount;
        }

        /** One if the target is a carrier, the state exposes it and it was not exposed before; else zero. */
        private int isFirstExposure(int target, int next, int mark) {
            int exposed = mark & WalkState.EXPOSED;
            int no = target - firstCarrier | endOfCarriers - 1 - target | next - FIRST_EXPOSED | -exposed;
            return ~no >>> 31;
        }

        private boolean passes(int tie) {
            return rowsDecide ? filter.stakeSuffices(tie) : filter.judge(tie) == TieFilter.Verdict.WALKED;
        }
    }
}
