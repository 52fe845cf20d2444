package org.tieline.question.summary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.StakesOnDay;
import org.tieline.model.PartialDate;
import org.tieline.model.SubscriberCount;
import org.tieline.question.Snapshot;

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

    private final Map<String, BigDecimal> millions = new HashMap<>();

    /** By carrier with a count, the others with one that it owns. */
    private final Map<String, Set<String>> owned = new HashMap<>();

    Weights(Snapshot snapshot, SearchOptions options) {
        LocalDate asOf = options.asOf();
        Map<String, LocalDate> newest = new HashMap<>();
        for (SubscriberCount count : snapshot.subscribers()) {
            LocalDate day = count.on().lastDay();
            boolean counts = !day.isAfter(asOf)
                    && !day.plusYears(YEARS).isBefore(asOf)
                    && isKnown(snapshot, count, options.knownAt());
            if (counts && !day.isBefore(newest.getOrDefault(count.organization(), LocalDate.MIN))) {
                newest.put(count.organization(), day);
                millions.put(count.organization(), count.millions());
            }
        }
        if (millions.size() > 1) {
            findOwned(new StakesOnDay(snapshot.search().graph(), asOf, options.knownAt(), options.minEvidence()));
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

    private void findOwned(StakesOnDay stakes) {
        Map<String, List<String>> direct = new HashMap<>();
        stakes.each((owner, company, percent, certain) -> {
            if (percent == StakesOnDay.UNKNOWN_PERCENT || percent >= HALF) {
                direct.computeIfAbsent(stakes.id(owner), none -> new ArrayList<>())
                        .add(stakes.id(company));
            }
        });
        for (String carrier : millions.keySet()) {
            Set<String> seen = new HashSet<>(Set.of(carrier));
            Deque<String> open = new ArrayDeque<>(seen);
            while (!open.isEmpty()) {
                direct.getOrDefault(open.pop(), List.of()).stream()
                        .filter(seen::add)
                        .forEach(open::push);
            }
            seen.remove(carrier);
            seen.retainAll(millions.keySet());
            if (!seen.isEmpty()) {
                owned.put(carrier, seen);
            }
        }
    }

    /** All carriers of a row, each once, of which those that are exposed are a part. */
    final class Whole {
        private final Weight weight;
        private final List<String> added;
        private final BigDecimal subscribers;

        private Whole(Collection<String> carriers) {
            added = added(carriers);
            subscribers = sum(added);
            weight = weigh(carriers, added.size(), subscribers);
        }

        Weight weight() {
            return weight;
        }

        SummaryAnswer.Exposed exposed(Collection<String> possibly, Collection<String> certainly) {
            return new SummaryAnswer.Exposed(tied(possibly), tied(certainly));
        }

        private SummaryAnswer.Tied tied(Collection<String> exposed) {
            Set<String> some = Set.copyOf(exposed);
            return new SummaryAnswer.Tied(
                    of(exposed),
                    percent(BigDecimal.valueOf(exposed.size()), BigDecimal.valueOf(weight.carriers())),
                    percent(sum(added.stream().filter(some::contains).toList()), subscribers));
        }
    }

    /** @param carriers each once */
    Whole whole(Collection<String> carriers) {
        return new Whole(carriers);
    }

    /** Carriers, each once, with their subscribers. */
    Weight of(Collection<String> carriers) {
        List<String> added = added(carriers);
        return weigh(carriers, added.size(), sum(added));
    }

    /**
     * Carriers with their subscribers.
     *
     * @param added how many counts are added up
     */
    private Weight weigh(Collection<String> carriers, int added, BigDecimal subscribers) {
        int counted = (int) carriers.stream().filter(millions::containsKey).count();
        return new Weight(
                carriers.size(),
                counted,
                percent(BigDecimal.valueOf(counted), BigDecimal.valueOf(carriers.size())),
                counted - added,
                added == 0 ? null : subscribers);
    }

    /** Those that have a count, without groups of which a company has one. */
    private List<String> added(Collection<String> carriers) {
        Set<String> counted = carriers.stream().filter(millions::containsKey).collect(Collectors.toSet());
        return carriers.stream()
                .filter(counted::contains)
                .filter(carrier -> Collections.disjoint(owned.getOrDefault(carrier, Set.of()), counted))
                .toList();
    }

    private BigDecimal sum(List<String> carriers) {
        return carriers.stream().map(millions::get).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** With one decimal; null of nothing. */
    private static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? null
                : part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
