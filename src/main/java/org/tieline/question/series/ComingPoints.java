package org.tieline.question.series;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.tieline.exposure.path.Certainty;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.WantedCarriers;

/**
 * The points of a series, which come while they are read: those of one block are counted when the first of them is, while the
 * sweeps of those behind it go on. For one thread at a time. Who stops reading leaves few sweeps to nobody.
 */
final class ComingPoints extends AbstractList<SeriesAnswer.Point> {
    private final List<SeriesAnswer.Point> there = new ArrayList<>();
    private final int size;
    private final Iterator<SweptDays> open;
    private final SweptDays.Sweeps sweeps;
    private final SeriesTally tally;

    /** Of ties that certainly hold; the same where the question asks for these alone. */
    private final SeriesTally certain;

    ComingPoints(Snapshot snapshot, SeriesQuestion question, List<SweptDays> blocks) {
        WantedCarriers carriers = new WantedCarriers(snapshot, question.exposures());
        size = blocks.stream().mapToInt(block -> block.days().size()).sum();
        open = blocks.iterator();
        sweeps = SweptDays.sweeps(blocks, carriers);
        tally = new SeriesTally(carriers.size());
        boolean allCertain = question.exposures().search().certainty() == Certainty.CERTAIN;
        certain = allCertain ? tally : new SeriesTally(carriers.size());
    }

    @Override
    public int size() {
        return size;
    }

    /** @throws java.util.concurrent.CancellationException if the thread was interrupted */
    @Override
    public SeriesAnswer.Point get(int place) {
        while (place >= there.size() && open.hasNext()) {
            count(open.next());
        }
        return there.get(place);
    }

    private void count(SweptDays block) {
        sweeps.tell(block, (onlyCertain, vendor, carrier, relation, days) -> (onlyCertain ? certain : tally)
                .add(carrier, relation, days));
        int days = block.days().size();
        SeriesAnswer.Counts[] pairs = tally.pairs(days);
        SeriesAnswer.Counts[] carriers = tally.carriers(days);
        SeriesAnswer.Counts[] certainPairs = certain.pairs(days);
        SeriesAnswer.Counts[] certainCarriers = certain.carriers(days);
        for (int day = 0; day < days; day++) {
            there.add(new SeriesAnswer.Point(
                    block.days().get(day).asOf(),
                    block.vendorCount(day),
                    pairs[day],
                    carriers[day],
                    new SeriesAnswer.Certain(certainPairs[day], certainCarriers[day])));
        }
        tally.clear();
        certain.clear();
    }
}
