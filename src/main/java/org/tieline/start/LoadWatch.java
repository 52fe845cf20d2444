package org.tieline.start;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.question.Snapshots;

/** Goes on with a load that another process began and no longer works on, so that answers do not stay those of before it. */
final class LoadWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LoadWatch.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final Snapshots snapshots;
    private final DatasetLoader loader;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("load watch").daemon().factory());

    LoadWatch(Neo4j neo4j, Snapshots snapshots) {
        this.snapshots = snapshots;
        loader = new DatasetLoader(neo4j, Clock.systemUTC());
    }

    /** @param pause between the end of one look and the next */
    void start(Duration pause) {
        looks.scheduleWithFixedDelay(this::look, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What fails here is tried again at the next look; an executor would end at the first throwable. */
    private void look() {
        if (snapshots.waitsFor() == null) {
            return;
        }
        try {
            loader.settle(new LoadProgress());
        } catch (DatabaseUnavailable e) {
            LOG.debug("the load under way is not gone on with: {}", e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.warn("the load under way could not be gone on with; it is tried again", e);
        }
    }

    /** What a load that is gone on with has not done by then, the next start does. */
    @Override
    public void close() {
        looks.shutdown();
        try {
            if (!looks.awaitTermination(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("a load that is gone on with did not end within {}; the next start ends it", STOP_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
