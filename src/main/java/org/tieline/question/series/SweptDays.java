package org.tieline.question.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tieline.exposure.ExposureSweep;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Relation;
import org.tieline.question.Cores;
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

    /** Takes in what sweeps find, vendor after vendor. */
    @FunctionalInterface
    public interface Sink {
        /**
         * A carrier is exposed to a vendor in the same way on some days of a block.
         *
         * @param certain whether this is told of ties that certainly hold alone
         * @param carrier its place among {@link WantedCarriers}
         * @param days a bit for each, from the lowest on
         */
        void exposed(boolean certain, String vendor, int carrier, Relation relation, long days);
    }

    /**
     * The sweep of one vendor on the days of a block.
     *
     * @param certain whether ties that certainly hold count alone
     */
    private record Part(SweptDays block, String vendor, boolean certain) {}

    /** What one sweep found, in the order in which it was. */
    private static final class Swept {
        private static final int INITIAL = 64;

        final Part part;
        int size;
        int[] carriers = new int[INITIAL];
        Relation[] relations = new Relation[INITIAL];
        long[] days = new long[INITIAL];

        Swept(Part part) {
            this.part = part;
        }

        void add(int carrier, Relation relation, long on) {
            if (size == carriers.length) {
                carriers = Arrays.copyOf(carriers, 2 * size);
                relations = Arrays.copyOf(relations, 2 * size);
                days = Arrays.copyOf(days, 2 * size);
            }
            carriers[size] = carrier;
            relations[size] = relation;
            days[size++] = on;
        }
    }

    /** The sweeps of all blocks of one series, on all cores; block after block is told while those behind it are swept. */
    public static final class Sweeps implements AutoCloseable {
        private final Cores.Results<Swept> results;

        private Sweeps(List<SweptDays> blocks, WantedCarriers carriers) {
            results = Cores.results(blocks.stream().flatMap(SweptDays::parts).toList(), part -> part.block()
                    .sweep(part, carriers));
        }

        /**
         * Tells the exposures on the days of a block that the question asks for, each pair of vendor and carrier at most once for
         * each day; and, unless the question asks for these alone, those by ties that certainly hold.
         *
         * @param block the one behind the one that was told last
         */
        public void tell(SweptDays block, Sink sink) {
            for (long left = block.parts().count(); left > 0; left--) {
                Swept swept = results.next();
                for (int i = 0; i < swept.size; i++) {
                    sink.exposed(
                            swept.part.certain(),
                            swept.part.vendor(),
                            swept.carriers[i],
                            swept.relations[i],
                            swept.days[i]);
                }
            }
        }

        @Override
        public void close() {
            results.close();
        }
    }

    private SweptDays(Snapshot snapshot, ExposureQuestion question, List<SearchOptions> days, List<Starts> vendors) {
        this.snapshot = snapshot;
        this.question = question;
        this.days = days;
        this.vendors = vendors;
    }

    /**
     * All days of a series, in order, at most {@link ExposureSweep#TOGETHER} together.
     *
     * @throws org.tieline.model.TielineException.NotFound if the question names an organization that is not there
     */
    public static List<SweptDays> of(Snapshot snapshot, SeriesQuestion series) {
        ExposureQuestion question = series.exposures();
        question.requireKnown(snapshot);
        List<SearchOptions> days = series.days().stream().map(series::on).toList();
        List<Starts> vendors = new ArrayList<>();
        Cores.inOrder(
                days,
                onDay -> Starts.of(
                        snapshot, question.withSearch(onDay), snapshot.restrictions(onDay.asOf(), onDay.knownAt())),
                vendors::add);
        List<SweptDays> blocks = new ArrayList<>();
        for (int first = 0; first < days.size(); first += ExposureSweep.TOGETHER) {
            int end = Math.min(first + ExposureSweep.TOGETHER, days.size());
            blocks.add(new SweptDays(snapshot, question, days.subList(first, end), vendors.subList(first, end)));
        }
        return blocks;
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

    /**
     * Prepares to sweep.
     *
     * @param blocks those of one series
     */
    public static Sweeps sweeps(List<SweptDays> blocks, WantedCarriers carriers) {
        return new Sweeps(blocks, carriers);
    }

    private Stream<Part> parts() {
        boolean allCertain = question.search().certainty() == Certainty.CERTAIN;
        Stream<Boolean> ways = allCertain ? Stream.of(false) : Stream.of(false, true);
        return ways.flatMap(certain -> vendors().stream().map(vendor -> new Part(this, vendor, certain)));
    }

    private Swept sweep(Part part, WantedCarriers carriers) {
        Swept swept = new Swept(part);
        String vendor = part.vendor();
        List<SearchOptions> asked = new ArrayList<>();
        /* Of the days that are asked about, the first ones, as bits of all days. */
        long[] before = new long[days.size() + 1];
        /* Of the days on which the vendor counts for the carriers of one country alone, bits as well. */
        Map<String, Long> alone = new HashMap<>();
        for (int day = 0; day < days.size(); day++) {
            if (vendors.get(day).vendors().contains(vendor)) {
                String only = vendors.get(day).onlyIn(vendor);
                if (only != null) {
                    alone.merge(only, 1L << day, (some, more) -> some | more);
                }
                SearchOptions onDay = days.get(day);
                asked.add(part.certain() ? onDay.withCertainty(Certainty.CERTAIN) : onDay);
                before[asked.size()] = before[asked.size() - 1] | 1L << day;
            }
        }
        snapshot.search().sweep().sweep(vendor, asked, (carrier, hops, relation, from, to) -> {
            boolean wanted = carriers.contains(carrier)
                    && hops >= question.minHops()
                    && (question.relations().isEmpty() || question.relations().contains(relation));
            long on = before[to] & ~before[from] & ~elsewhere(alone, carriers, carrier);
            if (wanted && on != 0) {
                swept.add(carrier, relation, on);
            }
        });
        return swept;
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
