package org.tieline.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom the API answers, how it guards itself and how it is watched.
 *
 * @param corsOrigins origins of web pages that may read the API; one of them may be {@code *}, for all
 * @param embedOrigins origins of web pages that may show cards of the explorer in a frame; one of them may be {@code *}
 * @param requestTimeout how long the beginning of an answer may take; zero for any time
 * @param keysFile the keys that clients need; null if they need none
 * @param rateLimit how many requests a minute each key or address has; 0 for any number
 * @param keptAnswers how many megabytes of answers are kept for whoever asks the same again; 0 for none
 * @param readyGrace how long the snapshot may be out of date before the server counts as not ready
 * @param logFormat how lines of the log are written
 * @param accessLog whether each request has a line in the log
 */
public record ApiSettings(
        List<String> corsOrigins,
        List<String> embedOrigins,
        Duration requestTimeout,
        @Nullable Path keysFile,
        int rateLimit,
        int keptAnswers,
        Duration readyGrace,
        LogFormat logFormat,
        boolean accessLog) {

    /** How lines of the log are written. */
    public enum LogFormat {
        TEXT,
        JSON
    }
}
