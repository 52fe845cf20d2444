package org.tieline.question.summary;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Organization;
import org.tieline.question.parameter.Paging;

/**
 * Many days in numbers.
 *
 * @param vendors the organizations that were started at on at least one day, by id
 * @param all all carriers together, each once on each day; its key and name are null
 * @param total how many rows there are in all
 * @param page which of them are here
 * @param rows by key, as in the summary of one day
 */
record SummarySeriesAnswer(List<Organization> vendors, Curve all, int total, Paging page, List<Curve> rows) {

    /**
     * One row, day after day.
     *
     * @param key the code of a country or bloc, the id of a vendor, or a relation; null of all together, and of carriers that are in none
     * @param name what it is called; null where the key is
     * @param points by day, every day
     */
    record Curve(@Nullable String key, @Nullable String name, List<Point> points) {}

    /**
     * One row on one day.
     *
     * @param onRecord the carriers of the country or bloc that exist on the day; of a vendor or relation all carriers
     * @param exposed those that are exposed
     */
    record Point(LocalDate day, Weight onRecord, SummaryAnswer.Exposed exposed) {}
}
