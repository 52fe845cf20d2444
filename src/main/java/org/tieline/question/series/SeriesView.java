package org.tieline.question.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Relation;
import org.tieline.model.Evidence;
import org.tieline.model.TieType;
import org.tieline.question.Json;
import org.tieline.question.OrganizationRef;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.exposures.ExposureSearched;
import org.tieline.restriction.BanFilter;

/**
 * A whole series.
 *
 * @param total the number of days, of which none is left out
 */
record SeriesView(String notice, Searched searched, int total, List<Point> results) {

    /**
     * What was searched on each day, all options as they were in force.
     *
     * @param clock {@code known} if on each day only what was known by then counted, else {@code world}
     * @param knownAt null for everything on record, or if {@code clock} says it
     * @param vendors where the search started, on at least one of the days
     * @param restricted which bans made these vendors restricted; null if the question named the vendors
     * @param ignored parameters that did nothing because the question named the vendors
     */
    record Searched(
            LocalDate from,
            LocalDate to,
            String step,
            String clock,
            LocalDate knownAt,
            List<OrganizationRef> vendors,
            ExposureSearched.RestrictedBy restricted,
            List<String> ignored,
            Certainty certainty,
            LocalDate evidencedSince,
            BigDecimal minStake,
            int maxHops,
            List<TieType> ties,
            Evidence minEvidence,
            List<String> carrierCountries,
            List<Relation> relations,
            int minHops,
            String snapshot,
            int problems) {
        static Searched of(SeriesAnswer answer, SeriesQuestion series) {
            ExposureQuestion question = series.exposures();
            SearchOptions options = question.search();
            boolean named = !question.vendors().isEmpty();
            return new Searched(
                    series.from(),
                    series.to(),
                    series.step().toString(),
                    series.knownThen() ? "known" : "world",
                    options.knownAt(),
                    answer.vendors().stream().map(OrganizationRef::of).toList(),
                    named ? null : ExposureSearched.RestrictedBy.of(question.bans()),
                    named ? ignored(question.bans()) : List.of(),
                    options.certainty(),
                    options.evidencedSince(),
                    options.minStake(),
                    options.maxHops(),
                    sorted(options.ties()),
                    options.minEvidence(),
                    sorted(question.carrierCountries()),
                    sorted(question.relations()),
                    question.minHops(),
                    answer.snapshot(),
                    answer.problems());
        }

        private static List<String> ignored(BanFilter bans) {
            List<String> ignored = new ArrayList<>(ExposureSearched.chosenBy(bans));
            if (bans.minBan() != BanFilter.DEFAULT.minBan()) {
                ignored.add("minBan");
            }
            return ignored;
        }

        private static <T extends Comparable<? super T>> List<T> sorted(Collection<T> values) {
            return values.stream().sorted().toList();
        }
    }

    /**
     * One day.
     *
     * @param vendors how many organizations were started at
     * @param pairs exposed pairs of vendor and carrier
     * @param carriers exposed carriers, each once; one with several relations counts for each of them and once in the total
     */
    record Point(LocalDate day, int vendors, Counts pairs, Counts carriers) {
        static Point of(SeriesAnswer.Point point) {
            return new Point(point.day(), point.vendors(), Counts.of(point.pairs()), Counts.of(point.carriers()));
        }
    }

    /** How many there are, by relation as it is written. */
    record Counts(int total, Map<String, Integer> byRelation) {
        static Counts of(SeriesAnswer.Counts counts) {
            return new Counts(
                    counts.total(),
                    counts.byRelation().entrySet().stream()
                            .collect(Collectors.toMap(
                                    entry -> entry.getKey().text(),
                                    Map.Entry::getValue,
                                    Integer::sum,
                                    LinkedHashMap::new)));
        }
    }

    static SeriesView of(SeriesAnswer answer, SeriesQuestion question) {
        return new SeriesView(
                Json.NOTICE,
                Searched.of(answer, question),
                answer.points().size(),
                answer.points().stream().map(Point::of).toList());
    }
}
