package org.tieline.exposure;

/** The rows of a graph by the organization that they lead to, for walking backwards: 8 bytes a row, 4 an organization. */
final class IncomingRows {
    /** Rows that lead to n: {@code rows[offsets[n]]} up to, not including, {@code rows[offsets[n + 1]]}. */
    final int[] offsets;

    /** Places of rows in {@link TieGraph#rows}. */
    final int[] rows;

    /** The organization that each of {@link #rows} leaves. */
    final int[] sources;

    IncomingRows(TieGraph graph) {
        int organizations = graph.organizationCount();
        offsets = new int[organizations + 1];
        for (long row : graph.rows) {
            offsets[TieGraph.target(row) + 1]++;
        }
        for (int organization = 0; organization < organizations; organization++) {
            offsets[organization + 1] += offsets[organization];
        }
        rows = new int[graph.rows.length];
        sources = new int[graph.rows.length];
        int[] next = offsets.clone();
        for (int source = 0; source < organizations; source++) {
            for (int row = graph.offsets[source]; row < graph.offsets[source + 1]; row++) {
                int at = next[TieGraph.target(graph.rows[row])]++;
                rows[at] = row;
                sources[at] = source;
            }
        }
    }
}
