package org.tieline.exposure;

import java.util.BitSet;
import java.util.Collection;
import java.util.Set;
import org.tieline.exposure.column.Splice;
import org.tieline.exposure.column.ValueTables;
import org.tieline.model.OrganizationKind;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/**
 * Makes another graph of one: some ties fewer, some more. Organizations and sources are shared and keep their numbers;
 * ties are numbered by id, so that every tie after an added one moves up. All that costs is one copy of the arrays.
 */
final class TieGraphEdit {
    private final TieGraph graph;
    private final BitSet removed = new BitSet();
    private final TieTableBuilder arrived;
    private final TieTable added;
    private final int[] places;
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
        arrived = new TieTableBuilder(new ValueTables(graph.ties.values));
        without.forEach(id -> removed.set(tie(graph, id)));
        arrive(more, supposed);
        added = arrived.build(
                id -> {
                    throw new IllegalArgumentException("two ties are added with the id " + id);
                },
                organization -> organization,
                source -> source);
        supposed.stream().mapToInt(added::find).filter(tie -> tie >= 0).forEach(added::suppose);
        places = places();
        splice = new Splice(graph.ties.size(), removed, places);
    }

    /** The number of a tie that must be there. */
    static int tie(TieGraph graph, String id) {
        int tie = graph.ties.find(id);
        if (tie < 0) {
            throw new IllegalArgumentException("there is no tie with the id " + id);
        }
        return tie;
    }

    private void arrive(Collection<Tie> more, Set<String> supposed) {
        for (Tie tie : more) {
            arrived.add(
                    tie,
                    organization(graph, tie.from(), tie),
                    organization(graph, tie.to(), tie),
                    sources(graph, tie, supposed.contains(tie.id())));
        }
    }

    /** The numbers of the sources of a tie; one that is supposed may have some that the graph does not have. */
    static int[] sources(TieGraph graph, Tie tie, boolean supposed) {
        int[] sources = tie.sources().stream()
                .mapToInt(graph::findSource)
                .filter(source -> source >= 0)
                .toArray();
        if (sources.length < tie.sources().size() && !supposed) {
            String unknown = tie.sources().stream()
                    .filter(source -> graph.findSource(source) < 0)
                    .findFirst()
                    .orElseThrow();
            throw new IllegalArgumentException("tie %s names no source of this graph: %s".formatted(tie.id(), unknown));
        }
        return sources;
    }

    /** The number of an organization at an end of a tie. */
    static int organization(TieGraph graph, String id, Tie tie) {
        return graph.find(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "tie %s names no organization of this graph: %s".formatted(tie.id(), id)));
    }

    private int[] places() {
        int[] found = new int[added.size()];
        for (int tie = 0; tie < found.length; tie++) {
            int place = graph.ties.search(added.id(tie));
            if (place >= 0 && !removed.get(place)) {
                throw new IllegalArgumentException("there is a tie with the id %s already".formatted(added.id(tie)));
            }
            found[tie] = place >= 0 ? place : -1 - place;
        }
        return found;
    }

    /** The other graph. */
    TieGraph graph() {
        TieTable ties = graph.ties.joined(added, removed, places, splice);
        int[] keptPlaces = splice.placesOfFirst();
        int[] addedPlaces = splice.placesOfSecond();
        int organizations = graph.organizationCount();
        boolean far = graph.page(0).far.length > 0 || RowPage.isFar(organizations);
        TieGraphBuilder.Rows more = new TieGraphBuilder.Rows(
                added, graph::lifeCode, organizations, graph.end(OrganizationKind.VENDOR), RowPage.MOST_ROWS, far);
        int[] counts = counts(more);
        int shift = RowPage.shift(counts, RowPage.MOST_ROWS);
        RowPage[] pages = RowPage.pages(counts, shift, far);
        for (RowPage into : pages) {
            int at = 0;
            for (int organization = into.first; organization < into.end(); organization++) {
                RowPage other = more.pages[organization >>> more.shift];
                int next = other.from(organization);
                int end = other.to(organization);
                RowPage from = graph.page(organization);
                for (int row = from.from(organization); row < from.to(organization); row++) {
                    int tie = keptPlaces[from.tieOfRow[row]];
                    while (next < end && tie >= 0 && addedPlaces[other.tieOfRow[next]] < tie) {
                        into.copy(at++, other, next, addedPlaces[other.tieOfRow[next]]);
                        next++;
                    }
                    if (tie >= 0) {
                        into.copy(at++, from, row, tie);
                    }
                }
                while (next < end) {
                    into.copy(at++, other, next, addedPlaces[other.tieOfRow[next]]);
                    next++;
                }
            }
        }
        return graph.with(pages, shift, ties);
    }

    /** The rows of each organization. */
    private int[] counts(TieGraphBuilder.Rows more) {
        int[] counts = new int[graph.organizationCount()];
        for (int organization = 0; organization < counts.length; organization++) {
            RowPage page = graph.page(organization);
            RowPage other = more.pages[organization >>> more.shift];
            counts[organization] =
                    page.to(organization) - page.from(organization) + other.to(organization) - other.from(organization);
        }
        for (int tie = removed.nextSetBit(0); tie >= 0; tie = removed.nextSetBit(tie + 1)) {
            TieType type = graph.ties.type(tie);
            counts[graph.ties.from(tie)] -= type == TieType.MEMBER_OF ? 0 : 1;
            counts[graph.ties.to(tie)] -= type == TieType.SUPPLIES ? 0 : 1;
        }
        return counts;
    }
}
