package org.tieline.http;

import io.javalin.http.Context;
import io.javalin.http.RequestLogger;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * A line in the log for each request: the method, the path, the status, the time and the address, without the query, which
 * may hold names that somebody screens, and without headers, which may hold keys.
 */
final class AccessLog implements RequestLogger {
    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final int LONGEST_PATH = 512;

    private final Level level;

    private AccessLog(Level level) {
        this.level = level;
    }

    /** @param wanted whether the lines are wanted where nobody debugs */
    static AccessLog of(boolean wanted) {
        return new AccessLog(wanted ? Level.INFO : Level.DEBUG);
    }

    @Override
    public void handle(Context context, Float milliseconds) {
        if (LOG.isEnabledForLevel(level)) {
            String path = context.path();
            LOG.atLevel(level)
                    .log(
                            "{} {} {} in {} ms from {}",
                            context.method(),
                            path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) + "…" : path,
                            context.statusCode(),
                            String.format(Locale.ROOT, "%.1f", milliseconds),
                            context.ip());
        }
    }
}
