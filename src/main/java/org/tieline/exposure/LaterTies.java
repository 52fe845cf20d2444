package org.tieline.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.column.ValueTables;
import org.tieline.model.OrganizationKind;
import org.tieline.model.Tie;

/**
 * What is other in a large graph than in its pages, so that a few ties that come or go cost no copy of all. Those that came are
 * numbered after all others, and each organization at an end of one that came or went has a page of its own. When this has grown,
 * all is copied once, by {@link TieGraphEdit}. Immutable.
 */
final class LaterTies {
    /** With more, all is copied. */
    private static final int MOST = 1 << 12;

    /** With more rows in pages of their own than one of so many, all is copied; but for what costs nothing. */
    private static final int SHARE = 8;

    private static final int FREE = 1 << 16;

    private final TieGraph ofPages;
    private final List<Tie> ties;

    /** Those of {@link #ties}, by place, that somebody supposes. */
    private final BitSet supposed;

    private final BitSet changed = new BitSet();
    private final Map<Integer, RowPage> pages;

    private LaterTies(TieGraph ofPages, List<Tie> ties, BitSet supposed, Map<Integer, RowPage> pages) {
        this.ofPages = ofPages;
        this.ties = ties;
        this.supposed = supposed;
        this.pages = pages;
        pages.keySet().forEach(changed::set);
    }

    /** The rows of an organization if they are others; else null. */
    @Nullable
    RowPage page(int organization) {
        return changed.get(organization) ? pages.get(organization) : null;
    }

    WalksToTarget.IncomingRows arrivals() {
        return new WalksToTarget.IncomingRows(ofPages.arrivals(), pages);
    }

    /** As {@link TieGraph#edited}. */
    static TieGraph edited(TieGraph graph, Collection<String> without, Collection<Tie> more, Set<String> supposed) {
        LaterTies before = graph.later();
        LaterTies none = new LaterTies(graph, List.of(), new BitSet(), Map.of());
        return (before == null ? none : before).edited(new Edit(graph, without, more, supposed));
    }

    /** Whether so much is other that the next changes may have to copy all. */
    boolean isGrown(TieGraph graph) {
        return 2 * Math.max(ties.size(), graph.ties.gone().cardinality()) > MOST || 2 * ownRows() > mostOwnRows(graph);
    }

    private long ownRows() {
        return pages.values().stream().mapToLong(page -> page.rows.length).sum();
    }

    private static long mostOwnRows(TieGraph graph) {
        return FREE + graph.pages().stream().mapToLong(page -> page.rows.length).sum() / SHARE;
    }

    /** A copy of a graph without some ties, in which nothing is other than in its pages. */
    static TieGraph copied(TieGraph graph, Collection<String> without) {
        LaterTies before = graph.later();
        return before == null
                ? without.isEmpty() ? graph : new TieGraphEdit(graph, without, List.of(), Set.of()).graph()
                : before.copied(new Edit(graph, without, List.of(), Set.of()));
    }

    /** What is asked for: ids of ties to leave out, ties to add, and the ids of those of them that are supposed. */
    private record Edit(TieGraph graph, Collection<String> without, Collection<Tie> more, Set<String> supposed) {
        /** By the numbers of the whole. */
        BitSet gone() {
            BitSet gone = graph.ties.gone();
            without.forEach(id -> gone.set(TieGraphEdit.tie(graph, id)));
            return gone;
        }

        void requireNew(BitSet gone) {
            Set<String> ids = new HashSet<>();
            for (Tie tie : more) {
                if (!ids.add(tie.id())) {
                    throw new IllegalArgumentException("two ties are added with the id " + tie.id());
                }
                int there = graph.ties.find(tie.id());
                if (there >= 0 && !gone.get(there)) {
                    throw new IllegalArgumentException("there is a tie with the id %s already".formatted(tie.id()));
                }
            }
        }
    }

    private TieGraph edited(Edit edit) {
        BitSet gone = edit.gone();
        edit.requireNew(gone);
        List<Tie> all = new ArrayList<>(ties);
        all.addAll(edit.more);
        if (all.size() > MOST || gone.cardinality() > MOST || ownRows() > mostOwnRows(edit.graph)) {
            return copied(edit);
        }
        BitSet allSupposed = (BitSet) supposed.clone();
        for (int place = ties.size(); place < all.size(); place++) {
            allSupposed.set(place, edit.supposed.contains(all.get(place).id()));
        }
        TieTable table = edit.graph.ties.with(table(all, allSupposed, edit.graph), gone);
        Map<Integer, RowPage> otherPages = new HashMap<>(pages);
        int firstNew = table.sorted() + ties.size();
        for (int organization : ends(edit, table, firstNew)) {
            otherPages.put(organization, page(organization, edit.graph, table, firstNew));
        }
        return edit.graph.with(table, new LaterTies(ofPages, all, allSupposed, otherPages));
    }

