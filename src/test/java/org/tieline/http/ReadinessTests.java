package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tieline.graph.Commit;
import org.tieline.graph.GraphReader;
import org.tieline.graph.GraphSink;
import org.tieline.graph.LoadMark;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.question.Snapshots;
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
        private volatile boolean errs;
        private volatile boolean loading;
        private volatile long commit = 1;

        /** Thrown once by what is asked next. */
        private final AtomicReference<Error> error = new AtomicReference<>();

        @Override
        public Commit lastCommit() {
            if (errs) {
                throw new OutOfMemoryError("none left");
            }
            if (away) {
                throw new DatabaseUnavailable("away", null);
            }
            return Commit.numbered(unreadable ? 2 : commit);
        }

        @Override
        public void read(GraphSink sink) {
            Error thrown = error.getAndSet(null);
            if (thrown != null) {
                throw thrown;
            }
            if (unreadable) {
                throw new IllegalStateException("unreadable");
            }
            if (loading) {
                throw new LoadMark("2", "process 7 on there", Instant.EPOCH, true).betweenVersions();
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

    @ParameterizedTest
    @MethodSource
    void shouldFollowLaterCommitsAfterAnError(Error error) {
        try (Snapshots snapshots = new Snapshots(graph)) {
            snapshots.refresh();
            snapshots.start(PAUSE);
            graph.error.set(error);
            graph.commit = 3;
            Patience.await(() -> snapshots.rebuilds().failed() == 1);
            Patience.await(() -> snapshots.health().failedSince() == null);

            assertThat(snapshots.current().commit()).isEqualTo(Commit.numbered(3));
            graph.commit = 4;
            Patience.await(() -> snapshots.current().commit().equals(Commit.numbered(4)));
            assertThat(missing(snapshots, Duration.ZERO)).isNull();
        }
    }

    static Stream<Error> shouldFollowLaterCommitsAfterAnError() {
        return Stream.of(new OutOfMemoryError("none left"), new StackOverflowError(), new NoClassDefFoundError("gone"));
    }

    @Test
    void shouldSayThatAnErrorKeepsCommitsFromBeingFollowed() {
        try (Snapshots snapshots = new Snapshots(graph)) {
            snapshots.refresh();
            graph.errs = true;
            snapshots.start(PAUSE);
            Patience.await(() -> snapshots.health().failedSince() != null);

            assertThat(snapshots.health().failure()).contains("OutOfMemoryError", "none left");
            assertThat(snapshots.health().answered()).isTrue();
            assertThat(missing(snapshots, GRACE.plusMinutes(10))).startsWith("the graph could not be read since ");
        }
    }

    /** Whoever asks for a fresh snapshot reads it in the thread that follows. */
    @Test
    void shouldTellWhoAsksOfAnErrorAndGoOn() {
        try (Snapshots snapshots = new Snapshots(graph)) {
            graph.error.set(new OutOfMemoryError("none left"));

            assertThatThrownBy(snapshots::fresh).isInstanceOf(OutOfMemoryError.class);
            assertThat(snapshots.fresh().commit()).isEqualTo(Commit.numbered(1));
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

    /** A server that has answers goes on giving them; one that has none says what it waits for. */
    @Test
    void shouldBeReadyWithTheAnswersOfBeforeWhileADataSetIsLoadedAndSayWhoLoads() {
        String loads = "data set 2 is being loaded by process 7 on there since 1970-01-01T00:00:00Z; "
                + "until it has ended, the graph is between two versions";
        try (Snapshots snapshots = new Snapshots(graph);
                Snapshots others = new Snapshots(graph)) {
            snapshots.refresh();
            graph.loading = true;
            graph.commit = 2;
            snapshots.refresh();
            others.start(PAUSE);
            Patience.await(() -> others.health().failedSince() != null);

            assertThat(missing(snapshots, Duration.ZERO)).isNull();
            assertThat(Readiness.note(snapshots)).isEqualTo(loads + "; what is answered is from before");
            assertThat(missing(others, Duration.ZERO)).isEqualTo("the graph was not read yet: " + loads);

            graph.loading = false;
            snapshots.refresh();
            assertThat(snapshots.current().commit()).isEqualTo(Commit.numbered(2));
            assertThat(Readiness.note(snapshots)).isNull();
        }
    }

    private static String missing(Snapshots snapshots, Duration later) {
        return Readiness.missing(snapshots, GRACE, Instant.now().plus(later));
    }
}
