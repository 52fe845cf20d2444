package org.tieline.exposure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.column.DateTable;
import org.tieline.exposure.path.TieState;
import org.tieline.model.Day;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;

/**
 * What one question knows of the dates of ties, and what follows from them: a date later than {@code knownAt} counts as empty,
 * a tie holds only while both its organizations exist, and evidence carries for {@code maxAge}.
 */
final class KnownDates {
    private final TieGraph graph;
    private final TieTable ties;
    private final TieDetails details;
    private final DateTable dates;
    private final int asOf;

    /** {@link Day#OPEN} when everything on record is known. */
    private final int knownAt;

    private final Period maxAge;
    private final boolean openGoOn;

    /** @param openGoOn whether a tie without an end certainly goes on, however old the evidence of it is */
    KnownDates(TieGraph graph, SearchOptions options, boolean openGoOn) {
        this.graph = graph;
        ties = graph.ties;
        details = ties.details;
        dates = ties.values.dates();
        asOf = Day.of(options.asOf());
        knownAt = options.knownAt() == null ? Day.OPEN : Day.of(options.knownAt());
        maxAge = options.maxAge();
        this.openGoOn = openGoOn;
    }

    /** Whether everything on record is known. */
    boolean knowAll() {
        return knownAt == Day.OPEN;
    }

    /** Whether one of the sources of a tie counts. */
    boolean isKnown(int tie) {
        if (knowAll() || ties.isSupposedWithoutSource(tie)) {
            return true;
        }
        int at = ties.firstSource(tie);
        if (at == TieTable.NO_MORE) {
            return ties.possibleFrom(tie) <= knownAt;
        }
        while (at != TieTable.NO_MORE && !counts(tie, ties.sourceAt(at))) {
            at = ties.nextSource(at);
        }
        return at != TieTable.NO_MORE;
    }

    boolean possiblyHolds(int tie) {
        return possibleFrom(tie) <= asOf && asOf < possibleTo(tie);
    }

    boolean certainlyHolds(int tie) {
        return certainFrom(tie) <= asOf && asOf < certainTo(tie);
    }

    /** Whether a tie has no end, and the day lies after all for which somebody vouched. */
    boolean isStale(int tie) {
        return !knowsUntil(tie) && asOf >= staleFrom(tie);
    }

    TieState state(int tie) {
        return knowsRemoving(tie) && removingFrom(tie) <= asOf ? TieState.REMOVING : TieState.STANDING;
    }

    int possibleFrom(int tie) {
        return Math.max(knowsSince(tie) ? ties.possibleFrom(tie) : Day.FIRST, Life.possibleFrom(life(tie)));
    }

    int certainFrom(int tie) {
        return Math.max(knowsSince(tie) ? ties.certainFrom(tie) : firstEvidenced(tie), Life.certainFrom(life(tie)));
    }

    int certainTo(int tie) {
        int end = knowsUntil(tie) ? ties.certainTo(tie) : openGoOn ? Day.OPEN : staleFrom(tie);
        return Math.min(end, Life.certainTo(life(tie)));
    }

    int possibleTo(int tie) {
        return Math.min(knowsUntil(tie) ? ties.possibleTo(tie) : Day.OPEN, Life.possibleTo(life(tie)));
    }

    /** Of both organizations of a tie. */
    private long life(int tie) {
        return Life.common(lifeOf(ties.from(tie)), lifeOf(ties.to(tie)));
    }

    private long lifeOf(int organization) {
        long life = graph.life(organization);
        return graph.supposedLives.get(organization) ? life : Life.known(life, knownAt);
    }

    /** Null if empty, or not known. */
    @Nullable
    PartialDate since(int tie) {
        return knowsSince(tie) ? ties.since(tie) : null;
    }

    /** Null if empty, or not known. */
    @Nullable
    PartialDate removing(int tie) {
        return knowsRemoving(tie) ? dates.date(details.removing(ties.detail(tie))) : null;
    }

