package org.tieline.question.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tieline.exposure.ExposureSweep;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Relation;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.exposures.Starts;
import org.tieline.question.exposures.WantedCarriers;

/**
 * Days of a series that follow each other and are swept together, and the organizations at which the question starts on each
 * of them. A sweep walks once what is the same on all of them.
 */
public final class SweptDays {
    private final Snapshot snapshot;
    private final ExposureQuestion question;
    private final List<SearchOptions> days;
    private final List<Starts> vendors;

    /** Takes in what a sweep finds. */
    @FunctionalInterface
    public interface Sink {
        /**
         * A carrier is exposed to a vendor in the same way on some days.
         *
         * @param carrier its place among {@link WantedCarriers}
         * @param days a bit for each, from the lowest on
         */
        void exposed(String vendor, int carrier, Relation relation, long days);
    }

    private SweptDays(Snapshot snapshot, ExposureQuestion question, List<SearchOptions> days) {
        this.snapshot = snapshot;
        this.question = question;
        this.days = days;
        vendors = days.stream().map(this::vendorsOn).toList();
    }

    /**
     * All days of a series, in order, at most {@link ExposureSweep#TOGETHER} together.
     *
     * @throws org.tieline.model.TielineException.NotFound if the question names an organization that is not there
     */
    public static List<SweptDays> of(Snapshot snapshot, SeriesQuestion series) {
        ExposureQuestion question = series.exposures();
        question.vendors().forEach(snapshot::organization);
        question.carriers().forEach(snapshot::organization);
        question.bans().governments().forEach(snapshot::organization);
        List<SearchOptions> days = series.days().stream().map(series::on).toList();
        List<SweptDays> blocks = new ArrayList<>();
        for (int first = 0; first < days.size(); first += ExposureSweep.TOGETHER) {
            int end = Math.min(first + ExposureSweep.TOGETHER, days.size());
            blocks.add(new SweptDays(snapshot, question, days.subList(first, end)));
        }
        return blocks;
    }

    private Starts vendorsOn(SearchOptions onDay) {
        return Starts.of(snapshot, question.searching(onDay), snapshot.restrictions(onDay.asOf(), onDay.knownAt()));
    }

    /** How to search on each day. */
    public List<SearchOptions> days() {
        return days;
    }

    /** How many organizations are started at on a day, by its place. */
    public int vendorCount(int day) {
        return vendors.get(day).vendors().size();
    }

    /** The organizations that are started at on one of the days at least, by id. */
    public SortedSet<String> vendors() {
        SortedSet<String> started = new TreeSet<>();
        vendors.forEach(starts -> started.addAll(starts.vendors()));
        return started;
    }

    /** Tells the exposures that the question asks for, each pair of vendor and carrier at most once for each day. */
    public void sweep(WantedCarriers carriers, Sink sink) {
        sweep(days, carriers, sink);
    }

    /** Tells those by ties that certainly hold. */
    public void sweepCertain(WantedCarriers carriers, Sink sink) {
        sweep(days.stream().map(onDay -> onDay.withCertainty(Certainty.CERTAIN)).toList(), carriers, sink);
    }

    private void sweep(List<SearchOptions> options, WantedCarriers carriers, Sink sink) {
        for (String vendor : vendors()) {
            List<SearchOptions> asked = new ArrayList<>();
            /* Of the days that are asked about, the first ones, as bits of all days. */
            long[] before = new long[options.size() + 1];
            /* Of the days on which the vendor counts for the carriers of one country alone, bits as well. */
            Map<String, Long> alone = new HashMap<>();
            for (int day = 0; day < options.size(); day++) {
                if (vendors.get(day).vendors().contains(vendor)) {
                    String only = vendors.get(day).onlyIn(vendor);
                    if (only != null) {
                        alone.merge(only, 1L << day, (some, more) -> some | more);
                    }
                    asked.add(options.get(day));
                    before[asked.size()] = before[asked.size() - 1] | 1L << day;
                }
            }
            snapshot.search().sweep().sweep(vendor, asked, (carrier, hops, relation, from, to) -> {
                boolean wanted = carriers.contains(carrier)
                        && hops >= question.minHops()
                        && (question.relations().isEmpty()
                                || question.relations().contains(relation));
                long on = before[to] & ~before[from] & ~elsewhere(alone, carriers, carrier);
                if (wanted && on != 0) {
                    sink.exposed(vendor, carrier, relation, on);
                }
            });
        }
    }

    /** The days on which the vendor counts for other carriers than this one alone. */
    private static long elsewhere(Map<String, Long> alone, WantedCarriers carriers, int carrier) {
        long days = 0;
        for (Map.Entry<String, Long> country : alone.entrySet()) {
            if (!country.getKey().equals(carriers.country(carrier))) {
                days |= country.getValue();
            }
        }
        return days;
    }
}