    private static TieTable table(List<Tie> all, BitSet supposed, TieGraph graph) {
        TieTableBuilder arrived = new TieTableBuilder(new ValueTables(graph.ties.values));
        for (int place = 0; place < all.size(); place++) {
            Tie tie = all.get(place);
            arrived.add(
                    tie,
                    TieGraphEdit.organization(graph, tie.from(), tie),
                    TieGraphEdit.organization(graph, tie.to(), tie),
                    TieGraphEdit.sources(graph, tie, supposed.get(place)));
        }
        TieTable table = arrived.asArrived();
        supposed.stream().forEach(table::suppose);
        return table;
    }

    /** The organizations at the ends of all ties that come or go. */
    private static Set<Integer> ends(Edit edit, TieTable table, int firstNew) {
        Set<Integer> ends = new TreeSet<>();
        for (String id : edit.without) {
            int tie = edit.graph.ties.find(id);
            ends.add(edit.graph.ties.from(tie));
            ends.add(edit.graph.ties.to(tie));
        }
        for (int tie = firstNew; tie < table.size(); tie++) {
            ends.add(table.from(tie));
            ends.add(table.to(tie));
        }
        return ends;
    }

    /** The rows of an organization by the ids of their ties, without those that are gone and with the new ones. */
    private static RowPage page(int organization, TieGraph graph, TieTable table, int firstNew) {
        RowPage before = graph.page(organization);
        int[] kept = new int[before.to(organization) - before.from(organization)];
        int count = 0;
        for (int row = before.from(organization); row < before.to(organization); row++) {
            if (!table.isGone(before.tieOfRow[row])) {
                kept[count++] = row;
            }
        }
        List<Integer> added = new ArrayList<>();
        for (int tie = firstNew; tie < table.size(); tie++) {
            boolean ends = table.from(tie) == organization || table.to(tie) == organization;
            if (ends && step(organization, tie, graph, table) != null) {
                added.add(tie);
            }
        }
        added.sort(table::compare);
        boolean far = before.far.length > 0 || RowPage.isFar(graph.organizationCount());
        RowPage page = new RowPage(organization, new int[] {0, count + added.size()}, far);
        int at = 0;
        int done = 0;
        for (int tie : added) {
            int place = place(kept, count, before, tie, table);
            for (; done < place; done++) {
                page.copy(at++, before, kept[done], before.tieOfRow[kept[done]]);
            }
            boolean forward = table.from(tie) == organization;
            int other = forward ? table.to(tie) : table.from(tie);
            long life = KnownDates.Life.common(graph.life(organization), graph.life(other));
            WalkStep step = step(organization, tie, graph, table);
            if (step != null) {
                TieGraphBuilder.Rows.set(page, at++, step, other, tie, table, life);
            }
        }
        for (; done < count; done++) {
            page.copy(at++, before, kept[done], before.tieOfRow[kept[done]]);
        }
        return page;
    }

    private static @Nullable WalkStep step(int organization, int tie, TieGraph graph, TieTable table) {
        return table.from(tie) == organization
                ? TieGraphBuilder.Rows.forward(table, tie, table.to(tie) < graph.end(OrganizationKind.VENDOR))
                : TieGraphBuilder.Rows.backward(table, tie);
    }

    /** How many of some rows have ties with ids before that of another. */
    private static int place(int[] rows, int count, RowPage page, int tie, TieTable table) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (table.compare(page.tieOfRow[rows[middle]], tie) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private TieGraph copied(Edit edit) {
        BitSet gone = edit.gone();
        int sorted = edit.graph.ties.sorted();
        List<Tie> more = new ArrayList<>();
        Set<String> allSupposed = new HashSet<>(edit.supposed);
        for (int place = 0; place < ties.size(); place++) {
            if (!gone.get(sorted + place)) {
                more.add(ties.get(place));
                if (supposed.get(place)) {
                    allSupposed.add(ties.get(place).id());
                }
            }
        }
        more.addAll(edit.more);
        List<String> without = Arrays.stream(
                        gone.stream().filter(tie -> tie < sorted).toArray())
                .mapToObj(edit.graph.ties::id)
                .toList();
        TieGraph graph = edit.graph.ofPages();
        return without.isEmpty() && more.isEmpty()
                ? graph
                : new TieGraphEdit(graph, without, more, allSupposed).graph();
    }
}
