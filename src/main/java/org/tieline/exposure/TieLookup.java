package org.tieline.exposure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tieline.exposure.column.DateTable;
import org.tieline.model.Tie;

/** Finds whole ties, and their ids, in a graph that is made for walking. */
final class TieLookup {
    private final TieGraph graph;
    private final TieTable ties;

    TieLookup(TieGraph graph) {
        this.graph = graph;
        ties = graph.ties;
    }

    /** Those that are there, by id. */
    Map<String, Tie> withIds(Collection<String> ids) {
        Map<String, Tie> found = new TreeMap<>();
        for (String id : ids) {
            int tie = ties.find(id);
            if (tie >= 0) {
                found.put(id, tie(tie));
            }
        }
        return found;
    }

    /** All that begin or end at one of some organizations, by id; unknown organizations have none. */
    Map<String, Tie> ofOrganizations(Collection<String> ids) {
        BitSet wanted = new BitSet();
        ids.forEach(id -> graph.find(id).ifPresent(wanted::set));
        Map<String, Tie> found = new TreeMap<>();
        for (int tie = 0; tie < ties.size() && !wanted.isEmpty(); tie++) {
            if ((wanted.get(ties.from(tie)) || wanted.get(ties.to(tie))) && !ties.isGone(tie)) {
                found.put(ties.id(tie), tie(tie));
            }
        }
        return found;
    }

    /** All that a source is cited for, by id. */
    Map<String, Tie> citing(String source) {
        int wanted = graph.findSource(source);
        Map<String, Tie> found = new TreeMap<>();
        for (int tie = 0; tie < ties.size() && wanted >= 0; tie++) {
            for (int at = ties.firstSource(tie); at != TieTable.NO_MORE; at = ties.nextSource(at)) {
                if (ties.sourceAt(at) == wanted && !ties.isGone(tie)) {
                    found.put(ties.id(tie), tie(tie));
                }
            }
        }
        return found;
    }

    /** The ids of all from one organization to another; unknown organizations have none. */
    Set<String> idsBetween(String from, String to) {
        Set<String> ids = new HashSet<>();
        int start = graph.find(from).orElse(-1);
        int end = graph.find(to).orElse(-1);
        if (start >= 0 && end >= 0) {
            addIds(start, start, end, ids);
            addIds(end, start, end, ids);
        }
        return ids;
    }

    private void addIds(int organization, int from, int to, Set<String> ids) {
        RowPage page = graph.page(organization);
        for (int row = page.from(organization); row < page.to(organization); row++) {
            int tie = page.tieOfRow[row];
            if (ties.from(tie) == from && ties.to(tie) == to) {
                ids.add(ties.id(tie));
            }
        }
    }

    /** Ids around the place at which one stands or would stand; at most so many. */
    List<String> idsAround(String id, int most) {
        TreeSet<String> later = new TreeSet<>(ties.laterIds());
        List<String> before = new ArrayList<>(later.headSet(id, false));
        List<String> after = new ArrayList<>(later.tailSet(id, true));
        int place = ties.search(id);
        int middle = place < 0 ? -1 - place : place;
        for (int tie = middle - 1, found = 0; tie >= 0 && found < most; tie--) {
            if (!ties.isGone(tie)) {
                before.add(ties.id(tie));
                found++;
            }
        }
        for (int tie = middle, found = 0; tie < ties.sorted() && found < most; tie++) {
            if (!ties.isGone(tie)) {
                after.add(ties.id(tie));
                found++;
            }
        }
        before.sort(Comparator.reverseOrder());
        after.sort(null);
        int first = Math.min(before.size(), Math.max(most / 2, most - after.size()));
        List<String> around = new ArrayList<>(before.subList(0, first).reversed());
        around.addAll(after.subList(0, Math.min(after.size(), most - first)));
        return around;
    }

    private Tie tie(int tie) {
        TieDetails details = ties.details;
        DateTable dates = ties.values.dates();
        int place = ties.detail(tie);
        List<String> sources = new ArrayList<>();
        for (int at = ties.firstSource(tie); at != TieTable.NO_MORE; at = ties.nextSource(at)) {
            sources.add(graph.sourceId(ties.sourceAt(at)));
        }
        return new Tie(
                ties.id(tie),
                graph.organizationId(ties.from(tie)),
                ties.type(tie),
                graph.organizationId(ties.to(tie)),
                ties.since(tie),
                dates.date(details.removing(place)),
                dates.date(details.verified(place)),
                ties.until(tie),
                ties.percent(tie),
                details.share(place),
                dates.date(details.shareOn(place)),
                ties.segments(tie),
                ties.generations(tie),
                details.countries(place),
                ties.evidence(tie),
                sources,
                ties.summary(tie));
    }
}
