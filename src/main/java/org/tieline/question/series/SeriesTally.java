package org.tieline.question.series;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.tieline.exposure.path.Relation;

/** Counts exposures on as many days as there are bits in a {@code long} but one, a bit a day. */
final class SeriesTally {
    private static final Relation[] RELATIONS = Relation.values();

    /** In place of a relation: all together. */
    private static final int ANY = RELATIONS.length;

    /** By relation, then day: how many pairs more there are than on the day before. */
    private final int[][] pairs = new int[ANY + 1][Long.SIZE];

    /** By relation, then carrier: the days of its exposures, whatever the vendor. */
    private final long[][] carriers;

    SeriesTally(int carrierCount) {
        carriers = new long[ANY + 1][carrierCount];
    }

    void clear() {
        for (int kind = 0; kind <= ANY; kind++) {
            Arrays.fill(pairs[kind], 0);
            Arrays.fill(carriers[kind], 0);
        }
    }

    /** Counts the exposure of a carrier to one vendor on some days; each pair comes once for each day. */
    void add(int carrier, Relation relation, long days) {
        addChanges(pairs[relation.ordinal()], days);
        addChanges(pairs[ANY], days);
        carriers[relation.ordinal()][carrier] |= days;
        carriers[ANY][carrier] |= days;
    }

    /** Adds one at the beginning of each run of days, and takes it off after its end. */
    private static void addChanges(int[] changes, long days) {
        for (long left = days; left != 0; ) {
            int from = Long.numberOfTrailingZeros(left);
            int to = Long.numberOfTrailingZeros(~(left | (1L << from) - 1));
            changes[from]++;
            changes[to]--;
            left &= -1L << to;
        }
    }

    /** The pairs of each of the first days. */
    SeriesAnswer.Counts[] pairs(int days) {
        return counts(pairs, days);
    }

    /** The carriers of each of the first days. */
    SeriesAnswer.Counts[] carriers(int days) {
        int[][] changes = new int[ANY + 1][Long.SIZE];
        for (int kind = 0; kind <= ANY; kind++) {
            for (long exposed : carriers[kind]) {
                addChanges(changes[kind], exposed);
            }
        }
        return counts(changes, days);
    }

    private static SeriesAnswer.Counts[] counts(int[][] changes, int days) {
        int[] now = new int[ANY + 1];
        SeriesAnswer.Counts[] counts = new SeriesAnswer.Counts[days];
        for (int day = 0; day < days; day++) {
            Map<Relation, Integer> byRelation = new EnumMap<>(Relation.class);
            for (int kind = 0; kind <= ANY; kind++) {
                now[kind] += changes[kind][day];
                if (kind < ANY) {
                    byRelation.put(RELATIONS[kind], now[kind]);
                }
            }
            counts[day] = new SeriesAnswer.Counts(now[ANY], byRelation);
        }
        return counts;
    }
}
