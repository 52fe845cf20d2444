package org.tieline.question.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Relation;
import org.tieline.model.Organization;
import org.tieline.model.Term;
import org.tieline.question.Cores;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.WantedCarriers;
import org.tieline.question.series.SweptDays;

/**
 * Answers how many carriers are exposed day after day, and how many subscribers they have: on each day what {@link SummaryInquiry}
 * counts then. Days are swept together, so that what is the same on all of them is walked once.
 */
final class SummarySeriesInquiry {
    private final Snapshot snapshot;
    private final SummaryBy by;
    private final List<SweptDays> blocks;
    private final WantedCarriers places;

    /** The carriers of interest by place; null where one is of none. */
    private final List<Organization> carriers;

    private final boolean allCertain;

    /** Exposures on the days of one block. */
    private static final class Tally {
        final SummaryBy by;
        final int carriers;

        /** By carrier the days of its exposures, a bit for each. */
        final long[] all;

        /** The same by vendor or relation. */
        final Map<String, long[]> rows = new HashMap<>();

        Tally(SummaryBy by, int carriers) {
            this.by = by;
            this.carriers = carriers;
            all = new long[carriers];
        }

        void add(String vendor, int carrier, Relation relation, long days) {
            all[carrier] |= days;
            switch (by) {
                case COUNTRY, BLOC -> {}
                case VENDOR -> row(vendor)[carrier] |= days;
                case RELATION -> row(relation.text())[carrier] |= days;
            }
        }

        private long[] row(String key) {
            return rows.computeIfAbsent(key, none -> new long[carriers]);
        }

        void clear() {
            Arrays.fill(all, 0);
            rows.clear();
        }

        boolean isExposed(int carrier, int day) {
            return (all[carrier] >>> day & 1) != 0;
        }

        boolean isExposed(String key, int carrier, int day) {
            long[] row = rows.get(key);
            return row != null && (row[carrier] >>> day & 1) != 0;
        }
    }

    /** The carriers of one row on one day by place; those on record only where these are others than of all rows together. */
    private static final class Members {
        final BitSet onRecord = new BitSet();
        final BitSet possibly = new BitSet();
        final BitSet certainly = new BitSet();

        void add(int carrier, boolean isPossibly, boolean isCertainly) {
            onRecord.set(carrier);
            addExposed(carrier, isPossibly, isCertainly);
        }

        void addExposed(int carrier, boolean isPossibly, boolean isCertainly) {
            if (isPossibly) {
                possibly.set(carrier);
            }
            if (isCertainly) {
                certainly.set(carrier);
            }
        }

        SummarySeriesAnswer.Point on(SearchOptions day, Weights.Whole whole) {
            return new SummarySeriesAnswer.Point(day.asOf(), whole.weight(), whole.exposed(possibly, certainly));
        }
    }

    /**
     * One day.
     *
     * @param rows in the order of those that are told
     */
    private record Counted(SummarySeriesAnswer.Point all, List<SummarySeriesAnswer.Point> rows) {}

    private SummarySeriesInquiry(Snapshot snapshot, SummarySeriesQuestion question) {
        this.snapshot = snapshot;
        by = question.by();
        blocks = SweptDays.of(snapshot, question.series());
        places = new WantedCarriers(snapshot, question.series().exposures());
        carriers = IntStream.range(0, places.size())
                .mapToObj(place -> places.contains(place) ? snapshot.organization(places.id(place)) : null)
                .toList();
        allCertain = question.series().exposures().search().certainty() == Certainty.CERTAIN;
    }

    /**
     * Asks one snapshot.
     *
     * @throws org.tieline.model.TielineException.NotFound if the question names an organization that is not there
     */
    static SummarySeriesAnswer ask(Snapshot snapshot, SummarySeriesQuestion question) {
        return new SummarySeriesInquiry(snapshot, question).answer(question);
    }

