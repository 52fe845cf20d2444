package org.tieline.question.scenarios;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.TieGraph;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;
import org.tieline.model.Tie;
import org.tieline.naming.Nearest;

/** The ties of a scenario. */
final class TieOverlay extends Overlay<Tie> {
    /** In place of the sources of a tie that needs none; no source on record can have this id. */
    static final List<String> NO_SOURCE = List.of("(supposed)");

    /** So many ids, around the place where an unknown one would stand, are looked at for what was meant. */
    private static final int AROUND = 2_000;

    private final TieGraph graph;
    private final Map<String, Tie> known;

    /** Ids of the ties on record of each organization that changes name. */
    private final Map<String, List<String>> idsOf = new HashMap<>();

    /**
     * Over a graph.
     *
     * @param ids of ties that changes name; others on record count as not there
     * @param organizations that changes remove or change
     */
    static TieOverlay over(TieGraph graph, Collection<String> ids, Collection<String> organizations) {
        Map<String, Tie> known = new TreeMap<>(graph.ties(ids));
        Map<String, Tie> leaving = graph.tiesOf(organizations);
        known.putAll(leaving);
        TieOverlay overlay = new TieOverlay(graph, known);
        for (Tie tie : leaving.values()) {
            overlay.idsOf.computeIfAbsent(tie.from(), none -> new ArrayList<>()).add(tie.id());
            overlay.idsOf.computeIfAbsent(tie.to(), none -> new ArrayList<>()).add(tie.id());
        }
        return overlay;
    }

    private TieOverlay(TieGraph graph, Map<String, Tie> known) {
        super(known::get);
        this.graph = graph;
        this.known = known;
    }

    /** Ends a tie; it goes if no day is given, or none is left on which it holds. */
    void end(int change, Tie tie, @Nullable LocalDate on) {
        Tie rest = on == null || tie.since() != null && !tie.since().firstDay().isBefore(on)
                ? null
                : with(tie, tie.id(), tie.since(), PartialDate.of(on), tie.percent());
        set(change, tie.id(), rest);
    }

    /** Whether a tie is over by a day. */
    static boolean isOver(Tie tie, LocalDate day) {
        PartialDate until = tie.until();
        return until != null && !until.overBy().isAfter(day);
    }

    /** The id of the rest of a tie from a day on. */
    static String restOf(Tie tie, LocalDate on) {
        return "%s-from-%s".formatted(tie.id(), on);
    }

    /** Makes a stake of another size, always or from a day on; the rest is a tie of its own. */
    void resize(int change, Tie tie, BigDecimal percent, @Nullable LocalDate on) {
        if (on == null || tie.since() != null && !tie.since().firstDay().isBefore(on)) {
            set(change, tie.id(), tie.with(copy -> copy.percent(percent)));
        } else {
            Tie rest = with(tie, restOf(tie, on), PartialDate.of(on), tie.until(), percent);
            end(change, tie, on);
            set(change, rest.id(), rest);
        }
    }

    /** Takes all ties of an organization away and tells how many. */
    int remove(int change, String organization) {
        List<Tie> gone = of(organization);
        gone.forEach(tie -> set(change, tie.id(), null));
        return gone.size();
    }

    /** Notes that a change to an organization is one to all its ties. */
    void touch(int change, String organization) {
        of(organization).forEach(tie -> set(change, tie.id(), tie));
    }

    /** The ties that an organization has now. */
    private List<Tie> of(String organization) {
        Set<String> ids = new HashSet<>(idsOf.getOrDefault(organization, List.of()));
        ids.addAll(there());
        return ids.stream()
                .flatMap(id -> now(id).stream())
                .filter(tie -> tie.from().equals(organization) || tie.to().equals(organization))
                .toList();
    }

    boolean isTaken(String id) {
        return now(id).isPresent() || graph.hasTie(id) && !known.containsKey(id);
    }

    List<String> nearest(String id) {
        Set<String> ids = new HashSet<>(graph.tieIdsAround(id, AROUND));
        ids.addAll(there());
        return Nearest.among(ids, id);
    }

    /**
     * The graph as it would be.
     *
     * @param lives organizations of which the life is another
     */
    TieGraph graph(Collection<Organization> lives) {
        List<String> without = new ArrayList<>();
        List<Tie> more = new ArrayList<>();
        differing((id, tie) -> {
            onRecord(id).ifPresent(before -> without.add(id));
            tie.ifPresent(more::add);
        });
        return graph.living(lives).edited(without, more, supposed());
    }

    /** What was known of the time between is kept, as far as it lies there. */
    private static Tie with(
            Tie tie,
            String id,
            @Nullable PartialDate since,
            @Nullable PartialDate until,
            @Nullable BigDecimal percent) {
        PartialDate removing = tie.removing();
        // What ends as before may have been seen on the day of its end.
        boolean over = !Objects.equals(until, tie.until()) && endsBy(tie.verified(), until);
        return tie.with(copy -> copy.id(id)
                .since(since)
                .removing(endsBy(removing, until) ? null : isBefore(removing, since) ? since : removing)
                .verified(over || isBefore(tie.verified(), since) ? null : tie.verified())
                .until(until)
                .percent(percent));
    }

    /** Whether all of a date lies before the beginning of another; not if one of them is null. */
    private static boolean isBefore(@Nullable PartialDate date, @Nullable PartialDate since) {
        return date != null && since != null && !date.dayAfter().isAfter(since.firstDay());
    }

    /** Whether something is over when a date begins; not if one of them is null. */
    private static boolean endsBy(@Nullable PartialDate date, @Nullable PartialDate until) {
        return date != null && until != null && !until.overBy().isAfter(date.firstDay());
    }
}
