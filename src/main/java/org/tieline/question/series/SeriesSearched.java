package org.tieline.question.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Organization;
import org.tieline.question.Echo;
import org.tieline.question.OrganizationRef;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.parameter.BanParameters;
import org.tieline.question.parameter.Values;
import org.tieline.restriction.BanFilter;

/**
 * What is told of the search of a series besides its parameters.
 *
 * @param vendors where the search started, on at least one of the days
 * @param restricted which bans made the vendors restricted; null if the question named them
 * @param ignored parameters that did nothing because the question named the vendors
 * @param snapshot the state of the graph that was asked
 * @param problems how many things in the graph are badly made and left out; {@code /v1/catalog} lists them
 */
public record SeriesSearched(
        List<OrganizationRef> vendors,
        @Nullable BanFilter restricted,
        List<String> ignored,
        String snapshot,
        int problems) {

    /**
     * With the parameters.
     *
     * @param vendors those at which the search started
     */
    public static Echo<SeriesSearched> echo(
            Snapshot snapshot, SeriesQuestion question, Collection<Organization> vendors, Values values) {
        boolean named = !question.exposures().vendors().isEmpty();
        BanFilter bans = question.exposures().bans();
        return Echo.of(
                values,
                new SeriesSearched(
                        vendors.stream().map(OrganizationRef::of).toList(),
                        named ? null : bans,
                        named ? ignored(bans, values) : List.of(),
                        snapshot.version(),
                        snapshot.problems().size()));
    }

    /** A series lists no bans, so that the weakest state does nothing either where the question names its vendors. */
    private static List<String> ignored(BanFilter bans, Values values) {
        List<String> ignored = new ArrayList<>(BanParameters.chosen(bans));
        if (bans.minBan() != BanFilter.DEFAULT.minBan()) {
            ignored.add(BanParameters.MIN_BAN.name());
        }
        if (values.isChosen(ExposureQuestion.RESTRICTED_IN)) {
            ignored.add(ExposureQuestion.RESTRICTED_IN.name());
        }
        return ignored;
    }
}
