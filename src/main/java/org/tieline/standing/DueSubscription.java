package org.tieline.standing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription with events that can be delivered now.
 *
 * @param tries how often in a row it failed
 * @param failingSince since when it fails; null if it does not
 * @param deliveries the first of those that wait, in order
 */
record DueSubscription(
        String id,
        String url,
        String secret,
        long tries,
        @Nullable Instant failingSince,
        List<Delivery> deliveries) {}
