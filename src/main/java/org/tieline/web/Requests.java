package org.tieline.web;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.tieline.inquiry.Parameters;
import org.tieline.inquiry.Snapshot;
import org.tieline.model.TielineException.BadQuestion;

/** What every route reads from a request. */
final class Requests {
    private Requests() {}

    /** @throws BadQuestion if the query is not percent-encoded as it should; Javalin would pass over it silently */
    static Parameters parameters(Context context) {
        return new Parameters(values(context));
    }

    /**
     * Parameters in which former ids of organizations stand for those of today.
     *
     * @throws BadQuestion as {@link #parameters(Context)}
     */
    static Parameters parameters(Context context, Snapshot snapshot) {
        return new Parameters(values(context), snapshot::living);
    }

    /** The name of a part of a query that is percent-encoded as it should. */
    static String name(String part) {
        String name = part.split("=", 2)[0];
        return decoded(name, name);
    }

    private static Map<String, List<String>> values(Context context) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        String query = context.queryString();
        for (String part : query == null ? new String[0] : query.split("&")) {
            if (!part.isEmpty()) {
                String[] sides = part.split("=", 2);
                values.computeIfAbsent(decoded(sides[0], sides[0]), none -> new ArrayList<>())
                        .add(sides.length == 1 ? "" : decoded(sides[0], sides[1]));
            }
        }
        return values;
    }

    private static String decoded(String name, String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadQuestion(name, "%s must be percent-encoded, with %%25 for %%, was %s".formatted(name, text));
        }
    }

    /** The id in the path. */
    static String id(Context context) {
        return context.pathParam("id");
    }

    /** The day that {@code asOf} means when it is absent, the same for clients everywhere. */
    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /**
     * Ends the connection, so that a client sees that the answer which has begun is not complete. To be used where an error
     * can no longer be told by a status.
     */
    static void breakOff(Context context) {
        ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
