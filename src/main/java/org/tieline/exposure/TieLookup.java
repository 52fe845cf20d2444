package org.tieline.exposure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tieline.exposure.column.DateTable;
import org.tieline.model.Tie;

/** Finds whole ties in a graph that is made for walking. */
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
                null);
    }
}
