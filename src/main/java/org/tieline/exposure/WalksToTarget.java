package org.tieline.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * From which organizations, in which states, walks of exactly so many hops lead to a target: what a search for paths asks
 * before each step, so that it goes nowhere in vain but where a walk would come back to itself.
 *
 * <p>Found backwards from the target, level by level, over every tie at most once a level. It knows organizations that were
 * reached and no others, and takes {@code maxHops} bytes of memory for each.
 */
final class WalksToTarget {
    /** What the target may be reached in: anything but the start's own state. */
    private static final int ACCEPTED = 0xFF & ~WalkState.VENDOR.bit();

    /** The states before a step, as bits, by {@code step << 8 | states after it}; never that of the start. */
    private static final byte[] BEFORE = before();

    private final int levels;

    /** Open addressing: places in {@link #organizations} plus one, 0 where a slot is free; the length is a power of two. */
    private int[] slots = new int[1 << 8];

    private int[] organizations = new int[1 << 7];

    /** States as bits, {@link #levels} bytes for each of {@link #organizations}, by the number of hops. */
    private byte[] states;

    private int size;

    private WalksToTarget(int levels) {
        this.levels = levels;
        states = new byte[organizations.length * levels];
    }

    /**
     * Goes back from a target.
     *
     * @param start where walks begin; neither passed through nor gone back to
     * @param levels the most hops that are of interest, plus one
     * @param filter told of the ties that it did not take, too
     */
    static WalksToTarget to(int target, int start, int levels, TieGraph graph, RowFilter filter) {
        WalksToTarget remaining = new WalksToTarget(levels);
        remaining.add(target, 0, ACCEPTED);
        IncomingRows arrivals = graph.arrivals();
        for (int hops = 0; hops + 1 < levels; hops++) {
            // What is added on the way has no states at this number of hops.
            for (int place = 0; place < remaining.size; place++) {
                int reached = remaining.states[place * levels + hops] & 0xFF;
                int organization = remaining.organizations[place];
                if (reached == 0) {
                    continue;
                }
                IncomingRows.Page incoming = arrivals.page(organization);
                int end = incoming.to(organization);
                for (int at = incoming.from(organization); at < end; at++) {
                    int row = incoming.rows[at];
                    int source = incoming.sources[at];
                    RowPage page = graph.page(source);
                    int before = before(page.rows[row], reached);
                    boolean onTheWay =
                            before != 0 && source != start && source != target && !graph.isGovernment(source);
                    if (onTheWay && filter.isOpen(page, row) && filter.passesOrCounts(page, row)) {
                        remaining.add(source, hops + 1, before);
                    }
                }
            }
        }
        return remaining;
    }

    /** The states, as bits, from which the step of a row leads to one of those given. */
    private static int before(long row, int reached) {
        return BEFORE[RowPage.step(row).ordinal() << 8 | reached] & 0xFF;
    }

    /** The states, as bits, from which a walk of so many hops leads from an organization to the target. */
    int states(int organization, int hops) {
        int place = slots[slot(organization)] - 1;
        return place < 0 ? 0 : states[place * levels + hops] & 0xFF;
    }

    private void add(int organization, int hops, int more) {
        int slot = slot(organization);
        if (slots[slot] == 0) {
            if (size == organizations.length) {
                grow();
                slot = slot(organization);
            }
            organizations[size++] = organization;
            slots[slot] = size;
        }
        states[(slots[slot] - 1) * levels + hops] |= (byte) more;
    }

    private void grow() {
        organizations = Arrays.copyOf(organizations, 2 * size);
        states = Arrays.copyOf(states, 2 * size * levels);
        slots = new int[2 * slots.length];
        for (int place = 0; place < size; place++) {
            slots[slot(organizations[place])] = place + 1;
        }
    }

