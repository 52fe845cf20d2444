package org.tieline.exposure;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Flag;
import org.tieline.exposure.path.LeftOut;
import org.tieline.exposure.path.TieOnDay;
import org.tieline.exposure.path.TieState;
import org.tieline.model.Day;
import org.tieline.model.Evidence;
import org.tieline.model.TieType;

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
    private final KnownDates dates;
    private final int asOf;
    private final boolean certainOnly;
    private final Evidence minEvidence;

    /** Null when it is not asked for. */
    private final @Nullable LocalDate evidencedSince;

    /** In hundredths of a percent. */
    private final int minStake;

    TieFilter(TieGraph graph, SearchOptions options) {
        this(graph, options, false);
    }

    /** @param openGoOn whether a tie without an end certainly goes on, however old the evidence of it is */
    TieFilter(TieGraph graph, SearchOptions options, boolean openGoOn) {
        this.graph = graph;
        ties = graph.ties;
        dates = new KnownDates(graph, options, openGoOn);
        asOf = Day.of(options.asOf());
        certainOnly = options.certainty() == Certainty.CERTAIN;
        minEvidence = options.minEvidence();
        evidencedSince = options.evidencedSince();
        minStake = options.minStake()
                .movePointRight(2)
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }

    int asOf() {
        return asOf;
    }

    /** What the question knows of dates. */
    KnownDates dates() {
        return dates;
    }

    /** Whether the days in a row and the stake decide alone. */
    boolean rowsDecide() {
        return !certainOnly && minEvidence == Evidence.REPORTED && dates.knowAll() && evidencedSince == null;
    }

    /** Whether the step itself says if its stake is large enough. */
    boolean stepsDecideStakes() {
        return minStake == SearchOptions.DEFAULT_MIN_STAKE * 100;
    }

    boolean stakeSuffices(int tie) {
        return ties.stake(tie) >= minStake;
    }

    Verdict judge(int tie) {
        return judge(tie, certainOnly ? dates.certainlyHolds(tie) : dates.possiblyHolds(tie));
    }

    /** What is made of a tie on a day on which it holds with the certainty that is asked for, or does not. */
    Verdict judge(int tie, boolean holds) {
        if (ties.isDenied(tie)) {
            return Verdict.DENIED;
        }
        if (!dates.isKnown(tie)) {
            return Verdict.NOT_KNOWN;
        }
        if (!holds) {
            return Verdict.OUTSIDE_TIME;
        }
        if (ties.evidence(tie).compareTo(minEvidence) < 0) {
            return Verdict.WEAK_EVIDENCE;
        }
        if (!isFresh(tie)) {
            return Verdict.NOT_EVIDENCED_SINCE;
        }
        return stakeSuffices(tie) ? Verdict.WALKED : Verdict.BELOW_MIN_STAKE;
    }

    private boolean isFresh(int tie) {
        return evidencedSince == null || dates.isEvidencedSince(tie, evidencedSince);
    }

    /** The first day on which the tie holds with the certainty that is asked for, whatever {@code asOf} is. */
    int holdsFrom(int tie) {
        return certainOnly ? dates.certainFrom(tie) : dates.possibleFrom(tie);
    }

    /** The first day after {@link #holdsFrom} on which it no longer does. */
    int holdsTo(int tie) {
        return certainOnly ? dates.certainTo(tie) : dates.possibleTo(tie);
    }

    Certainty certainty(int tie) {
        return dates.certainlyHolds(tie) ? Certainty.CERTAIN : Certainty.POSSIBLE;
    }

    /** What to know of a tie before relying on it. */
    Set<Flag> flags(int tie, TieType type) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (type == TieType.OWNS && ties.stake(tie) == TieTable.UNKNOWN_STAKE) {
            flags.add(Flag.UNKNOWN_STAKE);
        }
        if (dates.newestPublished(tie) == null) {
            flags.add(Flag.UNDATED_EVIDENCE);
        }
        if (dates.isStale(tie)) {
            flags.add(Flag.STALE_EVIDENCE);
        }
        if (dates.state(tie) == TieState.REMOVING) {
            flags.add(Flag.REMOVING);
        }
        return Collections.unmodifiableSet(flags);
    }

    /** All that is made of a tie. */
    TieOnDay onDay(int tie) {
        return new TieOnDay(
                ties.id(tie),
                ties.type(tie),
                graph.organizationId(ties.from(tie)),
                graph.organizationId(ties.to(tie)),
                dates.since(tie),
                dates.removing(tie),
                dates.verified(tie),
                dates.until(tie),
                dates.share(tie),
                dates.shareOn(tie),
                ties.details.countries(ties.detail(tie)),
                dates.state(tie),
                dates.sources(tie),
                dates.lastEvidenced(tie),
                date(dates.possibleFrom(tie)),
                date(dates.certainFrom(tie)),
                date(dates.certainTo(tie)),
                date(dates.possibleTo(tie)),
                dates.isKnown(tie),
                dates.possiblyHolds(tie),
                dates.certainlyHolds(tie),
                dates.isStale(tie),
                isFresh(tie),
                judge(tie) == Verdict.WALKED);
    }

    private static @Nullable LocalDate date(int bound) {
        return bound == Day.FIRST || bound == Day.OPEN ? null : Day.date(bound);
    }
}
