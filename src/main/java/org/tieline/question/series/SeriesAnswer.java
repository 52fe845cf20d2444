package org.tieline.question.series;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.tieline.exposure.path.Relation;
import org.tieline.model.Organization;

/**
 * How many carriers were exposed on each day.
 *
 * @param vendors the organizations that were started at on at least one day, by id
 * @param points by day; they come while they are read, by one thread
 */
public record SeriesAnswer(List<Organization> vendors, List<Point> points) {

    /**
     * One day.
     *
     * @param vendors how many organizations were started at: all that were restricted on this day, or those of the question
     * @param pairs pairs of vendor and carrier
     * @param carriers carriers, each once whatever the number of its vendors; one that has several relations counts for each
     *     of them and once in the total
     * @param certain those of them that are exposed by ties that certainly hold, perhaps over a longer path
     */
    public record Point(LocalDate day, int vendors, Counts pairs, Counts carriers, Certain certain) {}

    /** Pairs and carriers by ties that certainly hold alone. */
    public record Certain(Counts pairs, Counts carriers) {}

    /**
     * How many there are.
     *
     * @param byRelation every relation, also those that do not occur
     */
    public record Counts(int total, Map<Relation, Integer> byRelation) {}
}
