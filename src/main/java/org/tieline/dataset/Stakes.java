package org.tieline.dataset;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tieline.model.DataError;
import org.tieline.model.PartialDate;
import org.tieline.model.Tie;

/**
 * Finds stakes that contradict each other: two of one owner in one organization that certainly hold on the same day, and
 * stakes in one organization that certainly add up to more than 100. Stakes that only possibly hold contradict nothing.
 */
final class Stakes {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * A stake that holds for certain on some day.
     *
     * @param from the first day on which it certainly holds
     * @param to the first day on which it no longer certainly does; {@link LocalDate#MAX} if no end is on record
     */
    private record Stake(Tie tie, RowPlace place, LocalDate from, LocalDate to) {}

    private final Map<String, List<Stake>> byOwned = new LinkedHashMap<>();

    /**
     * Takes up an {@code OWNS} tie that is not denied.
     *
     * @param evidenced the earliest day from which on it is vouched for; null if nothing is dated
     */
    void add(Tie tie, RowPlace place, @Nullable LocalDate evidenced) {
        LocalDate from = tie.since() == null ? evidenced : tie.since().lastDay();
        LocalDate to = tie.until() == null ? LocalDate.MAX : tie.until().firstDay();
        if (from != null && from.isBefore(to)) {
            byOwned.computeIfAbsent(tie.to(), owned -> new ArrayList<>(1)).add(new Stake(tie, place, from, to));
        }
    }

    void check(DataErrors problems) {
        for (List<Stake> stakes : byOwned.values()) {
            stakes.sort(Comparator.comparing(Stake::from).thenComparing(Stake::place));
            if (!reportOverlaps(stakes, problems)) {
                reportExcess(stakes, problems);
            }
        }
    }

    /** Returns whether there were any: what they add up to would say the same a second time. */
    private static boolean reportOverlaps(List<Stake> stakes, DataErrors problems) {
        Map<String, Stake> longest = new HashMap<>();
        boolean found = false;
        for (Stake stake : stakes) {
            Stake earlier = longest.get(stake.tie().from());
            if (earlier != null && stake.from().isBefore(earlier.to())) {
                found = true;
                Stake later = stake.place().compareTo(earlier.place()) > 0 ? stake : earlier;
                Stake other = later == stake ? earlier : stake;
                report(
                        later,
                        "since",
                        text(later.tie().since()),
                        problems,
                        DataError.Rule.ONE_STAKE,
                        "must not hold beside %s (%s), a stake of the same owner: on %s both certainly do; one needs an until"
                                .formatted(other.tie().id(), other.place().seenFrom(later.place()), stake.from()));
            }
            if (earlier == null || stake.to().isAfter(earlier.to())) {
                longest.put(stake.tie().from(), stake);
            }
        }
        return found;
    }

    /** Reports the first day only: later ones mostly repeat it. */
    private static void reportExcess(List<Stake> stakes, DataErrors problems) {
        TreeMap<LocalDate, BigDecimal> ends = new TreeMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Stake stake : stakes) {
            if (stake.tie().percent() == null) {
                continue;
            }
            while (!ends.isEmpty() && !ends.firstKey().isAfter(stake.from())) {
                sum = sum.subtract(ends.pollFirstEntry().getValue());
            }
            sum = sum.add(stake.tie().percent());
            ends.merge(stake.to(), stake.tie().percent(), BigDecimal::add);
            if (sum.compareTo(HUNDRED) > 0) {
                Stake excess = latestRead(stakes.subList(0, stakes.indexOf(stake) + 1), stake.from());
                report(
                        excess,
                        "percent",
                        Objects.requireNonNull(excess.tie().percent()).toPlainString(),
                        problems,
                        DataError.Rule.WITHIN_100,
                        "must not lift the stakes in %s above 100: on %s they certainly add up to %s"
                                .formatted(stake.tie().to(), stake.from(), sum.toPlainString()));
                return;
            }
        }
    }

    /** Of the stakes that hold on a day, the one of the last folder, as the folders before it may be sound without it. */
    private static Stake latestRead(List<Stake> stakes, LocalDate day) {
        Comparator<Stake> byFolder =
                Comparator.comparingInt(stake -> stake.place().folder());
        return stakes.stream()
                .filter(stake ->
                        stake.tie().percent() != null && !day.isBefore(stake.from()) && day.isBefore(stake.to()))
                .reduce((one, other) -> byFolder.compare(one, other) > 0 ? one : other)
                .orElseThrow();
    }

    private static void report(
            Stake stake, String column, String value, DataErrors problems, DataError.Rule rule, String remedy) {
        problems.add(new DataError(stake.place().file(), stake.place().line(), column, value, remedy, rule));
    }

    private static String text(@Nullable PartialDate date) {
        return date == null ? "" : date.toString();
    }
}
