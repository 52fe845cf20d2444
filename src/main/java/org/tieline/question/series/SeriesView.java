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
 * @param total the number of days, of which none is left out
 */
record SeriesView(String notice, Echo<Searched> searched, int total, List<SeriesAnswer.Point> results) {
    /**
     * What is told of the search besides its parameters.
     *
     * @param vendors where the search started, on at least one of the days
     * @param restricted which bans made the vendors restricted; null if the question named them
     * @param ignored parameters that did nothing because the question named the vendors
     * @param snapshot the state of the graph that was asked
     * @param problems how many things in the graph are badly made and left out; {@code /v1/catalog} lists them
     */
    record Searched(
            List<OrganizationRef> vendors, BanFilter restricted, List<String> ignored, String snapshot, int problems) {}

    static SeriesView of(SeriesAnswer answer, SeriesQuestion question, Values values) {
        boolean named = !question.exposures().vendors().isEmpty();
        BanFilter bans = question.exposures().bans();
        return new SeriesView(
                Json.NOTICE,
                Echo.of(
                        values,
                        new Searched(
                                answer.vendors().stream()
                                        .map(OrganizationRef::of)
                                        .toList(),
                                named ? null : bans,
                                named ? ignored(bans) : List.of(),
                                answer.snapshot(),
                                answer.problems())),
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
