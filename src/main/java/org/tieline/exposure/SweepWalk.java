package org.tieline.exposure;

import java.util.Arrays;
import java.util.List;
import org.tieline.exposure.path.Relation;
import org.tieline.model.OrganizationKind;

/** One sweep over as many days as there are lanes. */
final class SweepWalk {
    private static final WalkState[] STATES = WalkState.values();

    /** The place of the lanes in which an organization was exposed: every exposed state closes this one. */
    private static final int EXPOSED = WalkState.SHARED.ordinal();

    /** See {@link WalkState#supersedes}; by ordinal. */
    private static final int[] CLOSES =
            Arrays.stream(STATES).mapToInt(WalkState::supersedes).toArray();

    private final TieGraph graph;
    private final int firstCarrier;
    private final int endOfCarriers;
    private final int firstGovernment;
    private final SweepMemory scratch;
    private final LaneFilter filter;
    private final int maxHops;
    private final byte[] transitions;

    /** The same towards exposed states alone. */
    private final byte[] toExposed;

    /** Every lane. */
    private final long all;

    /** @param questions see {@link ExposureSweep#sweep}; as many as there may be lanes */
    SweepWalk(TieGraph graph, SweepMemory scratch, List<SearchOptions> questions) {
        this.graph = graph;
        this.scratch = scratch;
        firstCarrier = graph.first(OrganizationKind.CARRIER);
        endOfCarriers = graph.end(OrganizationKind.CARRIER);
        firstGovernment = graph.first(OrganizationKind.GOVERNMENT);
        filter = new LaneFilter(graph, questions, scratch.lanes);
        SearchOptions options = questions.getFirst();
        maxHops = options.maxHops();
        transitions = ExposureSearch.transitions(options, filter.stepsDecide(), false);
        toExposed = ExposureSearch.transitions(options, filter.stepsDecide(), true);
        all = scratch.lanes.all();
    }

    void run(int start) {
        scratch.start(start);
        int levelStart = 0;
        for (int hops = 1; hops <= maxHops; hops++) {
            int levelEnd = scratch.size;
            boolean last = hops == maxHops;
            for (int block = levelStart; block < levelEnd; block += ExposureSearch.LOOK_AHEAD) {
                int width = Math.min(ExposureSearch.LOOK_AHEAD, levelEnd - block);
                lookUp(block, width);
                for (int i = 0; i < width; i++) {
                    scratch.reserve(scratch.rowTo[i] - scratch.rowFrom[i]);
                    if (last) {
                        expose(block + i, i);
                    } else {
                        expand(block + i, i);
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
            int organization = SearchMemory.organization(scratch.keys[block + i]);
            RowPage page = graph.page(organization);
            scratch.pages[i] = page;
            scratch.rowFrom[i] = page.from(organization);
            scratch.rowTo[i] = page.to(organization);
        }
        long touched = 0;
        for (int i = 0; i < width; i++) {
            if (scratch.rowFrom[i] < scratch.rowTo[i]) {
                touched += scratch.pages[i].rows[scratch.rowFrom[i]];
            }
        }
        scratch.rowsTouched = touched;
    }

    /** The inner loop of all levels but the last. */
    private void expand(int entry, int inBlock) {
        RowPage page = scratch.pages[inBlock];
        int rowTo = scratch.rowTo[inBlock];
        byte[] after = transitions;
        long[] rows = page.rows;
        byte[] far = page.far;
        byte[] closedInAll = scratch.closedInAll;
        long here = scratch.lanesOf[entry];
        int state = SearchMemory.state(scratch.keys[entry]);
        int base = state << 4;
        for (int row = scratch.rowFrom[inBlock]; row < rowTo; row++) {
            long packed = rows[row];
            int next = after[base | (int) (packed >>> 60)];
            int target = RowPage.target(far, packed, row);
            if (((closedInAll[target] | 1 << ExposureSearch.NOWHERE) >>> next & 1) != 0) {
                continue;
            }
            long reached = here & ~scratch.closed(target, next) & filter.byRow(packed);
            if (reached == 0 || (reached = filter.walked(page.tieOfRow[row], reached)) == 0) {
                continue;
            }
            if (target >= firstCarrier && target < endOfCarriers && next >= WalkState.EQUIPPED.ordinal()) {
                long first = reached & ~scratch.closed(target, EXPOSED);
                if (first != 0) {
                    hit(target, state, next, packed, first);
                }
            }
            close(target, next, reached);
            if (next != WalkState.SHARED.ordinal() && target < firstGovernment) {
                scratch.keys[scratch.size] = SearchMemory.key(target, next);
                scratch.lanesOf[scratch.size++] = reached;
            }
        }
    }

    /** The inner loop of the last level, on which only first exposures of carriers are of interest. */
    private void expose(int entry, int inBlock) {
        RowPage page = scratch.pages[inBlock];
        int rowTo = scratch.rowTo[inBlock];
        byte[] after = toExposed;
        long[] rows = page.rows;
        byte[] far = page.far;
        byte[] closedInAll = scratch.closedInAll;
        int lowest = firstCarrier;
        int end = endOfCarriers;
        long here = scratch.lanesOf[entry];
        int state = SearchMemory.state(scratch.keys[entry]);
        int base = state << 4;
        for (int row = scratch.rowFrom[inBlock]; row < rowTo; row++) {
            long packed = rows[row];
            int next = after[base | (int) (packed >>> 60)];
            int target = RowPage.target(far, packed, row);
            if (next == ExposureSearch.NOWHERE
                    || target < lowest
                    || target >= end
                    || (closedInAll[target] >>> EXPOSED & 1) != 0) {
                continue;
            }
            long first = here & ~scratch.closed(target, EXPOSED) & filter.byRow(packed);
            if (first != 0 && (first = filter.walked(page.tieOfRow[row], first)) != 0) {
                hit(target, state, next, packed, first);
                close(target, EXPOSED, first);
            }
        }
    }

    private void hit(int carrier, int state, int next, long row, long reached) {
        Relation relation = PathSpelling.ofExposed(STATES[state], RowPage.step(row), STATES[next]);
        scratch.hits[scratch.hitCount] = carrier << 4 | relation.ordinal();
        scratch.lanesOfHit[scratch.hitCount++] = reached;
    }

    private void close(int target, int next, long reached) {
        if (scratch.closedInAll[target] == 0) {
            scratch.touched[scratch.touchedCount++] = target;
        }
        long[] closed = scratch.closedPage(target);
        int place = SweepMemory.place(target);
        int full = scratch.closedInAll[target] | 1;
        for (int left = CLOSES[next]; left != 0; left &= left - 1) {
            int state = Integer.numberOfTrailingZeros(left);
            long now = closed[place | state] |= reached;
            if (now == all) {
                full |= 1 << state;
            }
        }
        scratch.closedInAll[target] = (byte) full;
    }
}
