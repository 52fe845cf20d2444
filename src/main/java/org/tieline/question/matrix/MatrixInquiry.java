package org.tieline.question.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tieline.exposure.FoundExposures;
import org.tieline.exposure.LeftOutCount;
import org.tieline.exposure.path.Relation;
import org.tieline.model.Evidence;
import org.tieline.question.Cores;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.exposures.ExposureInquiry;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.exposures.Starts;
import org.tieline.question.exposures.WantedCarriers;
import org.tieline.question.parameter.Paging;

/**
 * Answers all pairs of vendor and carrier in one table. Takes the questions of {@link ExposureInquiry}, and each cell says
 * what that says of the pair.
 *
 * <p>Each vendor is a search of its own, on any of the {@link Cores}. Vendors as the lanes of one sweep find hops half as fast
 * again to twice as fast, but not which of several equally short paths is the first, and two pairs of five have such paths with
 * different relations.
 */
public final class MatrixInquiry {
    private static final Relation[] RELATIONS = Relation.values();
    private static final Evidence[] GRADES = Evidence.values();

    private MatrixInquiry() {}

    /**
     * Asks one snapshot.
     *
     * @throws org.tieline.model.TielineException.NotFound if the question names an organization that is not there
     */
    public static MatrixAnswer ask(Snapshot snapshot, ExposureQuestion question) {
        question.requireKnown(snapshot);
        Starts starts = Starts.of(
                snapshot,
                question,
                snapshot.restrictions(
                        question.search().asOf(), question.search().knownAt()));
        List<String> all = starts.all();
        WantedCarriers carriers = new WantedCarriers(snapshot, question);
        LeftOutCount leftOut = new LeftOutCount();
        BitSet exposed = new BitSet(carriers.size());
        List<long[]> columns = new ArrayList<>();
        Cores.inOrder(
                all,
                start -> {
                    try (FoundExposures reach = snapshot.search().reach(start, question.search())) {
                        leftOut.add(reach);
                        return column(reach, question, carriers, starts);
                    }
                },
                cells -> {
                    for (long cell : cells) {
                        exposed.set((int) (cell >>> 32));
                    }
                    columns.add(upTo(last(exposed, question.page()), cells));
                });
        return new MatrixAnswer(
                ExposureAnswer.Searched.of(snapshot, question, starts.vendors(), leftOut.total(), starts.affiliates()),
                all.stream().map(snapshot::organization).toList(),
                exposed.cardinality(),
                question.page(),
                rows(snapshot, question, carriers, exposed, all, columns));
    }

    /**
     * What one search found and the question wants: place of the carrier above 32 bits, then a byte each for hops, relation
     * and evidence.
     */
    private static long[] column(
            FoundExposures reach, ExposureQuestion question, WantedCarriers carriers, Starts starts) {
        long[] cells = new long[reach.size()];
        int size = 0;
        for (int i = 0; i < cells.length; i++) {
            int place = reach.place(i);
            int hops = reach.hops(i);
            Relation relation = reach.relation(i);
            boolean wanted = carriers.contains(place)
                    && starts.count(reach.vendor(), carriers.id(place))
                    && hops >= question.minHops()
                    && (question.relations().isEmpty() || question.relations().contains(relation));
            if (wanted) {
                cells[size++] = (long) place << 32
                        | hops << 16
                        | relation.ordinal() << 8
                        | reach.evidence(i).ordinal();
            }
        }
        return Arrays.copyOf(cells, size);
    }

    /** The place of the last carrier that the page can show: places found later only make it a smaller one. */
    private static int last(BitSet exposed, Paging page) {
        return exposed.stream()
                .skip((long) page.offset() + page.limit() - 1)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    /** Of cells only those that can be shown, so that no column is longer than a page that begins with the first row. */
    private static long[] upTo(int last, long[] cells) {
        return Arrays.stream(cells).filter(cell -> cell >>> 32 <= last).toArray();
    }

    private static List<MatrixAnswer.Row> rows(
            Snapshot snapshot,
            ExposureQuestion question,
            WantedCarriers carriers,
            BitSet exposed,
            List<String> starts,
            List<long[]> columns) {
        List<Integer> places = question.page().of(exposed.stream().boxed().toList());
        SortedMap<Integer, MatrixAnswer.Row> rows = new TreeMap<>();
        places.forEach(place ->
                rows.put(place, new MatrixAnswer.Row(snapshot.organization(carriers.id(place)), new TreeMap<>())));
        BitSet shown = new BitSet();
        places.forEach(shown::set);
        for (int column = 0; column < starts.size(); column++) {
            for (long cell : columns.get(column)) {
                int place = (int) (cell >>> 32);
                if (shown.get(place)) {
                    Objects.requireNonNull(rows.get(place)).cells().put(starts.get(column), cell((int) cell));
                }
            }
        }
        return List.copyOf(rows.values());
    }

    private static MatrixAnswer.Cell cell(int packed) {
        return new MatrixAnswer.Cell(packed >>> 16, RELATIONS[packed >>> 8 & 0xFF], GRADES[packed & 0xFF]);
    }
}
