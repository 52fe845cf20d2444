package org.tieline.question.parameter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.Set;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.path.Certainty;
import org.tieline.model.Evidence;
import org.tieline.model.TieType;

/** The parameters of every question that walks ties: the day, and which ties are walked. */
public final class SearchParameters {
    public static final Parameter<LocalDate> AS_OF = Parameter.of(
                    "asOf",
                    Types.DAY,
                    "The day in the world that is asked about, like 2018-12-08; today (UTC) if absent.")
            .orElseOnTheDay(Reading::today);

    public static final Parameter<KnownAt> KNOWN_AT = Parameter.of(
            "knownAt",
            KnownAt.TYPE,
            "Only what was published by this day counts, and later dates are not known; or what a release held, like "
                    + "2026.12.0; everything on record if absent.");

    public static final Parameter<Certainty> CERTAINTY = Parameter.of(
                    "certainty",
                    Types.word(Certainty.class),
                    "Walk ties that may hold on the day, or only those that certainly hold.")
            .orElse(Certainty.POSSIBLE);

    public static final Parameter<LocalDate> EVIDENCED_SINCE = Parameter.of(
            "evidencedSince",
            Types.DAY,
            "Ties that were last vouched for before, or that nothing dates, are not walked.");

    private static final int MOST_YEARS = 100;

    public static final Parameter<Period> MAX_AGE = Parameter.of(
                    "maxAge",
                    Types.period(MOST_YEARS),
                    "For how long evidence carries: a tie without an end that nobody has vouched for since only possibly holds.")
            .orElse(SearchOptions.DEFAULT_MAX_AGE);

    /** IAS 28 presumes significant influence from 20 percent on. */
    public static final Parameter<BigDecimal> MIN_STAKE = Parameter.of(
                    "minStake", Types.PERCENT, "Stakes that are known to be smaller are not walked, in percent.")
            .orElse(BigDecimal.valueOf(SearchOptions.DEFAULT_MIN_STAKE));

    public static final Parameter<Integer> MAX_HOPS = Parameter.of(
                    "maxHops", Types.whole(1, SearchOptions.MOST_HOPS), "The most ties that a path may have.")
            .orElse(SearchOptions.DEFAULT_MAX_HOPS);

    public static final Parameter<Set<TieType>> TIES = Parameter.of(
                    "ties", Types.words(TieType.class), "The types of ties that are walked.")
            .orElse(EnumSet.allOf(TieType.class));

    public static final Parameter<Evidence> MIN_EVIDENCE = Parameter.of(
                    "minEvidence",
                    Types.wordBut(Evidence.class, Evidence.DENIED),
                    "The weakest evidence that counts; what is denied never does.")
            .orElse(Evidence.REPORTED);

    public static final Parameters ALL = Parameters.of(
            AS_OF, KNOWN_AT, CERTAINTY, EVIDENCED_SINCE, MAX_AGE, MIN_STAKE, MAX_HOPS, TIES, MIN_EVIDENCE);

    private SearchParameters() {}

    /** How to search, of a question that has them all. */
    public static SearchOptions options(Values values) {
        return new SearchOptions(
                values.get(AS_OF),
                KnownAt.day(values.get(KNOWN_AT)),
                values.get(CERTAINTY),
                values.get(EVIDENCED_SINCE),
                values.get(MAX_AGE),
                values.get(MIN_STAKE),
                values.get(MAX_HOPS),
                values.get(TIES),
                values.get(MIN_EVIDENCE),
                KnownAt.release(values.get(KNOWN_AT)));
    }

    /** The values of a question that has them all, as a search has them. */
    public static Values set(Values values, SearchOptions options) {
        return values.change()
                .set(AS_OF, options.asOf())
                .set(KNOWN_AT, KnownAt.of(options.knownAt(), options.release()))
                .set(CERTAINTY, options.certainty())
                .set(EVIDENCED_SINCE, options.evidencedSince())
                .set(MAX_AGE, options.maxAge())
                .set(MIN_STAKE, options.minStake())
                .set(MAX_HOPS, options.maxHops())
                .set(TIES, options.ties())
                .set(MIN_EVIDENCE, options.minEvidence())
                .build();
    }
}