    /** Null if empty, or not known. */
    @Nullable
    PartialDate verified(int tie) {
        return knowsVerified(tie) ? dates.date(details.verified(ties.detail(tie))) : null;
    }

    /** Null if empty, or not known. */
    @Nullable
    PartialDate until(int tie) {
        return knowsUntil(tie) ? ties.until(tie) : null;
    }

    /** Null if unknown, or not known, or too old to be shown as that of the day. */
    @Nullable
    BigDecimal share(int tie) {
        return showsShare(tie) ? details.share(ties.detail(tie)) : null;
    }

    /** Null where {@link #share} is. */
    @Nullable
    PartialDate shareOn(int tie) {
        return showsShare(tie) ? dates.date(details.shareOn(ties.detail(tie))) : null;
    }

    private boolean showsShare(int tie) {
        PartialDate stated = dates.date(details.shareOn(ties.detail(tie)));
        return stated != null
                && Day.bound(stated.lastDay()) <= knownAt
                && asOf < Day.bound(stated.lastDay().plus(maxAge).plusDays(1));
    }

    /** The first day of when it began to be taken out, which must be on record. */
    private int removingFrom(int tie) {
        return dates.first(details.removing(ties.detail(tie)));
    }

    /** The last day of when it was verified, which must be on record. */
    private int verifiedBy(int tie) {
        return dates.last(details.verified(ties.detail(tie)));
    }

    private boolean knowsSince(int tie) {
        return ties.hasSince(tie) && (ties.possibleFrom(tie) <= knownAt || ties.isSupposed(tie));
    }

    private boolean knowsUntil(int tie) {
        return ties.hasUntil(tie) && (ties.certainTo(tie) <= knownAt || ties.isSupposed(tie));
    }

    private boolean knowsRemoving(int tie) {
        return details.removing(ties.detail(tie)) != 0 && (removingFrom(tie) <= knownAt || ties.isSupposed(tie));
    }

    /** What vouches for a tie must have been known even where the tie is supposed. */
    private boolean knowsVerified(int tie) {
        return details.verified(ties.detail(tie)) != 0 && (knowAll() || verifiedBy(tie) <= knownAt);
    }

    /**
     * The first day on which a tie without an end is only presumed to go on; {@link Day#FIRST} if nothing dates it. What
     * somebody supposes without a source goes on for certain.
     */
    private int staleFrom(int tie) {
        long last = evidencedBy(tie);
        if (last == DateTable.NEVER) {
            return ties.isSupposedWithoutSource(tie) ? Day.OPEN : Day.FIRST;
        }
        return Day.bound(LocalDate.ofEpochDay(last).plus(maxAge).plusDays(1));
    }

    /**
     * The earliest day by which it was verified or a known source was out; {@link Day#OPEN} if nothing dates it. What somebody
     * supposes without a source and without a beginning was always there.
     */
    private int firstEvidenced(int tie) {
        if (ties.isSupposedWithoutSource(tie) && !ties.hasSince(tie)) {
            return Day.FIRST;
        }
        int first = knowsVerified(tie) ? verifiedBy(tie) : Day.OPEN;
        for (int at = ties.firstSource(tie); at != TieTable.NO_MORE; at = ties.nextSource(at)) {
            int published = graph.published(ties.sourceAt(at));
            if (published != 0 && dates.last(published) <= knownAt) {
                first = Math.min(first, dates.last(published));
            }
        }
        return first;
    }

    /** The last day of {@link #lastEvidenced} in days since 1970-01-01; {@link DateTable#NEVER} if nothing dates it. */
    private int evidencedBy(int tie) {
        int verified = details.verified(ties.detail(tie));
        if (verified != 0 && (knowAll() || dates.last(verified) <= knownAt)) {
            return dates.lastDay(verified);
        }
        int newest = DateTable.NEVER;
        for (int at = ties.firstSource(tie); at != TieTable.NO_MORE; at = ties.nextSource(at)) {
            int published = graph.published(ties.sourceAt(at));
            if (published != 0 && dates.last(published) <= knownAt) {
                newest = Math.max(newest, dates.lastDay(published));
            }
        }
        return newest;
    }

