package org.tieline.question.changes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.Exposure;
import org.tieline.exposure.path.Hop;
import org.tieline.question.exposures.ExposureAnswer.Found;
import org.tieline.question.parameter.Paging;

/**
 * Compares the answer at the beginning of some steps with the one at their end, vendor by vendor. Every pair that differs does
 * so in a step at least, where its reasons are.
 */
public final class Comparison {
    private final List<AnswerDifference> steps;
    private final ComparedAnswer before;
    private final ComparedAnswer after;
    private final Set<ChangeKind> kinds;
    private final Set<Aspect> aspects;
    /** Null for all. */
    private final @Nullable Paging page;

    private final Map<ChangeKind, Integer> counts = new EnumMap<>(ChangeKind.class);

    /** The part that is wanted of those that are listed, by vendor, then carrier; and how many are listed. */
    private final List<Change> results = new ArrayList<>();

    /** Whether every pair is spelled out, with its bans, to see whether it differs. */
    private final boolean looksAtAll;

    private int listed;

    private int totalBefore;
    private int totalAfter;

    /** A pair that differs, and its exposures, each null where there is none. */
    private record Pair(
            String vendor,
            String carrier,
            ChangeKind kind,
            Set<Aspect> aspects,
            @Nullable Found old,
            @Nullable Found now) {}

    /**
     * Compares.
     *
     * @param steps at least one, each beginning where the one before it ends
     * @param kinds the only kinds that are listed; empty for all
     * @param aspects of changed exposures, only those with one of these are listed; empty for all
     */
    public Comparison(List<AnswerDifference> steps, Set<ChangeKind> kinds, Set<Aspect> aspects, Paging page) {
        this.steps = List.copyOf(steps);
        this.kinds = kinds;
        this.aspects = aspects;
        this.page = page;
        before = steps.getFirst().before;
        after = steps.getLast().after;
        for (ChangeKind kind : ChangeKind.values()) {
            counts.put(kind, 0);
        }
        looksAtAll = true;
        vendors().forEach(this::compare);
    }

    private void compare(String vendor) {
        SortedSet<String> carriers = before.wanted(vendor);
        totalBefore += carriers.size();
        SortedSet<String> then = after.wanted(vendor);
        totalAfter += then.size();
        carriers.addAll(then);
        for (String carrier : carriers) {
            if (isAlike(vendor, carrier)) {
                continue;
            }
            Found old = before.found(vendor, carrier);
            Found now = after.found(vendor, carrier);
            Set<Aspect> differing =
                    old == null || now == null ? EnumSet.noneOf(Aspect.class) : Aspect.between(old, now);
            ChangeKind kind =
                    old == null ? ChangeKind.APPEARED : now == null ? ChangeKind.DISAPPEARED : ChangeKind.CHANGED;
            if (kind != ChangeKind.CHANGED || !differing.isEmpty()) {
                counts.merge(kind, 1, Integer::sum);
                list(new Pair(vendor, carrier, kind, differing, old, now));
            }
        }
    }

    /**
     * All that differs and that somebody looks at, in however many parts one would be shown it.
     *
     * @param steps as above
     * @param aspects changed exposures are of interest if one of these changed; empty for all
     * @param sameTies whether ties are the same on both sides, so that only a ban can make a difference
     */
    public static List<Change> all(List<AnswerDifference> steps, Set<Aspect> aspects, boolean sameTies) {
        boolean looksAtBans = aspects.isEmpty() || aspects.contains(Aspect.BAN);
        return List.copyOf(new Comparison(steps, aspects, sameTies && !looksAtBans, looksAtBans).results);
    }

    private Comparison(List<AnswerDifference> steps, Set<Aspect> aspects, boolean sameTies, boolean looksAtBans) {
        this.steps = List.copyOf(steps);
        kinds = Set.of();
        this.aspects = aspects;
        page = null;
        before = steps.getFirst().before;
        after = steps.getLast().after;
        for (ChangeKind kind : ChangeKind.values()) {
            counts.put(kind, 0);
        }
        this.looksAtAll = looksAtBans;
        vendors().stream()
                .filter(vendor -> !sameTies || !isSearchedAlike(vendor))
                .forEach(this::compare);
    }

    private SortedSet<String> vendors() {
        SortedSet<String> vendors = new TreeSet<>(before.vendors());
        vendors.addAll(after.vendors());
        return vendors;
    }

    private boolean isSearchedAlike(String vendor) {
        return before.searches(vendor)
                && after.searches(vendor)
                && Objects.equals(before.onlyIn(vendor), after.onlyIn(vendor));
    }

    /** Whether a pair need be looked at no closer. */
    private boolean isAlike(String vendor, String carrier) {
        Exposure old = looksAtAll ? null : before.exposure(vendor, carrier);
        Exposure now = looksAtAll ? null : after.exposure(vendor, carrier);
        return old != null
                && now != null
                && Collections.disjoint(Aspect.between(old, now), aspects)
                && before.searches(vendor, carrier) == after.searches(vendor, carrier);
    }

    /** Keeps what is shown: there may be very many, and few are. */
    private void list(Pair pair) {
        boolean ofAspect = aspects.isEmpty()
                || pair.kind != ChangeKind.CHANGED
                || pair.aspects.stream().anyMatch(aspects::contains);
        if (ofAspect && (kinds.isEmpty() || kinds.contains(pair.kind)) && holds(listed++)) {
            results.add(change(pair));
        }
    }

    private boolean holds(int place) {
        return page == null || page.holds(place);
    }

    public ChangeAnswer answer() {
        return new ChangeAnswer(
                before.searched(),
                after.searched(),
                totalBefore,
                totalAfter,
                Map.copyOf(counts),
                listed,
                Objects.requireNonNull(page, "what has no page has no list"),
                List.copyOf(results));
    }

    private Change change(Pair pair) {
        Found old = pair.old;
        Found now = pair.now;
        boolean pathsAlone = pair.kind != ChangeKind.CHANGED;
        List<Reason> reasons = steps.stream()
                .flatMap(step -> new Explanation(step, pathsAlone).of(pair.vendor, pair.carrier).stream())
                .toList();
        SortedSet<ChangeOrigin> origins = new TreeSet<>();
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
    private @Nullable Found between(Pair pair, @Nullable Found old, @Nullable Found now) {
        Found between = steps.size() == 1 ? null : steps.getFirst().after.found(pair.vendor, pair.carrier);
        return between == null || isSame(between, old) || isSame(between, now) ? null : between;
    }

    private static boolean isSame(Found found, @Nullable Found other) {
        return other != null && Aspect.between(found, other).isEmpty();
    }

    private static boolean isOpen(ComparedAnswer side, Found found) {
        return side.searches(found.vendor().id(), found.carrier().id())
                && found.exposure().path().stream().map(Hop::tie).allMatch(side::walks);
    }
}
