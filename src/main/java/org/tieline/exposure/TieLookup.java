package org.tieline.exposure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tieline.exposure.path.Direction;
import org.tieline.model.Tie;

/** Finds whole ties in a graph that is made for walking and keeps their ends in its rows alone: one pass for any number. */
final class TieLookup {
    private final TieGraph graph;

    TieLookup(TieGraph graph) {
        this.graph = graph;
    }

    /** Those that are there, by id. */
    Map<String, Tie> withIds(Collection<String> ids) {
        BitSet wanted = new BitSet();
        for (String id : ids) {
            int tie = graph.ties.find(id);
            if (tie >= 0) {
                wanted.set(tie);
            }
        }
        return collect(wanted, new BitSet());
    }

    /** All that begin or end at one of some organizations, by id; unknown organizations have none. */
    Map<String, Tie> ofOrganizations(Collection<String> ids) {
        BitSet organizations = new BitSet();
        ids.forEach(id -> graph.find(id).ifPresent(organizations::set));
        return collect(new BitSet(), organizations);
    }

    /** All that a source is cited for, by id. */
    Map<String, Tie> citing(String source) {
        BitSet wanted = new BitSet();
        for (int tie = 0; tie < graph.tieCount(); tie++) {
            for (int at = graph.ties.sourceStart(tie); at < graph.ties.sourceEnd(tie); at++) {
                if (graph.sourceId(graph.ties.sourceAt(at)).equals(source)) {
                    wanted.set(tie);
                }
            }
        }
        return collect(wanted, new BitSet());
    }

    /** All that some sources are cited for, by id. */
    Map<String, Tie> citing(BitSet sources) {
        BitSet wanted = new BitSet();
        for (int tie = 0; tie < graph.tieCount() && !sources.isEmpty(); tie++) {
            for (int at = graph.ties.sourceStart(tie); at < graph.ties.sourceEnd(tie); at++) {
                if (sources.get(graph.ties.sourceAt(at))) {
                    wanted.set(tie);
                }
            }
        }
        return collect(wanted, new BitSet());
    }

    private Map<String, Tie> collect(BitSet wanted, BitSet organizations) {
        Map<String, Tie> found = new TreeMap<>();
        if (wanted.isEmpty() && organizations.isEmpty()) {
            return found;
        }
        for (int organization = 0; organization < graph.organizationCount(); organization++) {
            boolean all = organizations.get(organization);
            for (int row = graph.offsets[organization]; row < graph.offsets[organization + 1]; row++) {
                if (all || wanted.get(graph.tieOfRow[row]) || organizations.get(TieGraph.target(graph.rows[row]))) {
                    Tie tie = tie(organization, row);
                    found.put(tie.id(), tie);
                }
            }
        }
        return found;
    }

    private Tie tie(int organization, int row) {
        int tie = graph.tieOfRow[row];
        WalkStep step = TieGraph.step(graph.rows[row]);
        boolean forward = step.direction() == Direction.FORWARD;
        String here = graph.organizationId(organization);
        String there = graph.organizationId(TieGraph.target(graph.rows[row]));
        TieTable ties = graph.ties;
        TieDetails details = ties.details;
        int place = ties.detailOf[tie];
        List<String> sources = new ArrayList<>();
        for (int at = ties.sourceStart(tie); at < ties.sourceEnd(tie); at++) {
            sources.add(graph.sourceId(ties.sourceAt(at)));
        }
        return new Tie(
                ties.id(tie),
                forward ? here : there,
                step.type(),
                forward ? there : here,
                ties.since(tie),
                details.removing(place),
                details.verified(place),
                ties.until(tie),
                ties.percent(tie),
                details.share(place),
                details.shareOn(place),
                ties.segments(tie),
                ties.generations(tie),
                details.countries(place),
                ties.evidence(tie),
                sources,
                null);
    }
}
