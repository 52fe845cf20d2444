package org.tieline.start;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.graph.Progress;

/** Logs a load that takes long every few seconds, with its rate and the time that is left. */
public final class LoadProgress implements Progress {
    private static final Logger LOG = LoggerFactory.getLogger(LoadProgress.class);
    private static final long PAUSE_NANOS = 3_000_000_000L;

    private long last = System.nanoTime();
    private String current = "";
    private long begun;
    private long doneThen;

    @Override
    public void at(String phase, long done, long total) {
        long now = System.nanoTime();
        if (!phase.equals(current)) {
            current = phase;
            begun = now;
            doneThen = done;
        }
        if (now - last > PAUSE_NANOS) {
            LOG.info("{}: {} of {}{}", phase, done, total, pace(done, total, now - begun));
            last = now;
        }
    }

    /** Empty until there is one. */
    private String pace(long done, long total, long nanos) {
        double seconds = nanos / 1e9;
        double rate = (done - doneThen) / seconds;
        return rate < 1 || seconds < 1
                ? ""
                : ", %d a second, %d s left".formatted(Math.round(rate), Math.round((total - done) / rate));
    }
}
