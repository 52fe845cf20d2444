package org.tieline.exchange.imports;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells in a line now and then, how far something has come, how fast, and how long it may still take; nothing of what is short. */
public final class ProgressLines implements ImportProgress {
    /** In nanoseconds. */
    private static final long EVERY = Duration.ofSeconds(5).toNanos();

    /** The clock is looked at after so many rows. */
    private static final int ROWS = 1_000;

    private final Consumer<String> out;
    private String file = "";
    private long begin;
    private long printed;

    /** @param out takes each line */
    public ProgressLines(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public void done(String ofFile, long rows, double share) {
        if (!ofFile.equals(file)) {
            file = ofFile;
            begin = System.nanoTime();
            printed = begin;
        }
        if (rows % ROWS != 0) {
            return;
        }
        long now = System.nanoTime();
        if (now - printed < EVERY) {
            return;
        }
        printed = now;
        double seconds = (now - begin) / 1e9;
        out.accept(String.format(
                Locale.ROOT,
                "%s: %,d rows, %,d a second, %.0f %%, %d s left",
                file,
                rows,
                Math.round(rows / seconds),
                100 * share,
                Math.round(seconds * (1 - share) / Math.max(share, 1e-9))));
    }
}
