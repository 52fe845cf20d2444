package org.tieline.exposure;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.Certainty;
import org.tieline.model.Day;
import org.tieline.model.Evidence;
import org.tieline.model.InvalidValue;
import org.tieline.model.TieType;

/**
 * How to search for exposures.
 *
 * @param asOf the day in the world that is asked about
 * @param knownAt only sources published on or before this day count, and later dates are not known; null for everything
 *     on record
 * @param certainty {@code POSSIBLE} walks ties that may hold, {@code CERTAIN} only those that certainly hold
 * @param evidencedSince ties that were last evidenced before, or that nothing dates, are not walked; null to walk them
 * @param maxAge for how long evidence carries: a tie without an end certainly holds until so long after it was last evidenced,
 *     and possibly after that; positive, at most a thousand years
 * @param minStake percentage, 0 to 100, below which a known stake is not walked
 * @param maxHops the most ties that a path may have, 1 to 10
 * @param ties the types of ties that may be walked, at least one
 * @param minEvidence the weakest grade that is walked; not {@code DENIED}
 * @param release the release whose facts are searched, for who asks the same again; null for those of the graph. The search itself
 *     knows nothing of it
 */
@RecordBuilder
public record SearchOptions(
        LocalDate asOf,
        @Nullable LocalDate knownAt,
        Certainty certainty,
        @Nullable LocalDate evidencedSince,
        Period maxAge,
        BigDecimal minStake,
        int maxHops,
        Set<TieType> ties,
        Evidence minEvidence,
        @Nullable String release)
        implements SearchOptionsBuilder.With {
    /** The level at which IAS 28 presumes significant influence, in percent. */
    public static final int DEFAULT_MIN_STAKE = 20;

    /** Equipment and contracts seldom outlive so many years without anybody writing of them. */
    public static final Period DEFAULT_MAX_AGE = Period.ofYears(5);

    public static final int DEFAULT_MAX_HOPS = 4;
    public static final int MOST_HOPS = 10;
    private static final Period MOST_AGE = Period.ofYears(1_000);

    /** @throws InvalidValue naming the option, its value and what is allowed */
    public SearchOptions {
        requireAskable("asOf", asOf);
        if (knownAt != null) {
            requireAskable("knownAt", knownAt);
        }
        if (evidencedSince != null) {
            requireAskable("evidencedSince", evidencedSince);
        }
        if (maxAge.isNegative() || maxAge.isZero() || isLonger(maxAge, MOST_AGE)) {
            throw new InvalidValue("maxAge", maxAge, "must be a period like P5Y, positive and at most " + MOST_AGE);
        }
        if (minStake.signum() < 0 || minStake.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new InvalidValue("minStake", minStake, "must be 0..100");
        }
        if (maxHops < 1 || maxHops > MOST_HOPS) {
            throw new InvalidValue("maxHops", maxHops, "must be 1.." + MOST_HOPS);
        }
        if (ties.isEmpty()) {
            throw new InvalidValue("ties", null, "must name at least one type");
        }
        if (minEvidence == Evidence.DENIED) {
            throw new InvalidValue("minEvidence", null, "must not be denied: a denied tie is never walked");
        }
        ties = Set.copyOf(ties);
    }

    /** Of the facts of the graph. */
    public SearchOptions(
            LocalDate asOf,
            @Nullable LocalDate knownAt,
            Certainty certainty,
            @Nullable LocalDate evidencedSince,
            Period maxAge,
            BigDecimal minStake,
            int maxHops,
            Set<TieType> ties,
            Evidence minEvidence) {
        this(asOf, knownAt, certainty, evidencedSince, maxAge, minStake, maxHops, ties, minEvidence, null);
    }

    /** With the default age of evidence. */
    public SearchOptions(
            LocalDate asOf,
            @Nullable LocalDate knownAt,
            Certainty certainty,
            @Nullable LocalDate evidencedSince,
            BigDecimal minStake,
            int maxHops,
            Set<TieType> ties,
            Evidence minEvidence) {
        this(asOf, knownAt, certainty, evidencedSince, DEFAULT_MAX_AGE, minStake, maxHops, ties, minEvidence);
    }

    /** By the days that both take at most: months of 31. */
    private static boolean isLonger(Period period, Period than) {
        return 31 * period.toTotalMonths() + period.getDays() > 31 * than.toTotalMonths();
    }

    private static void requireAskable(String name, LocalDate day) {
        try {
            Day.of(day);
        } catch (InvalidValue e) {
            throw e.in(name);
        }
    }

    /** The default options on a day. */
    public static SearchOptions on(LocalDate asOf) {
        return new SearchOptions(
                asOf,
                null,
                Certainty.POSSIBLE,
                null,
                BigDecimal.valueOf(DEFAULT_MIN_STAKE),
                DEFAULT_MAX_HOPS,
                EnumSet.allOf(TieType.class),
                Evidence.REPORTED);
    }
}
