package org.tieline.http;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tieline.gate.Gate;
import org.tieline.http.pages.PageOptions;

/**
 * Whom the API answers, how it guards itself and how it is watched.
 *
 * @param origins whose pages may read the answers
 * @param pages what the pages may lead to, and who may show them
 * @param requestTimeout how long the beginning of an answer may take; zero for any time
 * @param keys the keys that clients need; null if they need none
 * @param rateLimit how many requests a minute each key or address has; 0 for any number
 * @param keptAnswers how many megabytes of answers are kept for whoever asks the same again; 0 for none
 * @param readyGrace how long the answers may be out of date before {@code /health/ready} says so
 * @param accessLog whether each request has a line in the log
 * @param gate who gets in at all
 */
@RecordBuilder
public record ApiOptions(
        Origins origins,
        PageOptions pages,
        Duration requestTimeout,
        @Nullable ApiKeys keys,
        int rateLimit,
        int keptAnswers,
        Duration readyGrace,
        boolean accessLog,
        Gate gate)
        implements ApiOptionsBuilder.With {
    /** What the settings are by default. */
    public static final ApiOptions DEFAULT = new ApiOptions(
            Origins.NONE,
            PageOptions.DEFAULT,
            Duration.ofSeconds(30),
            null,
            0,
            32,
            Duration.ofSeconds(60),
            false,
            Gate.LOOPBACK);
}
