package org.tieline.question.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.tieline.exposure.ExposureSweep;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.path.Certainty;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureInquiry;
import org.tieline.question.exposures.ExposureQuestion;
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
        question.exposures().vendors().forEach(snapshot::organization);
        question.exposures().carriers().forEach(snapshot::organization);
        question.exposures().bans().governments().forEach(snapshot::organization);
        WantedCarriers carriers = new WantedCarriers(snapshot, question.exposures());
        SeriesTally tally = new SeriesTally(carriers.size());
        boolean allCertain = question.exposures().search().certainty() == Certainty.CERTAIN;
        SeriesTally certain = allCertain ? tally : new SeriesTally(carriers.size());
        List<LocalDate> days = question.days();
        TreeSet<String> searched = new TreeSet<>();
        List<SeriesAnswer.Point> points = new ArrayList<>();
        for (int first = 0; first < days.size(); first += ExposureSweep.TOGETHER) {
            List<SearchOptions> block =
                    days.subList(first, Math.min(first + ExposureSweep.TOGETHER, days.size())).stream()
                            .map(question::on)
                            .toList();
            List<Collection<String>> vendors = block.stream()
                    .map(onDay -> vendors(snapshot, question.exposures(), onDay))
                    .toList();
            TreeSet<String> started = new TreeSet<>();
            vendors.forEach(started::addAll);
            for (String vendor : started) {
                count(snapshot, question.exposures(), vendor, block, vendors, carriers, tally);
                if (!allCertain) {
                    List<SearchOptions> certainly = block.stream()
                            .map(onDay -> onDay.withCertainty(Certainty.CERTAIN))
                            .toList();
                    count(snapshot, question.exposures(), vendor, certainly, vendors, carriers, certain);
                }
            }
            searched.addAll(started);
            addPoints(block, vendors, tally, certain, points);
            tally.clear();
            certain.clear();
        }
        return new SeriesAnswer(
                searched.stream().map(snapshot::organization).toList(),
                snapshot.version(),
                snapshot.problems().size(),
                List.copyOf(points));
    }

    /** The organizations to start at on one day. */
    private static Collection<String> vendors(Snapshot snapshot, ExposureQuestion question, SearchOptions onDay) {
        return question.vendors().isEmpty()
                ? snapshot.restrictions(onDay.asOf(), onDay.knownAt()).restricted(question.bans(), snapshot::isVendor)
                : question.vendors();
    }

    /**
     * Counts the exposures to one vendor.
     *
     * @param vendors for each day those to start at
     */
    private static void count(
            Snapshot snapshot,
            ExposureQuestion question,
            String vendor,
            List<SearchOptions> block,
            List<Collection<String>> vendors,
            WantedCarriers carriers,
            SeriesTally tally) {
        List<SearchOptions> asked = new ArrayList<>();
        /* Of the days that are asked about, the first ones, as bits of all days. */
        long[] before = new long[block.size() + 1];
        for (int day = 0; day < block.size(); day++) {
            if (vendors.get(day).contains(vendor)) {
                asked.add(block.get(day));
                before[asked.size()] = before[asked.size() - 1] | 1L << day;
            }
        }
        snapshot.search().sweep().sweep(vendor, asked, (carrier, hops, relation, from, to) -> {
            boolean wanted = carriers.contains(carrier)
                    && hops >= question.minHops()
                    && (question.relations().isEmpty() || question.relations().contains(relation));
            if (wanted) {
                tally.add(carrier, relation, before[to] & ~before[from]);
            }
        });
    }

    private static void addPoints(
            List<SearchOptions> block,
            List<Collection<String>> vendors,
            SeriesTally tally,
            SeriesTally certain,
            List<SeriesAnswer.Point> points) {
        SeriesAnswer.Counts[] pairs = tally.pairs(block.size());
        SeriesAnswer.Counts[] carriers = tally.carriers(block.size());
        SeriesAnswer.Counts[] certainPairs = certain.pairs(block.size());
        SeriesAnswer.Counts[] certainCarriers = certain.carriers(block.size());
        for (int day = 0; day < block.size(); day++) {
            points.add(new SeriesAnswer.Point(
                    block.get(day).asOf(),
                    vendors.get(day).size(),
                    pairs[day],
                    carriers[day],
                    new SeriesAnswer.Certain(certainPairs[day], certainCarriers[day])));
        }
    }
}
