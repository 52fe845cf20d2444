package org.tieline.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;
import org.tieline.model.Tie;

/**
 * Makes another graph of one: some ties fewer, some more. Organizations and sources are shared and keep their numbers;
 * ties are numbered by id, so that every tie after an added one moves up. All that costs is one copy of the arrays.
 */
final class TieGraphEdit {
    private final TieGraph graph;
    private final BitSet removed = new BitSet();
    private final TieTableBuilder arrived = new TieTableBuilder();
    private final TieTable added;
    private final TieGraphBuilder.Rows addedRows;
    private final Splice splice;

    /**
     * @param without ids of ties to leave out
     * @param more the ties to add
     * @param supposed ids of those that nobody published; their sources are left out if this graph does not have them
     * @throws IllegalArgumentException if a tie to leave out is not there, one to add is there already or is there twice,
     *     or it names an organization or a source that is not there
     */
    TieGraphEdit(TieGraph graph, Collection<String> without, Collection<Tie> more, Set<String> supposed) {
        this.graph = graph;
        without.forEach(id -> removed.set(number(id)));
        arrive(more, supposed);
        int[] order = arrived.order(id -> {
            throw new IllegalArgumentException("two ties are added with the id " + id);
        });
        added = new TieTable(arrived, order, identity(graph.organizationCount()));
        supposed.stream().mapToInt(added::find).filter(tie -> tie >= 0).forEach(added::suppose);
        addedRows = new TieGraphBuilder.Rows(arrived, order, added, graph.lives, graph.end(OrganizationKind.VENDOR));
        splice = new Splice(graph.tieCount(), removed, places());
    }

    private int number(String id) {
        int tie = graph.ties.find(id);
        if (tie < 0) {
            throw new IllegalArgumentException("there is no tie with the id " + id);
        }
        return tie;
    }

    private void arrive(Collection<Tie> more, Set<String> supposed) {
        Map<String, Integer> sourceOf = sources(more);
        int[] publishedBy = publishedBy(sourceOf.values());
        for (Tie tie : more) {
            List<Integer> sources = new ArrayList<>();
            for (String source : tie.sources()) {
                if (sourceOf.containsKey(source)) {
                    sources.add(sourceOf.get(source));
                } else if (!supposed.contains(tie.id())) {
                    throw new IllegalArgumentException(
                            "tie %s names no source of this graph: %s".formatted(tie.id(), source));
                }
            }
            arrived.add(
                    tie,
                    organization(tie.from(), tie),
                    organization(tie.to(), tie),
                    sources.stream().mapToInt(Integer::intValue).toArray(),
                    publishedBy);
        }
    }

    private int organization(String id, Tie tie) {
        return graph.find(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "tie %s names no organization of this graph: %s".formatted(tie.id(), id)));
    }

    /** The numbers of those sources of the ties that the graph has. */
    private Map<String, Integer> sources(Collection<Tie> ties) {
        Set<String> wanted = new TreeSet<>();
        ties.forEach(tie -> wanted.addAll(tie.sources()));
        Map<String, Integer> numbers = new HashMap<>();
        for (int source = 0; source < graph.sourceCount() && !wanted.isEmpty(); source++) {
            if (wanted.contains(graph.sourceId(source))) {
                numbers.put(graph.sourceId(source), source);
            }
        }
        return numbers;
    }

    /** As {@link TieTableBuilder#add} wants it, with the days of some sources alone. */
    private int[] publishedBy(Collection<Integer> sources) {
        int[] days = new int[graph.sourceCount()];
        for (int source : sources) {
            PartialDate date = graph.published(source);
            days[source] = date == null ? TieTable.NEVER : (int) date.lastDay().toEpochDay();
        }
        return days;
    }

    private int[] places() {
        int[] places = new int[added.size()];
        for (int tie = 0; tie < places.length; tie++) {
            int found = graph.ties.search(added.id(tie));
            if (found >= 0 && !removed.get(found)) {
                throw new IllegalArgumentException("there is a tie with the id %s already".formatted(added.id(tie)));
            }
            places[tie] = found >= 0 ? found : -1 - found;
        }
        return places;
    }

    private static int[] identity(int length) {
        int[] identity = new int[length];
        Arrays.setAll(identity, i -> i);
        return identity;
    }

    /** The other graph. */
    TieGraph graph() {
        TieTable ties = new TieTable(graph.ties, added, splice);
        int[] places = splice.placesOfFirst();
        int[] addedPlaces = splice.placesOfSecond();
        int size = graph.rows.length + addedRows.rows.length - removedRows();
        int[] offsets = new int[graph.offsets.length];
        long[] rows = new long[size];
        int[] tieOfRow = new int[size];
        int at = 0;
        for (int organization = 0; organization < graph.organizationCount(); organization++) {
            int next = addedRows.offsets[organization];
            int end = addedRows.offsets[organization + 1];
            for (int row = graph.offsets[organization]; row < graph.offsets[organization + 1]; row++) {
                int tie = places[graph.tieOfRow[row]];
                while (next < end && tie >= 0 && addedPlaces[addedRows.tieOfRow[next]] < tie) {
                    at = putAdded(next++, addedPlaces, rows, tieOfRow, at);
                }
                if (tie >= 0) {
                    rows[at] = graph.rows[row];
                    tieOfRow[at++] = tie;
                }
            }
            while (next < end) {
                at = putAdded(next++, addedPlaces, rows, tieOfRow, at);
            }
            offsets[organization + 1] = at;
        }
        return graph.with(offsets, rows, tieOfRow, ties);
    }

    private int putAdded(int row, int[] places, long[] rows, int[] tieOfRow, int at) {
        rows[at] = addedRows.rows[row];
        tieOfRow[at] = places[addedRows.tieOfRow[row]];
        return at + 1;
    }

    private int removedRows() {
        int count = 0;
        if (!removed.isEmpty()) {
            for (int tie : graph.tieOfRow) {
                count += removed.get(tie) ? 1 : 0;
            }
        }
        return count;
    }
}
