package org.tieline.graph.bolt;

import java.time.Duration;

/**
 * How much may be asked of a database, and how long it is waited for.
 *
 * @param connections how many connections may be open at once, at least 1; who needs one more waits for it
 * @param connectTimeout how long one connection may take to open, more than zero
 * @param readTimeout how long one reading may take, with all its waits and repetitions, more than zero; the reading of the
 *     whole graph excepted
 */
public record ConnectionLimits(int connections, Duration connectTimeout, Duration readTimeout) {
    /** What suits one server in the same network. */
    public static final ConnectionLimits STANDARD =
            new ConnectionLimits(50, Duration.ofSeconds(5), Duration.ofSeconds(15));

    private static final Duration UNHURRIED = Duration.ofMinutes(30);

    /**
     * For a database on the same machine: it hangs up at once when its process dies, and while that lives, silence means
     * that the machine is busy.
     */
    public static ConnectionLimits unhurried(int connections) {
        return new ConnectionLimits(connections, UNHURRIED, UNHURRIED);
    }

    public ConnectionLimits {
        if (connections < 1) {
            throw new IllegalArgumentException("connections must be 1 or more, was " + connections);
        }
        if (!connectTimeout.isPositive() || !readTimeout.isPositive()) {
            throw new IllegalArgumentException(
                    "time-outs must be longer than nothing, were %s and %s".formatted(connectTimeout, readTimeout));
        }
    }

    /**
     * For how long what failed for a passing reason is tried again. The pause before the last try may be longer than all
     * the time before it, and the try itself takes time: so that what it says is heard, there must be much left.
     */
    Duration retryTime() {
        return readTimeout.dividedBy(4);
    }
}
