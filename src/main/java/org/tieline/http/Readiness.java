package org.tieline.http;

import io.javalin.config.Key;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tieline.question.Snapshots;

/**
 * Whether the server should be sent questions. A database that is away for a moment is no reason to take a server out that
 * answers most questions without it; answers that are long out of date are one, and so is a database that must be started
 * again.
 */
final class Readiness {
    /** How long the answers may be out of date, where routes find it. */
    static final Key<Duration> GRACE = new Key<>("readyGrace");

    /** How long a look at the database may be under way before it counts as none. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private Readiness() {}

    /** What the server can do without and somebody should mend, or wait for; null if there is nothing. */
    static @Nullable String note(Snapshots snapshots) {
        String loading = snapshots.waitsFor();
        if (loading != null) {
            return "%s; what is answered is from before".formatted(loading);
        }
        int problems = snapshots.problems();
        return problems == 0
                ? null
                : "%d things in the graph are badly made and left out; /v1/catalog lists them".formatted(problems);
    }

    /** Why it should not, in words; null if it should. */
    static @Nullable String missing(Snapshots snapshots, Duration grace, Instant now) {
        Snapshots.Health health = snapshots.health();
        if (snapshots.latest().isEmpty() || health.checkedAt() == null) {
            return health.failure() == null
                    ? "the graph was not read yet"
                    : "the graph was not read yet: " + health.failure();
        }
        if (snapshots.hasDatabaseGivenUp()) {
            return "since %s: %s".formatted(health.failedSince(), health.failure());
        }
        boolean fails = health.failedSince() != null;
        Duration behind = Duration.between(health.checkedAt(), now);
        if (behind.compareTo(fails ? grace : grace.plus(LOOK)) <= 0) {
            return null;
        }
        if (fails && !health.answered()) {
            return "the database has not answered since " + health.failedSince();
        }
        return fails
                ? "the graph could not be read since %s; answers are as of then".formatted(health.failedSince())
                : "the answers are as of %s; reading the graph has not ended since".formatted(health.checkedAt());
    }
}