    /** The slot of an organization, or the free one that it would take. */
    private int slot(int organization) {
        int mask = slots.length - 1;
        // The highest bits of a multiple by the golden ratio spread neighbouring numbers, after Knuth.
        int slot = organization * 0x9E3779B9 >>> Integer.numberOfLeadingZeros(mask);
        while (slots[slot] != 0 && organizations[slots[slot] - 1] != organization) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static byte[] before() {
        byte[] before = new byte[WalkStep.values().length << 8];
        for (WalkStep step : WalkStep.values()) {
            for (int after = 0; after < 1 << 8; after++) {
                for (WalkState state : WalkState.values()) {
                    WalkState next = state.after(step);
                    if (state != WalkState.VENDOR && next != null && (next.bit() & after) != 0) {
                        before[step.ordinal() << 8 | after] |= (byte) state.bit();
                    }
                }
            }
        }
        return before;
    }

    /**
     * The rows of a graph by the organization that they lead to, for walking backwards: 8 bytes a row, 4 an organization; in
     * pages, as those of the graph are.
     */
    static final class IncomingRows {
        private final Page[] pages;
        private final int shift;

        /** Organizations whose rows are others than when this was made, with those rows. */
        private final Map<Integer, RowPage> changed;

        /** By organization the rows of {@link #changed} that lead to it: first the organization that each leaves, then its place. */
        private final Map<Integer, List<int[]>> more = new HashMap<>();

        /** Those that lead to organizations with neighbouring numbers. */
        static final class Page {
            private final int first;

            /** Rows that lead to n: {@code rows[offsets[n - first]]} up to, not including, {@code rows[offsets[n - first + 1]]}. */
            private final int[] offsets;

            /** Places of rows, each in the page of the organization that it leaves. */
            final int[] rows;

            /** The organization that each of {@link #rows} leaves. */
            final int[] sources;

            private Page(int first, int[] offsets) {
                this.first = first;
                this.offsets = offsets;
                rows = new int[offsets[offsets.length - 1]];
                sources = new int[rows.length];
            }

            int from(int organization) {
                return offsets[organization - first];
            }

            int to(int organization) {
                return offsets[organization - first + 1];
            }
        }

        IncomingRows(TieGraph graph) {
            changed = Map.of();
            int[] counts = new int[graph.organizationCount()];
            for (RowPage page : graph.pages()) {
                for (int row = 0; row < page.rows.length; row++) {
                    counts[page.target(row)]++;
                }
            }
            shift = RowPage.shift(counts, RowPage.MOST_ROWS);
            pages = RowPage.offsets(counts, shift, Page::new).toArray(Page[]::new);
            int[] next = counts;
            for (int organization = 0; organization < next.length; organization++) {
                next[organization] = page(organization).from(organization);
            }
            for (RowPage page : graph.pages()) {
                for (int source = page.first; source < page.end(); source++) {
                    for (int row = page.from(source); row < page.to(source); row++) {
                        int target = page.target(row);
                        int at = next[target]++;
                        Page incoming = page(target);
                        incoming.rows[at] = row;
                        incoming.sources[at] = source;
                    }
                }
            }
        }

        /** @param changed the rows of organizations that are others than they were */
        IncomingRows(IncomingRows before, Map<Integer, RowPage> changed) {
            this.changed = changed;
            pages = before.pages;
            shift = before.shift;
            changed.forEach((source, page) -> {
                for (int row = 0; row < page.rows.length; row++) {
                    more.computeIfAbsent(page.target(row), none -> new ArrayList<>(1))
                            .add(new int[] {source, row});
                }
            });
        }

        Page page(int organization) {
            Page page = pages[organization >>> shift];
            return changed.isEmpty() ? page : changed(organization, page);
        }

        private Page changed(int organization, Page before) {
            List<int[]> added = more.getOrDefault(organization, List.of());
            int from = before.from(organization);
            int to = before.to(organization);
            int size = added.size();
            for (int at = from; at < to; at++) {
                size += changed.containsKey(before.sources[at]) ? 0 : 1;
            }
            if (added.isEmpty() && size == to - from) {
                return before;
            }
            Page page = new Page(organization, new int[] {0, size});
            int next = 0;
            for (int at = from; at < to; at++) {
                if (!changed.containsKey(before.sources[at])) {
                    page.rows[next] = before.rows[at];
                    page.sources[next++] = before.sources[at];
                }
            }
            for (int[] each : added) {
                page.sources[next] = each[0];
                page.rows[next++] = each[1];
            }
            return page;
        }
    }
}
