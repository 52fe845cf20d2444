package org.tieline.question.series;

import java.util.ArrayList;
import java.util.List;
import org.tieline.question.Echo;
import org.tieline.question.Json;
import org.tieline.question.OrganizationRef;
import org.tieline.question.parameter.BanParameters;
import org.tieline.question.parameter.Values;
import org.tieline.restriction.BanFilter;

/**
 * A whole series.
 *
 * @param searched its {@code vendors} are where the search started, on at least one of the days
 * @param total the number of days, of which none is left out
 */
record SeriesView(String notice, Echo searched, int total, List<SeriesAnswer.Point> results) {
    static SeriesView of(SeriesAnswer answer, SeriesQuestion question, Values values) {
        boolean named = !question.exposures().vendors().isEmpty();
        BanFilter bans = question.exposures().bans();
        return new SeriesView(
                Json.NOTICE,
                Echo.of(values)
                        .and(
                                "vendors",
                                answer.vendors().stream()
                                        .map(OrganizationRef::of)
                                        .toList())
                        .and("restricted", named ? null : bans)
                        .and("ignored", named ? ignored(bans) : List.of())
                        .and("snapshot", answer.snapshot())
                        .and("problems", answer.problems()),
                answer.points().size(),
                answer.points());
    }

    /** A series lists no bans, so that the weakest state does nothing either where the question names its vendors. */
    private static List<String> ignored(BanFilter bans) {
        List<String> ignored = new ArrayList<>(BanParameters.chosen(bans));
        if (bans.minBan() != BanFilter.DEFAULT.minBan()) {
            ignored.add(BanParameters.MIN_BAN.name());
        }
        return ignored;
    }
}
