package org.tieline.exposure;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.tieline.exposure.path.Relation;
import org.tieline.model.OrganizationKind;

/**
 * Hops and relations of all exposures to one organization on many days, found together; safe for any number of threads.
 *
 * <p>Neighbouring days share nearly all their ties. So the days become the lanes of one {@link ExposureSearch}: an entry of
 * its queue carries the days on which its path is the first one to its organization and state. An organization that is
 * first reached by different paths on different days has an entry for each of them. All entries of a level stand in the
 * order of their paths; leaving out those without a certain day leaves exactly the queue of the search of that day, and
 * the answers are the same, down to which of several equally short paths is the first.
 */
public final class ExposureSweep {
    /** How many days are found together; of more, one part after the other. */
    public static final int TOGETHER = LaneFilter.Lanes.MOST;

    private static final Relation[] RELATIONS = Relation.values();

    private final TieGraph graph;
    private final int firstCarrier;
    private final BlockingQueue<SweepMemory> idle =
            new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

    public ExposureSweep(TieGraph graph) {
        this.graph = graph;
        firstCarrier = graph.first(OrganizationKind.CARRIER);
    }

    /** Takes in what a sweep finds. */
    @FunctionalInterface
    public interface Sink {
        /**
         * A carrier is exposed in the same way on days that follow each other in the list of days.
         *
         * @param carrier its place in {@link TieGraph#organizations} of the kind {@code CARRIER}
         * @param hops the number of ties on the path
         * @param relation how the path reads
         * @param from the place of the first of the days in the list that was given
         * @param to the place after the last of them
         */
        void exposed(int carrier, int hops, Relation relation, int from, int to);
    }

    /**
     * Tells all exposures that some questions find; each carrier at most once for each question, in no order that is
     * promised.
     *
     * @param vendor the id of the organization to start at, of any kind
     * @param questions how to search on each day, in ascending order of the days, each once; {@code knownAt} and
     *     {@code evidencedSince} may differ too, at the price of looking at each tie once for each day
     * @throws IllegalArgumentException if the graph has no such organization, the days are not in order, or the questions
     *     differ in something else
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public void sweep(String vendor, List<SearchOptions> questions, Sink sink) {
        int start = graph.find(vendor)
                .orElseThrow(() -> new IllegalArgumentException("no organization of this graph has the id " + vendor));
        for (int i = 1; i < questions.size(); i++) {
            requireAlike(questions.get(i - 1), questions.get(i));
        }
        SweepMemory scratch = idle.poll();
        if (scratch == null) {
            scratch = new SweepMemory(graph.organizationCount());
        }
        for (int first = 0; first < questions.size(); first += LaneFilter.Lanes.MOST) {
            long begun = SearchCost.turn();
            int end = Math.min(first + LaneFilter.Lanes.MOST, questions.size());
            new SweepWalk(graph, scratch, questions.subList(first, end)).run(start);
            SearchCost.SWEEP.ended(begun);
            tell(scratch, first, sink);
            scratch.clear();
        }
        idle.offer(scratch);
    }

    private static void requireAlike(SearchOptions earlier, SearchOptions later) {
        if (!earlier.asOf().isBefore(later.asOf())) {
            throw new IllegalArgumentException(
                    "days must be in ascending order, were %s, %s".formatted(earlier.asOf(), later.asOf()));
        }
        SearchOptions sameDay = later.with(options ->
                options.asOf(earlier.asOf()).knownAt(earlier.knownAt()).evidencedSince(earlier.evidencedSince()));
        if (!sameDay.equals(earlier)) {
            throw new IllegalArgumentException(
                    "questions may differ in asOf, knownAt and evidencedSince alone, were %s, %s"
                            .formatted(earlier, later));
        }
    }

    private void tell(SweepMemory scratch, int firstDay, Sink sink) {
        int hops = 1;
        for (int hit = 0; hit < scratch.hitCount; hit++) {
            while (hit >= scratch.hitEnds[hops]) {
                hops++;
            }
            int carrier = (scratch.hits[hit] >>> 4) - firstCarrier;
            Relation relation = RELATIONS[scratch.hits[hit] & 15];
            for (long left = scratch.lanesOfHit[hit]; left != 0; ) {
                int from = Long.numberOfTrailingZeros(left);
                int to = Long.numberOfTrailingZeros(~(left | (1L << from) - 1));
                sink.exposed(carrier, hops, relation, firstDay + from, firstDay + to);
                left &= -1L << to;
            }
        }
    }
}
