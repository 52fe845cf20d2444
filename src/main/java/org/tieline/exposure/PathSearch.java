package org.tieline.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.FoundPaths;
import org.tieline.exposure.path.Hop;
import org.tieline.exposure.path.TiePath;

/**
 * All paths between two organizations that the rule of exposures allows and that pass no organization twice, shortest
 * first; safe for any number of threads.
 *
 * <p>First it goes back from the end and notes from where walks of how many hops lead there ({@link WalksToTarget}); then it
 * goes forward, for each length in turn, depth first and by tie ids, only where a walk of the length leads to the end. So
 * paths come in order, one by one, and none is kept that is not asked for.
 *
 * <p>There may be more paths than anybody can read, and walks that come back to themselves may hide those there are. The
 * search therefore ends after so many paths, or after {@value #MOST_LOOKS} looks at a tie. Going back looks at every tie at
 * most once a hop. The memory grows with the organizations from which the end can be reached, and with the paths asked for.
 */
public final class PathSearch {
    /** How many rows a search may look at on its way forward; the same question always ends at the same place. */
    public static final int MOST_LOOKS = 5_000_000;

    /** After so many looks, some milliseconds of work, others have their turn. */
    private static final int LOOKS_A_TURN = 1 << 18;

    public static final int DEFAULT_LIMIT = 100;

    /** The most paths of one answer. */
    public static final int MOST_PATHS = 1_000;

    private final TieGraph graph;
    private final long mostLooks;

    public PathSearch(TieGraph graph) {
        this(graph, MOST_LOOKS);
    }

    /** @param mostLooks how many rows it may look at on its way forward */
    PathSearch(TieGraph graph, long mostLooks) {
        this.graph = graph;
        this.mostLooks = mostLooks;
    }

    /**
     * The paths from one organization, where the walk starts as from a vendor, to another.
     *
     * @param from the id of an organization of any kind
     * @param to the id of another
     * @param limit the most paths, 1 to {@link #MOST_PATHS}
     * @throws IllegalArgumentException if the graph has no such organizations, both are the same, or the limit is out of range
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public FoundPaths paths(String from, String to, SearchOptions options, int limit) {
        long begun = SearchCost.turn();
        int start = number(from);
        int end = number(to);
        if (start == end) {
            throw new IllegalArgumentException("to must be another organization than from, was " + to);
        }
        if (limit < 1 || limit > MOST_PATHS) {
            throw new IllegalArgumentException("limit must be 1..%d, was %d".formatted(MOST_PATHS, limit));
        }
        TieFilter filter = new TieFilter(graph, options);
        RowFilter rows = new RowFilter(filter, options);
        WalksToTarget remaining = WalksToTarget.to(end, start, options.maxHops(), graph, rows);
        countFirstSteps(start, remaining, options.maxHops(), rows);
        Walk walk = new Walk(remaining, rows, start, limit);
        for (int hops = 1; hops <= options.maxHops() && walk.cut == null; hops++) {
            walk.go(hops);
        }
        SearchCost.PATHS.ended(begun);
        PathSpelling spelling = new PathSpelling(graph, filter);
        return new FoundPaths(
                walk.found.stream().map(path -> spell(start, path, spelling)).toList(), walk.cut, rows.leftOut());
    }

    private int number(String id) {
        return graph.find(id)
                .orElseThrow(() -> new IllegalArgumentException("no organization of this graph has the id " + id));
    }

    /** Has the ties counted that would have been first steps on a walk to the end and are not walked. */
    private void countFirstSteps(int start, WalksToTarget remaining, int maxHops, RowFilter rows) {
        RowPage page = graph.page(start);
        for (int row = page.from(start); row < page.to(start); row++) {
            WalkState next = WalkState.VENDOR.after(page.step(row));
            if (next != null && rows.isOpen(page, row)) {
                int leads = 0;
                for (int hops = 0; hops < maxHops; hops++) {
                    leads |= remaining.states(page.target(row), hops);
                }
                if ((leads & next.bit()) != 0) {
                    rows.passesOrCounts(page, row);
                }
            }
        }
    }

    private TiePath spell(int start, int[] rows, PathSpelling spelling) {
        List<Hop> path = new ArrayList<>(rows.length);
        int organization = start;
        WalkState before = WalkState.VENDOR;
        WalkState state = WalkState.VENDOR;
        WalkStep last = graph.page(start).step(rows[0]);
        for (int row : rows) {
            path.add(spelling.hop(organization, row));
            RowPage page = graph.page(organization);
            last = page.step(row);
            organization = page.target(row);
            before = state;
            state = Objects.requireNonNull(state.after(last));
        }
        return new TiePath(
                state.relation(before, last),
                PathSpelling.weakest(path),
                PathSpelling.certainty(path),
                PathSpelling.flags(path),
                List.copyOf(path));
    }

    /** The way forward. */
    private final class Walk {
        private final WalksToTarget remaining;
        private final RowFilter filter;
        private final int limit;
        private final int[] organizations = new int[SearchOptions.MOST_HOPS];
        private final int[] taken = new int[SearchOptions.MOST_HOPS];
        private long looks;

        /** The rows of each path. */
        final List<int[]> found = new ArrayList<>();

        /** Null while it may go on. */
        FoundPaths.@Nullable Cut cut;

        Walk(WalksToTarget remaining, RowFilter filter, int start, int limit) {
            this.remaining = remaining;
            this.filter = filter;
            this.limit = limit;
            organizations[0] = start;
        }

        /** Finds the paths of so many hops, until it is cut. */
        void go(int hops) {
            goOn(0, WalkState.VENDOR, hops);
        }

        /**
         * Goes on from the last organization of a beginning.
         *
         * @param depth how many ties were taken so far
         * @param hops how many are to be taken in all
         */
        private void goOn(int depth, WalkState state, int hops) {
            int organization = organizations[depth];
            RowPage page = graph.page(organization);
            int end = page.to(organization);
            for (int row = page.from(organization); row < end; row++) {
                if (looks++ >= mostLooks) {
                    cut = FoundPaths.Cut.EFFORT;
                    return;
                }
                if (looks % LOOKS_A_TURN == 0) {
                    SearchCost.turn();
                }
                WalkState next = state.after(page.step(row));
                int target = page.target(row);
                if (next == null
                        || (remaining.states(target, hops - depth - 1) & next.bit()) == 0
                        || !filter.isOpen(page, row)
                        || !filter.passes(page, row)
                        || isPassed(target, depth)) {
                    continue;
                }
                taken[depth] = row;
                if (depth + 1 == hops) {
                    arrive(hops);
                } else {
                    organizations[depth + 1] = target;
                    goOn(depth + 1, next, hops);
                }
                if (cut != null) {
                    return;
                }
            }
        }

        private void arrive(int hops) {
            if (found.size() == limit) {
                cut = FoundPaths.Cut.LIMIT;
            } else {
                found.add(Arrays.copyOf(taken, hops));
            }
        }

        private boolean isPassed(int organization, int depth) {
            for (int passed = 1; passed <= depth; passed++) {
                if (organizations[passed] == organization) {
                    return true;
                }
            }
            return false;
        }
    }
}
