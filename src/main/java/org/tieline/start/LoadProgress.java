package org.tieline.start;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.graph.Progress;

/** Logs a load that takes long every few seconds. */
public final class LoadProgress implements Progress {
    private static final Logger LOG = LoggerFactory.getLogger(LoadProgress.class);
    private static final long PAUSE_NANOS = 3_000_000_000L;

    private long last = System.nanoTime();

    @Override
    public void at(String phase, long done, long total) {
        long now = System.nanoTime();
        if (now - last > PAUSE_NANOS) {
            LOG.info("{}: {} of {}", phase, done, total);
            last = now;
        }
    }
}