    private SummarySeriesAnswer answer(SummarySeriesQuestion question) {
        SortedSet<String> vendors = new TreeSet<>();
        blocks.forEach(block -> vendors.addAll(block.vendors()));
        List<String> keys = new ArrayList<>(keys(vendors));
        keys.sort(RowKeys.order(by));
        Map<String, List<SummarySeriesAnswer.Point>> rows = new LinkedHashMap<>();
        question.page().of(keys).forEach(key -> rows.put(key, new ArrayList<>()));
        List<SummarySeriesAnswer.Point> all = new ArrayList<>();
        Tally possibly = new Tally(by, places.size());
        Tally certainly = allCertain ? possibly : new Tally(by, places.size());
        try (SweptDays.Sweeps sweeps = SweptDays.sweeps(blocks, places)) {
            for (SweptDays block : blocks) {
                sweeps.tell(block, (certain, vendor, carrier, relation, days) -> (certain ? certainly : possibly)
                        .add(vendor, carrier, relation, days));
                Cores.inOrder(
                        IntStream.range(0, block.days().size()).boxed().toList(),
                        day -> count(block.days().get(day), day, possibly, certainly, rows.keySet()),
                        counted -> {
                            all.add(counted.all());
                            Iterator<SummarySeriesAnswer.Point> points =
                                    counted.rows().iterator();
                            rows.values().forEach(row -> row.add(points.next()));
                        });
                possibly.clear();
                certainly.clear();
            }
        }
        List<SummarySeriesAnswer.Curve> curves = new ArrayList<>();
        rows.forEach((key, points) ->
                curves.add(new SummarySeriesAnswer.Curve(key, RowKeys.name(snapshot, by, key), List.copyOf(points))));
        return new SummarySeriesAnswer(
                vendors.stream().map(snapshot::organization).toList(),
                new SummarySeriesAnswer.Curve(null, null, List.copyOf(all)),
                keys.size(),
                question.page(),
                List.copyOf(curves));
    }

    /** The keys of all rows: those of homes on at least one day, all vendors that were started at, all relations. */
    private Collection<String> keys(Collection<String> vendors) {
        return switch (by) {
            case COUNTRY, BLOC -> homes();
            case VENDOR -> vendors;
            case RELATION -> Term.words(Relation.class);
        };
    }

    private Collection<String> homes() {
        Collection<String> homes = new TreeSet<>(RowKeys.order(by));
        Cores.inOrder(blocks.stream().flatMap(block -> block.days().stream()).toList(), this::homesOn, homes::addAll);
        return homes;
    }

    private Collection<String> homesOn(SearchOptions onDay) {
        Collection<String> homes = new HashSet<>();
        CarriersOnDay there = new CarriersOnDay(snapshot, onDay);
        for (Organization carrier : carriers) {
            if (carrier != null && there.exists(carrier)) {
                homes.addAll(there.homes(by, carrier));
            }
        }
        return homes;
    }

    /** @param keys those of the rows that are told */
    private Counted count(SearchOptions onDay, int day, Tally possibly, Tally certainly, Collection<String> keys) {
        CarriersOnDay there = new CarriersOnDay(snapshot, onDay);
        Members together = new Members();
        Map<String, Members> members = new HashMap<>();
        keys.forEach(key -> members.put(key, new Members()));
        for (int place = 0; place < carriers.size(); place++) {
            Organization carrier = carriers.get(place);
            if (carrier == null || !there.exists(carrier)) {
                continue;
            }
            boolean isPossibly = possibly.isExposed(place, day);
            boolean isCertainly = certainly.isExposed(place, day);
            together.add(place, isPossibly, isCertainly);
            if (by.isOfHomes()) {
                for (String home : there.homes(by, carrier)) {
                    Members row = members.get(home);
                    if (row != null) {
                        row.add(place, isPossibly, isCertainly);
                    }
                }
            } else {
                for (Map.Entry<String, Members> row : members.entrySet()) {
                    row.getValue()
                            .addExposed(
                                    place,
                                    possibly.isExposed(row.getKey(), place, day),
                                    certainly.isExposed(row.getKey(), place, day));
                }
            }
        }
        Weights weights = new Weights(snapshot, onDay, places);
        Weights.Whole whole = weights.whole(together.onRecord);
        return new Counted(
                together.on(onDay, whole),
                keys.stream()
                        .map(key -> Objects.requireNonNull(members.get(key)))
                        .map(row -> row.on(onDay, by.isOfHomes() ? weights.whole(row.onRecord) : whole))
                        .toList());
    }
}
