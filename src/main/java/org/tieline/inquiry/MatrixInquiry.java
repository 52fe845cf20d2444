package org.tieline.inquiry;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tieline.exposure.Reach;

/**
 * Answers all pairs of vendor and carrier in one table. Takes the questions of {@link ExposureInquiry}, and each cell says
 * what that says of the pair.
 *
 * <p>Each vendor is a search of its own. Vendors as the lanes of one sweep find hops half as fast again to twice as fast,
 * but not which of several equally short paths is the first, and two pairs of five have such paths with different relations.
 */
public final class MatrixInquiry {
    private MatrixInquiry() {}

    /**
     * Asks one snapshot.
     *
     * @throws org.tieline.model.TielineException.NotFound if the question names an organization that is not there
     */
    public static MatrixAnswer ask(Snapshot snapshot, ExposureQuestion question) {
        question.vendors().forEach(snapshot::organization);
        question.carriers().forEach(snapshot::organization);
        question.bans().governments().forEach(snapshot::organization);
        boolean allRestricted = question.vendors().isEmpty();
        List<String> vendors = allRestricted
                ? List.copyOf(snapshot.restrictions(
                                question.search().asOf(), question.search().knownAt())
                        .restricted(question.bans(), snapshot::isVendor))
                : question.vendorsInOrder();
        Affiliates affiliates =
                question.affiliates() == null ? null : Affiliates.of(snapshot, question.affiliatesBasis(), vendors);
        List<String> starts = affiliates == null ? vendors : affiliates.with(vendors);
        WantedCarriers carriers = new WantedCarriers(snapshot, question);

        List<Reach> reaches = starts.stream()
                .map(vendor -> snapshot.search().reach(vendor, question.search()))
                .toList();
        try {
            BitSet exposed = new BitSet(carriers.size());
            for (Reach reach : reaches) {
                wanted(reach, question, carriers).forEach(i -> exposed.set(reach.place(i)));
            }
            int[] places = question.page().of(exposed.stream().boxed().toList()).stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            return new MatrixAnswer(
                    new ExposureAnswer.Searched(
                            vendors.stream().map(snapshot::organization).toList(),
                            allRestricted,
                            question.bans(),
                            question.search(),
                            Reach.leftOut(reaches),
                            snapshot.version(),
                            affiliates),
                    starts.stream().map(snapshot::organization).toList(),
                    exposed.cardinality(),
                    question.page(),
                    rows(snapshot, question, carriers, reaches, places));
        } finally {
            reaches.forEach(Reach::close);
        }
    }

    /** @param places those of the carriers on the page, ascending */
    private static List<MatrixAnswer.Row> rows(
            Snapshot snapshot, ExposureQuestion question, WantedCarriers carriers, List<Reach> reaches, int[] places) {
        List<MatrixAnswer.Row> rows = Arrays.stream(places)
                .mapToObj(place -> new MatrixAnswer.Row(snapshot.organization(carriers.id(place)), new TreeMap<>()))
                .toList();
        for (Reach reach : reaches) {
            wanted(reach, question, carriers).forEach(i -> {
                int row = Arrays.binarySearch(places, reach.place(i));
                if (row >= 0) {
                    SortedMap<String, MatrixAnswer.Cell> cells = rows.get(row).cells();
                    cells.put(
                            reach.vendor(), new MatrixAnswer.Cell(reach.hops(i), reach.relation(i), reach.evidence(i)));
                }
            });
        }
        return rows;
    }

    /** The exposures of one vendor that the question wants. */
    private static IntStream wanted(Reach reach, ExposureQuestion question, WantedCarriers carriers) {
        return IntStream.range(0, reach.size())
                .filter(i -> carriers.contains(reach.place(i))
                        && (question.minHops() == 1 || reach.hops(i) >= question.minHops())
                        && (question.relations().isEmpty()
                                || question.relations().contains(reach.relation(i))));
    }
}
