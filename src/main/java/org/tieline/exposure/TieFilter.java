package org.tieline.exposure;

import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.LeftOut;
import org.tieline.exposure.path.TieOnDay;
import org.tieline.model.Day;
import org.tieline.model.Evidence;
import org.tieline.model.PartialDate;

/** Decides for one question which ties are walked, and says why not. Knows nothing of states. */
final class TieFilter {
    /** Why a tie is not walked, in the order in which the reasons are tried. */
    enum Verdict {
        WALKED,
        DENIED,
        NOT_KNOWN,
        OUTSIDE_TIME,
        WEAK_EVIDENCE,
        NOT_EVIDENCED_SINCE,
        BELOW_MIN_STAKE;

        /** @param counts how many ties were left out, by ordinal of the reason */
        static LeftOut leftOut(int[] counts) {
            return new LeftOut(
                    counts[DENIED.ordinal()],
                    counts[NOT_KNOWN.ordinal()],
                    counts[OUTSIDE_TIME.ordinal()],
                    counts[WEAK_EVIDENCE.ordinal()],
                    counts[NOT_EVIDENCED_SINCE.ordinal()],
                    counts[BELOW_MIN_STAKE.ordinal()]);
        }
    }

    private final TieGraph graph;
    private final TieTable ties;
    private final int asOf;
    private final boolean certainOnly;
    private final Evidence minEvidence;

    /** {@link Day#OPEN} when everything on record is known. */
    private final int knownAt;

    /** {@link Day#FIRST} minus one when it is not asked for. */
    private final int evidencedSince;

    /** In hundredths of a percent. */
    private final int minStake;

    TieFilter(TieGraph graph, SearchOptions options) {
        this.graph = graph;
        ties = graph.ties;
        asOf = Day.of(options.asOf());
        certainOnly = options.certainty() == Certainty.CERTAIN;
        minEvidence = options.minEvidence();
        knownAt = options.knownAt() == null ? Day.OPEN : Day.of(options.knownAt());
        evidencedSince = options.evidencedSince() == null ? -1 : Day.of(options.evidencedSince());
        minStake = options.minStake()
                .movePointRight(2)
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }

    int asOf() {
        return asOf;
    }

    /** Whether the days in a row and the stake decide alone. */
    boolean rowsDecide() {
        return !certainOnly && minEvidence == Evidence.REPORTED && knownAt == Day.OPEN && evidencedSince < 0;
    }

    /** Whether the step itself says if its stake is large enough. */
    boolean stepsDecideStakes() {
        return minStake == SearchOptions.DEFAULT_MIN_STAKE * 100;
    }

    boolean stakeSuffices(int tie) {
        return ties.percent[tie] >= minStake;
    }

    Verdict judge(int tie) {
        return judge(tie, certainOnly ? certainlyHolds(tie) : possiblyHolds(tie));
    }

    /** What is made of a tie on a day on which it holds with the certainty that is asked for, or does not. */
    Verdict judge(int tie, boolean holds) {
        if (ties.isDenied(tie)) {
            return Verdict.DENIED;
        }
        if (ties.knownFrom[tie] > knownAt) {
            return Verdict.NOT_KNOWN;
        }
        if (!holds) {
            return Verdict.OUTSIDE_TIME;
        }
        if (ties.evidence(tie).compareTo(minEvidence) < 0) {
            return Verdict.WEAK_EVIDENCE;
        }
        if (evidencedSince >= 0 && !evidencedSince(tie)) {
            return Verdict.NOT_EVIDENCED_SINCE;
        }
        return stakeSuffices(tie) ? Verdict.WALKED : Verdict.BELOW_MIN_STAKE;
    }

    /** Whether a date that starts on this day is known by {@code knownAt}; one that is not counts as empty. */
    private boolean isKnown(int firstDay) {
        return firstDay <= knownAt;
    }

    private boolean sinceIsKnown(int tie) {
        return ties.hasSince(tie) && (isKnown(ties.possibleFrom[tie]) || ties.isSupposed(tie));
    }

    private boolean untilIsKnown(int tie) {
        return ties.certainTo[tie] != Day.OPEN && (isKnown(ties.certainTo[tie]) || ties.isSupposed(tie));
    }

    private boolean possiblyHolds(int tie) {
        return possibleFrom(tie) <= asOf && asOf < possibleTo(tie);
    }

