package org.tieline.standing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a delivery is waited for, and when it is tried again.
 *
 * @param connect how long a connection may take to open
 * @param answer how long the whole delivery may take
 * @param waits before the first further try, the second, and so on; the last is that of all others
 * @param patience who fails for so long is no longer told anything
 */
public record DeliveryTimes(Duration connect, Duration answer, List<Duration> waits, Duration patience) {
    /** For servers that people run. */
    public static final DeliveryTimes STANDARD = new DeliveryTimes(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10)),
            Duration.ofDays(10));

    public DeliveryTimes {
        waits = List.copyOf(waits);
    }

    /** With another time for an answer, and for a connection if that is shorter. */
    public DeliveryTimes answering(Duration within) {
        return new DeliveryTimes(connect.compareTo(within) < 0 ? connect : within, within, waits, patience);
    }

    /** How long one delivery may take at most. */
    Duration whole() {
        return connect.plus(answer);
    }

    /** How long one server may deliver for all without saying again that it does. */
    Duration lease() {
        return whole().multipliedBy(3);
    }

    /** @param tries how often in a row it failed before */
    Instant next(Instant now, long tries) {
        return now.plus(waits.get((int) Math.min(tries, waits.size() - 1L)));
    }

    /** @param failingSince null if it does not fail */
    boolean isOver(@Nullable Instant failingSince, Instant now) {
        return failingSince != null && !now.isBefore(failingSince.plus(patience));
    }
}
