package org.tieline.question.summary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.StakesOnDay;
import org.tieline.model.PartialDate;
import org.tieline.model.SubscriberCount;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.WantedCarriers;

/**
 * The mobile subscribers of carriers on one day. The count of a carrier is the newest that was stated for that day or an earlier
 * one, if it is not older than three years; a month or a year counts as its last day.
 *
 * <p>The count of a group takes in those of the companies it owns. Where both are to be added up, that of the group is left out,
 * which is the lesser mistake: it may take in subscribers elsewhere. A company counts as owned with half of it or more, or with a
 * stake of unknown size, directly or in steps.
 */
final class Weights {
    private static final int YEARS = 3;

    /** In hundredths of a percent. */
    private static final int HALF = 5_000;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** By place of a carrier. */
    private final Map<Integer, BigDecimal> millions = new HashMap<>();

    /** The places of those that have a count. */
    private final BitSet counted = new BitSet();

    /** By place of a carrier with a count, the places of others with one that it owns. */
    private final Map<Integer, BitSet> owned = new HashMap<>();

    /** Of carriers by place. */
    Weights(Snapshot snapshot, SearchOptions options, WantedCarriers carriers) {
        LocalDate asOf = options.asOf();
        Map<Integer, LocalDate> newest = new HashMap<>();
        for (SubscriberCount count : snapshot.subscribers()) {
            LocalDate day = count.on().lastDay();
            boolean counts = !day.isAfter(asOf)
                    && !day.plusYears(YEARS).isBefore(asOf)
                    && isKnown(snapshot, count, options.knownAt());
            if (counts) {
                carriers.place(count.organization()).ifPresent(carrier -> {
                    if (!day.isBefore(newest.getOrDefault(carrier, LocalDate.MIN))) {
                        newest.put(carrier, day);
                        millions.put(carrier, count.millions());
                        counted.set(carrier);
                    }
                });
            }
        }
        if (millions.size() > 1) {
            findOwned(
                    carriers,
                    new StakesOnDay(snapshot.search().graph(), asOf, options.knownAt(), options.minEvidence()));
        }
    }

    /** A count is known from the day that it was stated for, and from when a source of it was out. */
    private static boolean isKnown(Snapshot snapshot, SubscriberCount count, @Nullable LocalDate knownAt) {
        return knownAt == null
                || !count.on().lastDay().isAfter(knownAt)
                        && (count.sources().isEmpty()
                                || count.sources().stream().anyMatch(source -> {
                                    PartialDate published = snapshot.published(source);
                                    return published == null
                                            || !published.lastDay().isAfter(knownAt);
                                }));
    }

    private void findOwned(WantedCarriers carriers, StakesOnDay stakes) {
        Map<Integer, Integer> places = new HashMap<>();
        counted.stream().forEach(place -> places.put(stakes.number(carriers.id(place)), place));
        places.forEach((carrier, place) -> {
            BitSet theirs = new BitSet();
            Set<Integer> seen = new HashSet<>(Set.of(carrier));
            Deque<Integer> open = new ArrayDeque<>(seen);
            while (!open.isEmpty()) {
                stakes.of(open.pop(), (owner, company, percent, certain) -> {
                    if ((percent == StakesOnDay.UNKNOWN_PERCENT || percent >= HALF) && seen.add(company)) {
                        open.push(company);
                        Integer other = places.get(company);
                        if (other != null) {
                            theirs.set(other);
                        }
                    }
                });
            }
            if (!theirs.isEmpty()) {
                owned.put(place, theirs);
            }
        });
    }

    /** All carriers of a row, of which those that are exposed are a part. */
    final class Whole {
        private final Weight weight;
        private final BitSet added;
        private final BigDecimal subscribers;

        private Whole(BitSet carriers) {
            added = added(carriers);
            subscribers = sum(added);
            weight = weigh(carriers, added.cardinality(), subscribers);
        }

        Weight weight() {
            return weight;
        }

        SummaryAnswer.Exposed exposed(BitSet possibly, BitSet certainly) {
            return new SummaryAnswer.Exposed(tied(possibly), tied(certainly));
        }

        private SummaryAnswer.Tied tied(BitSet exposed) {
            return new SummaryAnswer.Tied(
                    of(exposed),
                    percent(BigDecimal.valueOf(exposed.cardinality()), BigDecimal.valueOf(weight.carriers())),
                    percent(sum(both(added, exposed)), subscribers));
        }
    }

    /** @param carriers by place */
    Whole whole(BitSet carriers) {
        return new Whole(carriers);
    }

    /** Carriers, by place, with their subscribers. */
    Weight of(BitSet carriers) {
        BitSet added = added(carriers);
        return weigh(carriers, added.cardinality(), sum(added));
    }

    /**
     * Carriers with their subscribers.
     *
     * @param added how many counts are added up
     */
    private Weight weigh(BitSet carriers, int added, BigDecimal subscribers) {
        int all = carriers.cardinality();
        int have = both(counted, carriers).cardinality();
        return new Weight(
                all,
                have,
                percent(BigDecimal.valueOf(have), BigDecimal.valueOf(all)),
                have - added,
                added == 0 ? null : subscribers);
    }

    /** Those that have a count, without groups of which a company has one. */
    private BitSet added(BitSet carriers) {
        BitSet have = both(counted, carriers);
        BitSet added = (BitSet) have.clone();
        owned.forEach((carrier, theirs) -> {
            if (theirs.intersects(have)) {
                added.clear(carrier);
            }
        });
        return added;
    }

    /** In the memory of the smaller one, if that is the first. */
    private static BitSet both(BitSet some, BitSet others) {
        BitSet both = (BitSet) some.clone();
        both.and(others);
        return both;
    }

    private BigDecimal sum(BitSet carriers) {
        return carriers.stream().mapToObj(millions::get).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** With one decimal; null of nothing. */
    private static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? null
                : part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
