package org.tieline.standing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tieline.question.events.Timepoint;

/**
 * A question that somebody wants to be told the events of.
 *
 * @param id names it
 * @param url where its events are delivered
 * @param question its address, without a time
 * @param createdAt when somebody subscribed
 * @param timepoint what came later was not made ready for delivery yet
 * @param waiting how many events are ready and were not taken yet
 * @param failingSince since when deliveries fail; null if the last one did not
 * @param failure why the last one failed; null if it did not
 * @param nextTry when it is tried again; null if nothing fails
 * @param secret with which deliveries are signed; told once, to who subscribes, else null
 */
public record Subscription(
        String id,
        String url,
        String question,
        Instant createdAt,
        Timepoint timepoint,
        long waiting,
        @Nullable Instant failingSince,
        @Nullable String failure,
        @Nullable Instant nextTry,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {}
