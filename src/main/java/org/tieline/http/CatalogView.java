package org.tieline.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.http.message.Problems;
import org.tieline.question.Snapshots;
import org.tieline.question.records.Catalog;

/**
 * What is loaded and how fresh it is.
 *
 * @param dataset null if none was loaded, or the graph was not read yet
 * @param releases those that {@code knownAt} may name, the highest version first; the 100 highest if there are more
 * @param snapshot null if the graph was not read yet, like the counts
 */
record CatalogView(
        @Nullable Data dataset,
        List<Catalog.Release> releases,
        @Nullable Reading snapshot,
        @Nullable Counts counts,
        Problems problems,
        Database database,
        Addresses links) {
    /**
     * Where it is told what happens to answers.
     *
     * @param page for people
     */
    record Addresses(String events, String atom, String jsonFeed, String page) {
        static final Addresses OF_EVENTS =
                new Addresses("/v1/events", "/v1/events?format=atom", "/v1/events?format=jsonfeed", "/events");
    }

    /** The data set that was loaded last; a change made by hand since then does not alter its digest. */
    record Data(String version, String sha256, Instant loadedAt, long ageSeconds) {}

    /** The state of the graph that answers. */
    record Reading(String version, Instant takenAt, long tookMilliseconds) {}

    /** What was read. */
    record Counts(int organizations, int ties, int bans, int sources) {}

    /** What was left out because it is badly made, up to the limit. */
    record Problems(int total, int limit, List<Catalog.BadlyMade> results) {}

    /**
     * How the database was last seen.
     *
     * @param reachable null if nobody has looked yet
     * @param checkedAt when it last answered; null if it never did
     * @param unreachableSince null if it answered the last time
     */
    record Database(
            @Nullable Boolean reachable,
            @Nullable Instant checkedAt,
            @Nullable Instant unreachableSince) {
        static Database of(Snapshots.Health health) {
            boolean known = health.checkedAt() != null || health.failedSince() != null;
            return new Database(known ? health.failedSince() == null : null, health.checkedAt(), health.failedSince());
        }
    }

    static CatalogView of(Catalog catalog, Instant now) {
        return new CatalogView(
                catalog.data()
                        .map(data -> new Data(
                                data.version(),
                                data.sha256(),
                                data.loadedAt(),
                                Duration.between(data.loadedAt(), now).toSeconds()))
                        .orElse(null),
                catalog.releases(),
                catalog.read()
                        .map(read -> new Reading(
                                read.version(), read.takenAt(), read.took().toMillis()))
                        .orElse(null),
                catalog.read()
                        .map(read -> new Counts(read.organizations(), read.ties(), read.bans(), read.sources()))
                        .orElse(null),
                new Problems(catalog.problemsTotal(), Catalog.MOST_PROBLEMS, catalog.problems()),
                Database.of(catalog.database()),
                Addresses.OF_EVENTS);
    }
}
