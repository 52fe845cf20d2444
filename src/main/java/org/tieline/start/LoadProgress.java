package org.tieline.start;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.graph.Progress;

/** Logs a load that takes long every few seconds, with how fast it is and how long it will take. */
public final class LoadProgress implements Progress {
    private static final Logger LOG = LoggerFactory.getLogger(LoadProgress.class);
    private static final long PAUSE_NANOS = 3_000_000_000L;
    private static final double NANOS = 1e9;

    private long last = System.nanoTime();
    private String phase = "";
    private long begun;
    private long doneBefore;

    @Override
    public void at(String phase, long done, long total) {
        long now = System.nanoTime();
        if (!phase.equals(this.phase)) {
            this.phase = phase;
            begun = now;
            doneBefore = done;
        }
        if (now - last > PAUSE_NANOS) {
            LOG.info("{}: {} of {}{}", phase, done, total, speed(done - doneBefore, total - done, now - begun));
            last = now;
        }
    }

    /** In words; empty if nothing was done yet. */
    static String speed(long done, long left, long nanos) {
        if (done <= 0 || nanos <= 0) {
            return "";
        }
        double rate = done / (nanos / NANOS);
        return String.format(Locale.ROOT, ", %,.0f a second, %,.0f s left", rate, Math.ceil(Math.max(left, 0) / rate));
    }
}
