package org.tieline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tieline.graph.GraphReader;
import org.tieline.graph.GraphSink;
import org.tieline.inquiry.Snapshots;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.testing.InMemory;
import org.tieline.testing.Patience;
import org.tieline.testing.TestFacts;

class ReadinessTests {
    private static final Duration GRACE = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMillis(10);

    /** A graph that can be away, or change into one that cannot be read. */
    private static final class Unsteady implements GraphReader {
        private final GraphReader steady = new InMemory(TestFacts.dataset());
        private volatile boolean away;
        private volatile boolean unreadable;

        @Override
        public long lastCommit() {
            if (away) {
                throw new DatabaseUnavailable("away", null);
            }
            return unreadable ? 2 : 1;
        }

        @Override
        public void read(GraphSink sink) {
            if (unreadable) {
                throw new IllegalStateException("unreadable");
            }
            steady.read(sink);
        }
    }

    private final Unsteady graph = new Unsteady();

    @Test
    void shouldNotBeReadyBeforeTheGraphWasRead() {
        try (Snapshots snapshots = new Snapshots(graph)) {
            assertThat(missing(snapshots, Duration.ZERO)).isEqualTo("the graph was not read yet");
        }
    }

    @Test
    void shouldBeReadyWhileTheDatabaseIsAwayForLessThanTheGrace() {
        try (Snapshots snapshots = new Snapshots(graph)) {
            snapshots.refresh();
            snapshots.start(PAUSE);
            graph.away = true;
            Patience.await(() -> snapshots.health().failedSince() != null);

            assertThat(snapshots.health().answered()).isFalse();
            assertThat(missing(snapshots, GRACE.minusMinutes(10))).isNull();
            assertThat(missing(snapshots, GRACE.plusMinutes(10)))
                    .isEqualTo("the database has not answered since "
                            + snapshots.health().failedSince());

            graph.away = false;
            Patience.await(() -> snapshots.health().failedSince() == null);
            assertThat(missing(snapshots, Duration.ZERO)).isNull();
            assertThat(snapshots.health().answered()).isTrue();
        }
    }

    @Test
    void shouldSayWhenTheGraphIsThereAndCannotBeRead() {
        try (Snapshots snapshots = new Snapshots(graph)) {
            snapshots.refresh();
            graph.unreadable = true;
            snapshots.start(PAUSE);
            Patience.await(() -> snapshots.health().failedSince() != null);

            assertThat(snapshots.health().answered()).isTrue();
            assertThat(snapshots.rebuilds().taken()).isEqualTo(1);
            assertThat(snapshots.rebuilds().failed()).isPositive();
            assertThat(missing(snapshots, GRACE.minusMinutes(10))).isNull();
            assertThat(missing(snapshots, GRACE.plusMinutes(10)))
                    .startsWith("the graph could not be read since ")
                    .endsWith("answers are as of then");
        }
    }

    @Test
    void shouldNoticeThatNobodyLooksAnyMore() {
        try (Snapshots snapshots = new Snapshots(graph)) {
            snapshots.refresh();

            assertThat(missing(snapshots, GRACE.minusMinutes(10))).isNull();
            assertThat(missing(snapshots, GRACE.plusMinutes(10))).startsWith("the answers are as of ");
        }
    }

    private static String missing(Snapshots snapshots, Duration later) {
        return Readiness.missing(snapshots, GRACE, Instant.now().plus(later));
    }
}
