package org.tieline.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tieline.http.message.Answers;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;

/**
 * Sends those who ask for an organization under a former id to its present one. The old address stays good for links that
 * were kept somewhere; the body of the answer would otherwise be found under two.
 */
final class FormerIdRedirect {
    /** Beginnings of the paths whose {@code id} is that of an organization; the id is the segment that follows. */
    private static final List<String> OF_ORGANIZATIONS = List.of("/v1/organizations/", "/v1/carriers/");

    private FormerIdRedirect() {}

    /** Ends the handling of a request, and lets those who watch it see its end. */
    private static final class Moved extends RuntimeException {
        private final String location;
        private final String snapshot;

        Moved(String location, String snapshot) {
            super("moved to " + location, null, false, false);
            this.location = location;
            this.snapshot = snapshot;
        }
    }

    static void install(JavalinConfig config, Snapshots snapshots) {
        config.routes.beforeMatched(context -> snapshots.latest().ifPresent(snapshot -> redirect(context, snapshot)));
        config.routes.exception(Moved.class, (moved, context) -> {
            context.status(HttpStatus.PERMANENT_REDIRECT)
                    .header("Location", moved.location)
                    .header(Answers.SNAPSHOT, moved.snapshot);
            context.res().setContentType(null);
        });
    }

    private static void redirect(Context context, Snapshot snapshot) {
        String id = context.pathParamMap().values().stream().findFirst().orElse(null);
        boolean read = context.method() == HandlerType.GET || context.method() == HandlerType.HEAD;
        if (id == null || !read) {
            return;
        }
        for (String beginning : OF_ORGANIZATIONS) {
            String current = context.path().startsWith(beginning) ? snapshot.currentId(id) : id;
            if (!current.equals(id)) {
                throw new Moved(location(context, beginning, current), snapshot.version());
            }
        }
    }

    /** The rest of the path and the query stay as they were sent. */
    private static String location(Context context, String beginning, String current) {
        String path = context.req().getRequestURI();
        int end = path.indexOf('/', beginning.length());
        String rest = end < 0 ? "" : path.substring(end);
        String query = context.queryString() == null ? "" : "?" + context.queryString();
        return beginning + URLEncoder.encode(current, StandardCharsets.UTF_8) + rest + query;
    }
}
