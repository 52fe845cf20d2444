package org.tieline.exposure;

import java.util.stream.IntStream;

/**
 * The least that any search of this graph has to do: a breadth-first search over offsets and targets, without states,
 * dates, stakes, order of ties or paths. It walks the very rows of the engine, all of them, which must be on one page.
 */
public final class BareSearch {
    private final int[] offsets;
    private final int[] targets;
    private final boolean[] seen;
    private final int[] queue;

    BareSearch(TieGraph graph) {
        RowPage page = graph.pages().getFirst();
        offsets = page.offsets.clone();
        targets = IntStream.range(0, page.rows.length).map(page::target).toArray();
        seen = new boolean[graph.organizationCount()];
        queue = new int[graph.organizationCount()];
    }

    /** The number of organizations within so many hops, the start included. */
    public int search(int start, int maxHops) {
        queue[0] = start;
        seen[start] = true;
        int size = 1;
        int level = 0;
        for (int hops = 0; hops < maxHops && level < size; hops++) {
            for (int levelEnd = size; level < levelEnd; level++) {
                int organization = queue[level];
                for (int row = offsets[organization]; row < offsets[organization + 1]; row++) {
                    int target = targets[row];
                    if (!seen[target]) {
                        seen[target] = true;
                        queue[size++] = target;
                    }
                }
            }
        }
        for (int i = 0; i < size; i++) {
            seen[queue[i]] = false;
        }
        return size;
    }
}