    /** Whether a tie was evidenced on a day or later. What is supposed without a source need not be. */
    boolean isEvidencedSince(int tie, LocalDate day) {
        return ties.isSupposedWithoutSource(tie) || evidencedBy(tie) >= day.toEpochDay();
    }

    /** When it was verified, else the newest publication date among the sources that count; null if nothing dates it. */
    @Nullable
    PartialDate lastEvidenced(int tie) {
        return knowsVerified(tie) ? dates.date(details.verified(ties.detail(tie))) : newestPublished(tie);
    }

    /** The newest publication date among the sources that count; null if none is dated. */
    @Nullable
    PartialDate newestPublished(int tie) {
        PartialDate newest = null;
        for (int at = ties.firstSource(tie); at != TieTable.NO_MORE; at = ties.nextSource(at)) {
            int source = ties.sourceAt(at);
            PartialDate date = dates.date(graph.published(source));
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

    /** Whether a source of the tie was out by {@code knownAt}; one without a date counts from the tie's own beginning on. */
    private boolean counts(int tie, int source) {
        int published = graph.published(source);
        return (published == 0 ? ties.possibleFrom(tie) : dates.last(published)) <= knownAt;
    }

    /** The ids of the sources that count, in the order of the data. */
    List<String> sources(int tie) {
        List<String> sources = new ArrayList<>(2);
        for (int at = ties.firstSource(tie); at != TieTable.NO_MORE; at = ties.nextSource(at)) {
            int source = ties.sourceAt(at);
            if (counts(tie, source)) {
                sources.add(graph.sourceId(source));
            }
        }
        return List.copyOf(sources);
    }

    /**
     * From when to when an organization exists, or two of them do, in one {@code long}: from the highest bit 16 bits each of
     * {@code possibleFrom}, {@code certainFrom}, {@code certainTo} and {@code possibleTo}, which are bounds as those of a tie.
     */
    static final class Life {
        /** Of one of whose life nothing is on record. */
        static final long ALWAYS = pack(Day.FIRST, Day.FIRST, Day.OPEN, Day.OPEN);

        private Life() {}

        static long of(Organization organization) {
            var since = organization.since();
            var until = organization.until();
            return pack(
                    since == null ? Day.FIRST : Day.bound(since.firstDay()),
                    since == null ? Day.FIRST : Day.bound(since.lastDay()),
                    until == null ? Day.OPEN : Day.bound(until.firstDay()),
                    until == null ? Day.OPEN : Day.bound(until.overBy()));
        }

        private static long pack(int possibleFrom, int certainFrom, int certainTo, int possibleTo) {
            return (long) possibleFrom << 48 | (long) certainFrom << 32 | (long) certainTo << 16 | possibleTo;
        }

        static int possibleFrom(long life) {
            return (int) (life >>> 48);
        }

        static int certainFrom(long life) {
            return (int) (life >>> 32) & 0xFFFF;
        }

        static int certainTo(long life) {
            return (int) (life >>> 16) & 0xFFFF;
        }

        static int possibleTo(long life) {
            return (int) life & 0xFFFF;
        }

        /** The life as it was known: a beginning or end that lies after a day was not, and none is in its place. */
        static long known(long life, int knownAt) {
            boolean begin = possibleFrom(life) <= knownAt;
            boolean end = certainTo(life) <= knownAt;
            return pack(
                    begin ? possibleFrom(life) : Day.FIRST,
                    begin ? certainFrom(life) : Day.FIRST,
                    end ? certainTo(life) : Day.OPEN,
                    end ? possibleTo(life) : Day.OPEN);
        }

        /** When both exist. */
        static long common(long one, long other) {
            return pack(
                    Math.max(possibleFrom(one), possibleFrom(other)),
                    Math.max(certainFrom(one), certainFrom(other)),
                    Math.min(certainTo(one), certainTo(other)),
                    Math.min(possibleTo(one), possibleTo(other)));
        }
    }
}
