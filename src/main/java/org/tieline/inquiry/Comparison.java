package org.tieline.inquiry;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tieline.exposure.Hop;
import org.tieline.inquiry.ExposureAnswer.Found;

/**
 * Compares the answer at the beginning of some steps with the one at their end. Every pair that differs does so in a step
 * at least, where its reasons are.
 */
final class Comparison {
    private final List<Step> steps;
    private final Side before;
    private final Side after;
    private final Map<ChangeKind, Integer> counts = new EnumMap<>(ChangeKind.class);

    /** By vendor, then carrier. */
    private final List<Pair> pairs = new ArrayList<>();

    private int totalBefore;
    private int totalAfter;

    /** A pair that differs. The exposures are not kept: there may be very many, and few are shown. */
    private record Pair(String vendor, String carrier, ChangeKind kind, Set<Aspect> aspects) {}

    /** @param steps at least one, each beginning where the one before it ends */
    Comparison(List<Step> steps) {
        this.steps = List.copyOf(steps);
        before = steps.getFirst().before;
        after = steps.getLast().after;
        for (ChangeKind kind : ChangeKind.values()) {
            counts.put(kind, 0);
        }
        SortedSet<String> vendors = before.vendors();
        vendors.addAll(after.vendors());
        vendors.forEach(this::compare);
    }

    private void compare(String vendor) {
        SortedSet<String> carriers = before.wanted(vendor);
        totalBefore += carriers.size();
        SortedSet<String> then = after.wanted(vendor);
        totalAfter += then.size();
        carriers.addAll(then);
        for (String carrier : carriers) {
            Found old = before.found(vendor, carrier);
            Found now = after.found(vendor, carrier);
            Set<Aspect> aspects = old == null || now == null ? EnumSet.noneOf(Aspect.class) : Aspect.between(old, now);
            ChangeKind kind =
                    old == null ? ChangeKind.APPEARED : now == null ? ChangeKind.DISAPPEARED : ChangeKind.CHANGED;
            if (kind != ChangeKind.CHANGED || !aspects.isEmpty()) {
                counts.merge(kind, 1, Integer::sum);
                pairs.add(new Pair(vendor, carrier, kind, aspects));
            }
        }
    }

    /**
     * The answer.
     *
     * @param kinds the only kinds that are listed; empty for all
     * @param aspects of changed exposures, only those with one of these are listed; empty for all
     */
    ChangeAnswer answer(Set<ChangeKind> kinds, Set<Aspect> aspects, Page page) {
        List<Pair> listed = pairs.stream()
                .filter(pair -> kinds.isEmpty() || kinds.contains(pair.kind))
                .filter(pair -> aspects.isEmpty()
                        || pair.kind != ChangeKind.CHANGED
                        || pair.aspects.stream().anyMatch(aspects::contains))
                .toList();
        return new ChangeAnswer(
                before.searched(),
                after.searched(),
                totalBefore,
                totalAfter,
                Map.copyOf(counts),
                listed.size(),
                page,
                page.of(listed).stream().map(this::change).toList());
    }

    private Change change(Pair pair) {
        Found old = before.found(pair.vendor, pair.carrier);
        Found now = after.found(pair.vendor, pair.carrier);
        boolean pathsAlone = pair.kind != ChangeKind.CHANGED;
        List<Reason> reasons = steps.stream()
                .flatMap(step -> new Explanation(step, pathsAlone).of(pair.vendor, pair.carrier).stream())
                .toList();
        SortedSet<Origin> origins = new TreeSet<>();
        reasons.forEach(reason -> origins.add(reason.origin()));
        return new Change(
                pair.kind,
                before.snapshot().organization(pair.vendor),
                before.snapshot().organization(pair.carrier),
                pair.aspects,
                old,
                between(pair, old, now),
                now,
                old != null && isOpen(after, old),
                now != null && isOpen(before, now),
                origins,
                reasons);
    }

    /** Null if there is nothing between, or nothing else than before or after. */
    private Found between(Pair pair, Found old, Found now) {
        Found between = steps.size() == 1 ? null : steps.getFirst().after.found(pair.vendor, pair.carrier);
        return between == null || isSame(between, old) || isSame(between, now) ? null : between;
    }

    private static boolean isSame(Found found, Found other) {
        return other != null && Aspect.between(found, other).isEmpty();
    }

    private static boolean isOpen(Side side, Found found) {
        return side.searches(found.vendor().id())
                && found.exposure().path().stream().map(Hop::tie).allMatch(side::walks);
    }
}
