package org.tieline.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.model.TielineException.DatabaseUnavailable;

/** Another process that is starting or stopping in a data folder, waited for as long as it writes anything there. */
final class OtherStart {
    private static final Logger LOG = LoggerFactory.getLogger(OtherStart.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    /** A start writes logs and data all the time; on the slowest of machines not as seldom as this. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(3);

    private final Path home;
    private final Duration longestSilence;
    private long seen;
    private long progressAt;
    private long lookedAt;

    OtherStart(Path home) {
        this(home, LONGEST_SILENCE);
    }

    /** @param longestSilence how long nothing may change in the folder before it is given up */
    OtherStart(Path home, Duration longestSilence) {
        this.home = home;
        this.longestSilence = longestSilence;
    }

    /**
     * Waits for a moment.
     *
     * @throws DatabaseUnavailable if nothing has changed in the folder for too long, or the wait was interrupted
     */
    void await() {
        long now = System.nanoTime();
        if (progressAt == 0) {
            LOG.info("another Tieline is starting or stopping in {}; it is waited for", home);
            progressAt = now;
            lookedAt = now;
            seen = lastChange();
        } else if (now - lookedAt > Math.min(BETWEEN_LOOKS.toNanos(), longestSilence.toNanos())) {
            lookedAt = now;
            long changed = lastChange();
            if (changed != seen) {
                seen = changed;
                progressAt = now;
            }
        }
        if (now - progressAt > longestSilence.toNanos()) {
            throw new DatabaseUnavailable(
                    "another Tieline is starting or stopping in the data folder %s, and has written nothing for %d s; end it, or try again"
                            .formatted(home, longestSilence.toSeconds()),
                    null);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw new DatabaseUnavailable("the wait for another Tieline was interrupted", null);
        }
    }

    /** A number that differs when any file was written, made or removed. */
    private long lastChange() {
        try (Stream<Path> files = Files.walk(home)) {
            return files.mapToLong(OtherStart::change).sum();
        } catch (IOException | UncheckedIOException e) {
            // Files come and go while it starts; that is a change as well.
            return System.nanoTime();
        }
    }

    private static long change(Path file) {
        try {
            return Files.getLastModifiedTime(file).to(TimeUnit.MICROSECONDS) + Files.size(file);
        } catch (IOException e) {
            return 1;
        }
    }
}
