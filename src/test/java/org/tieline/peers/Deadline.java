package org.tieline.peers;

import java.util.concurrent.TimeUnit;

/** When a question is given up that runs in this process and that nobody else ends. */
final class Deadline {
    /** After so many seconds a question is given up. */
    static final int SECONDS = 60;

    private final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);

    /** Fails when it is over. */
    void check() {
        if (System.nanoTime() > end) {
            throw over();
        }
    }

    static IllegalStateException over() {
        return new IllegalStateException("took more than " + SECONDS + " s");
    }
}