    boolean certainlyHolds(int tie) {
        return certainFrom(tie) <= asOf && asOf < certainTo(tie);
    }

    /** The first day on which the tie holds with the certainty that is asked for, whatever {@code asOf} is. */
    int holdsFrom(int tie) {
        return certainOnly ? certainFrom(tie) : possibleFrom(tie);
    }

    /** The first day after {@link #holdsFrom} on which it no longer does. */
    int holdsTo(int tie) {
        return certainOnly ? certainTo(tie) : possibleTo(tie);
    }

    private int possibleFrom(int tie) {
        return sinceIsKnown(tie) ? ties.possibleFrom[tie] : Day.FIRST;
    }

    private int possibleTo(int tie) {
        return untilIsKnown(tie) ? ties.possibleTo[tie] : Day.OPEN;
    }

    private int certainFrom(int tie) {
        return sinceIsKnown(tie) ? ties.certainFrom[tie] : firstPublished(tie);
    }

    private int certainTo(int tie) {
        return untilIsKnown(tie) ? ties.certainTo[tie] : Day.OPEN;
    }

    /** The earliest day by which a known source was out; {@link Day#OPEN} if none is dated. */
    private int firstPublished(int tie) {
        if (!ties.hasSince(tie)) {
            return isKnown(ties.certainFrom[tie]) ? ties.certainFrom[tie] : Day.OPEN;
        }
        int first = Day.OPEN;
        for (int at = ties.sourceStart(tie); at < ties.sourceEnd(tie); at++) {
            PartialDate date = graph.published(ties.sourceAt(at));
            if (date != null && isKnown(Day.bound(date.lastDay()))) {
                first = Math.min(first, Day.bound(date.lastDay()));
            }
        }
        return first;
    }

    private boolean evidencedSince(int tie) {
        if (ties.isWithoutSource(tie) && ties.isSupposed(tie)) {
            return true;
        }
        PartialDate newest = lastEvidenced(tie);
        return newest != null && Day.bound(newest.lastDay()) >= evidencedSince;
    }

    /** The newest publication date among the sources that count; null if none is dated. */
    PartialDate lastEvidenced(int tie) {
        PartialDate newest = null;
        for (int at = ties.sourceStart(tie); at < ties.sourceEnd(tie); at++) {
            int source = ties.sourceAt(at);
            PartialDate date = graph.published(source);
            if (date != null && counts(tie, source) && (newest == null || isNewer(date, newest))) {
                newest = date;
            }
        }
        return newest;
    }

    private static boolean isNewer(PartialDate date, PartialDate than) {
        int byEnd = date.lastDay().compareTo(than.lastDay());
        return byEnd > 0 || byEnd == 0 && date.firstDay().isAfter(than.firstDay());
    }

    /** Whether a source of the tie was out by {@code knownAt}. */
    boolean counts(int tie, int source) {
        PartialDate date = graph.published(source);
        return isKnown(date == null ? ties.possibleFrom[tie] : Day.bound(date.lastDay()));
    }

    /** The ids of the sources that count, in the order of the data. */
    List<String> sources(int tie) {
        return IntStream.range(ties.sourceStart(tie), ties.sourceEnd(tie))
                .map(ties::sourceAt)
                .filter(source -> counts(tie, source))
                .mapToObj(graph::sourceId)
                .toList();
    }

    /** As it was known; null if empty. */
    PartialDate since(int tie) {
        return sinceIsKnown(tie) ? ties.since(tie) : null;
    }

    /** As it was known; null if empty. */
    PartialDate until(int tie) {
        boolean known = isKnown(ties.certainTo[tie]) || ties.isSupposed(tie);
        return ties.until(tie) != null && known ? ties.until(tie) : null;
    }

    /** All that is made of a tie. */
    TieOnDay onDay(int tie) {
        int published = firstPublished(tie);
        return new TieOnDay(
                ties.id(tie),
                since(tie),
                until(tie),
                sources(tie),
                ties.isWithoutSource(tie) || published == Day.OPEN ? null : Day.date(published),
                lastEvidenced(tie),
                ties.knownFrom[tie] <= knownAt,
                possiblyHolds(tie),
                certainlyHolds(tie),
                evidencedSince < 0 || evidencedSince(tie),
                judge(tie) == Verdict.WALKED);
    }
}
