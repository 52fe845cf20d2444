package org.tieline.question.records;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tieline.graph.LoadedDataset;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;

/**
 * What is loaded, how fresh it is, and what in it is badly made.
 *
 * @param data the data set that was loaded last; empty if none was, or nothing was read yet
 * @param releases those of which the graph keeps what they held, at most {@link #MOST_RELEASES}, the highest version first
 * @param read the reading of the graph that answers; empty if there was none yet
 * @param problems the first of what was left out, at most {@link #MOST_PROBLEMS}
 * @param problemsTotal how many problems there are in all
 * @param database how the database was last seen
 */
public record Catalog(
        Optional<Data> data,
        List<Release> releases,
        Optional<Reading> read,
        List<BadlyMade> problems,
        int problemsTotal,
        Snapshots.Health database) {
    public static final int MOST_PROBLEMS = 100;

    public static final int MOST_RELEASES = 100;

    /** The data set that was loaded last. */
    public record Data(String version, String sha256, Instant loadedAt) {}

    /**
     * A release that {@code knownAt} may name.
     *
     * @param loadedAt when it was loaded
     * @param organizations how many it held, like the three others
     */
    public record Release(
            String version, String sha256, Instant loadedAt, int organizations, int ties, int bans, int sources) {}

    /**
     * The reading of the graph that answers.
     *
     * @param version the state of the graph
     * @param takenAt when the reading was complete
     * @param took how long it took
     * @param organizations how many were read, like the three others
     */
    public record Reading(
            String version, Instant takenAt, Duration took, int organizations, int ties, int bans, int sources) {}

    /**
     * Something that was left out.
     *
     * @param what the kind of thing
     * @param where its id, or where to find it
     * @param property the property that is left out; null if no single one is at fault
     * @param value what it was; null if that is not shown
     * @param remedy what would be right
     * @param message all of that, and what is done about it
     */
    public record BadlyMade(
            String what,
            String where,
            @Nullable String property,
            @Nullable String value,
            String remedy,
            String message) {}

    /** What is known now; asks no database. */
    public static Catalog of(Snapshots snapshots) {
        Optional<Snapshot> latest = snapshots.latest();
        return new Catalog(
                latest.flatMap(Catalog::data),
                latest.map(Catalog::releases).orElse(List.of()),
                latest.map(Catalog::read),
                latest.map(Catalog::problems).orElse(List.of()),
                latest.map(snapshot -> snapshot.problems().size()).orElse(0),
                snapshots.health());
    }

    /** What was loaded into the graph of a snapshot; empty if nothing was. */
    public static Optional<Data> data(Snapshot snapshot) {
        return snapshot.dataset().map(Catalog::data);
    }

    private static Data data(LoadedDataset info) {
        return new Data(info.version(), info.sha256(), info.loadedAt());
    }

    /** The releases that can be asked beside it, the highest version first, at most {@link #MOST_RELEASES}. */
    public static List<Release> releases(Snapshot snapshot) {
        return snapshot.releases().all().stream()
                .limit(MOST_RELEASES)
                .map(release -> new Release(
                        release.version(),
                        release.sha256(),
                        release.loadedAt(),
                        release.organizations(),
                        release.ties(),
                        release.bans(),
                        release.sources()))
                .toList();
    }

    /** What was read of it. */
    public static Reading read(Snapshot snapshot) {
        return new Reading(
                snapshot.version(),
                snapshot.takenAt(),
                snapshot.took(),
                snapshot.organizations().size(),
                snapshot.search().graph().tieCount(),
                snapshot.bans().size(),
                snapshot.sources().size());
    }

    private static List<BadlyMade> problems(Snapshot snapshot) {
        return snapshot.problems().stream()
                .limit(MOST_PROBLEMS)
                .map(problem -> new BadlyMade(
                        problem.what(),
                        problem.where(),
                        problem.property().isEmpty() ? null : problem.property(),
                        problem.value(),
                        problem.remedy(),
                        problem.message()))
                .toList();
    }
}
