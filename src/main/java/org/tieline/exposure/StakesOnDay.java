package org.tieline.exposure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Stake;
import org.tieline.model.Evidence;
import org.tieline.model.TieType;

/**
 * The stakes of a graph that possibly hold on one day, by the graph's own numbers of organizations. Denied ones are not
 * among them.
 */
public final class StakesOnDay {
    /** In place of a percentage: it is not known. */
    public static final int UNKNOWN_PERCENT = -1;

    private final TieGraph graph;
    private final TieFilter filter;

    /**
     * @param asOf the day
     * @param knownAt what was published by then counts; null for everything on record
     * @param minEvidence the weakest grade that counts
     * @throws org.tieline.model.InvalidValue if a day cannot be asked about
     */
    public StakesOnDay(TieGraph graph, LocalDate asOf, @Nullable LocalDate knownAt, Evidence minEvidence) {
        this(graph, asOf, knownAt, SearchOptions.DEFAULT_MAX_AGE, minEvidence);
    }

    /**
     * @param asOf the day
     * @param knownAt what was published by then counts; null for everything on record
     * @param maxAge for how long evidence carries: a stake without an end is flagged after that, and counts all the same
     * @param minEvidence the weakest grade that counts
     * @throws org.tieline.model.InvalidValue if one of them cannot be asked about
     */
    public StakesOnDay(
            TieGraph graph, LocalDate asOf, @Nullable LocalDate knownAt, Period maxAge, Evidence minEvidence) {
        this.graph = graph;
        filter = new TieFilter(
                graph,
                new SearchOptions(
                        asOf,
                        knownAt,
                        Certainty.POSSIBLE,
                        null,
                        maxAge,
                        BigDecimal.ZERO,
                        SearchOptions.DEFAULT_MAX_HOPS,
                        EnumSet.of(TieType.OWNS),
                        minEvidence),
                true);
    }

    /** Takes one stake after the other. */
    @FunctionalInterface
    public interface Taker {
        /**
         * @param owner the number of the organization that holds it
         * @param owned the number of the organization in which it is held
         * @param percent in hundredths of a percent, or {@link #UNKNOWN_PERCENT}
         * @param certain whether it certainly holds on the day
         */
        void take(int owner, int owned, int percent, boolean certain);
    }

    /** @throws IllegalArgumentException if the graph has no organization with this id */
    public int number(String id) {
        return graph.find(id)
                .orElseThrow(() -> new IllegalArgumentException("no organization of this graph has the id " + id));
    }

    /** The id of an organization by its number. */
    public String id(int organization) {
        return graph.organizationId(organization);
    }

    /** Hands over all stakes, in one pass over the rows. */
    public void each(Taker taker) {
        for (int owner = 0; owner < graph.organizationCount(); owner++) {
            of(owner, taker);
        }
    }

    /** Hands over the stakes that an organization holds, by its number. */
    public void of(int owner, Taker taker) {
        RowPage page = graph.page(owner);
        int end = page.to(owner);
        for (int at = page.from(owner); at < end; at++) {
            long row = page.rows[at];
            WalkStep step = RowPage.step(row);
            if (step != WalkStep.OWNS_DOWN && step != WalkStep.MINOR_DOWN) {
                continue;
            }
            int tie = page.tieOfRow[at];
            if (filter.rowsDecide() ? RowPage.misses(row, filter.asOf()) == 0 : counts(tie)) {
                int percent = graph.ties.stake(tie);
                taker.take(
                        owner,
                        page.target(at),
                        percent == TieTable.UNKNOWN_STAKE ? UNKNOWN_PERCENT : percent,
                        filter.dates().certainlyHolds(tie));
            }
        }
    }

    /** The owners of an organization by number, each once, by their first tie. */
    public int[] owners(int owned) {
        RowPage page = graph.page(owned);
        return IntStream.range(page.from(owned), page.to(owned))
                .filter(at -> isStakeOfAnOwner(page, at))
                .map(page::target)
                .distinct()
                .toArray();
    }

    /** The stakes in an organization, by tie. */
    public List<Stake> in(int owned) {
        List<Stake> stakes = new ArrayList<>();
        RowPage page = graph.page(owned);
        for (int at = page.from(owned); at < page.to(owned); at++) {
            if (isStakeOfAnOwner(page, at)) {
                stakes.add(stake(page.tieOfRow[at], page.target(at), owned));
            }
        }
        return stakes;
    }

    private boolean isStakeOfAnOwner(RowPage page, int at) {
        WalkStep step = page.step(at);
        return (step == WalkStep.OWNS_UP || step == WalkStep.MINOR_UP) && counts(page.tieOfRow[at]);
    }

    private boolean counts(int tie) {
        return filter.judge(tie) == TieFilter.Verdict.WALKED;
    }

    private Stake stake(int tie, int owner, int owned) {
        TieTable ties = graph.ties;
        KnownDates dates = filter.dates();
        return new Stake(
                ties.id(tie),
                graph.organizationId(owner),
                graph.organizationId(owned),
                ties.percent(tie),
                dates.since(tie),
                dates.removing(tie),
                dates.verified(tie),
                dates.until(tie),
                ties.evidence(tie),
                filter.certainty(tie),
                dates.lastEvidenced(tie),
                filter.flags(tie, TieType.OWNS),
                dates.sources(tie));
    }
}
