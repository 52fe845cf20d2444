package org.tieline.question.series;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Relation;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureInquiry;
import org.tieline.question.exposures.WantedCarriers;

/**
 * Answers how many carriers were exposed, day after day: on each day what {@link ExposureInquiry} finds then, to the vendors
 * that were restricted then; and how many of them by ties that certainly hold.
 */
public final class SeriesInquiry {
    private SeriesInquiry() {}

    /**
     * Asks one snapshot.
     *
     * @throws org.tieline.model.TielineException.NotFound if the question names an organization that is not there
     */
    public static SeriesAnswer ask(Snapshot snapshot, SeriesQuestion question) {
        List<SweptDays> blocks = SweptDays.of(snapshot, question);
        WantedCarriers carriers = new WantedCarriers(snapshot, question.exposures());
        SeriesTally tally = new SeriesTally(carriers.size());
        boolean allCertain = question.exposures().search().certainty() == Certainty.CERTAIN;
        SeriesTally certain = allCertain ? tally : new SeriesTally(carriers.size());
        TreeSet<String> searched = new TreeSet<>();
        blocks.forEach(block -> searched.addAll(block.vendors()));
        List<SeriesAnswer.Point> points = new ArrayList<>();
        SweptDays.sweep(blocks, carriers, new SweptDays.Sink() {
            @Override
            public void exposed(boolean onlyCertain, String vendor, int carrier, Relation relation, long days) {
                (onlyCertain ? certain : tally).add(carrier, relation, days);
            }

            @Override
            public void ended(SweptDays block) {
                addPoints(block, tally, certain, points);
                tally.clear();
                certain.clear();
            }
        });
        return new SeriesAnswer(searched.stream().map(snapshot::organization).toList(), List.copyOf(points));
    }

    private static void addPoints(
            SweptDays block, SeriesTally tally, SeriesTally certain, List<SeriesAnswer.Point> points) {
        int days = block.days().size();
        SeriesAnswer.Counts[] pairs = tally.pairs(days);
        SeriesAnswer.Counts[] carriers = tally.carriers(days);
        SeriesAnswer.Counts[] certainPairs = certain.pairs(days);
        SeriesAnswer.Counts[] certainCarriers = certain.carriers(days);
        for (int day = 0; day < days; day++) {
            points.add(new SeriesAnswer.Point(
                    block.days().get(day).asOf(),
                    block.vendorCount(day),
                    pairs[day],
                    carriers[day],
                    new SeriesAnswer.Certain(certainPairs[day], certainCarriers[day])));
        }
    }
}
