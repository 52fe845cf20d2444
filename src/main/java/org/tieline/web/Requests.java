package org.tieline.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.tieline.inquiry.Parameters;
import org.tieline.inquiry.Snapshot;
import org.tieline.model.TielineException.BadQuestion;

/** What every route reads from a request. */
final class Requests {
    static final String FORM = "application/x-www-form-urlencoded";

    private Requests() {}

    /** @throws BadQuestion if the query is not percent-encoded as it should; Javalin would pass over it silently */
    static Parameters parameters(Context context) {
        return new Parameters(values(context.queryString()));
    }

    /**
     * Parameters in which former ids of organizations stand for those of today.
     *
     * @throws BadQuestion as {@link #parameters(Context)}
     */
    static Parameters parameters(Context context, Snapshot snapshot) {
        return new Parameters(values(context.queryString()), snapshot::living);
    }

    /** The name of a part of a query that is percent-encoded as it should. */
    static String name(String part) {
        String name = part.split("=", 2)[0];
        return decoded(name, name);
    }

    /**
     * The fields of a form.
     *
     * @throws BadQuestion if they are not percent-encoded as they should
     * @throws HttpResponseException 415 if the body is something else
     */
    static Parameters form(Context context) {
        requireType(context, List.of(FORM));
        return new Parameters(values(new String(context.bodyAsBytes(), StandardCharsets.UTF_8).strip()));
    }

    private static Map<String, List<String>> values(String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String part : encoded == null ? new String[0] : encoded.split("&")) {
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

    /** The route that was found, as it is declared; {@code none} if there is none. */
    static String route(Context context) {
        Endpoint endpoint = context.endpoints().matchedHttpEndpoint();
        return endpoint == null ? "none" : endpoint.path;
    }

    /**
     * Refuses a body that is not of a type that can be read, or in another encoding than UTF-8.
     *
     * @param types without parameters, in lower case
     * @return the type that it is of
     * @throws HttpResponseException with the status 415, saying which would be right
     */
    static String requireType(Context context, List<String> types) {
        String header = context.contentType();
        String[] parts = (header == null ? "" : header).toLowerCase(Locale.ROOT).split(";");
        String type = parts[0].strip();
        boolean utf8 = Arrays.stream(parts)
                .map(String::strip)
                .filter(part -> part.startsWith("charset="))
                .allMatch(part -> part.replace("\"", "").equals("charset=utf-8"));
        if (!utf8 || !types.contains(type)) {
            throw new HttpResponseException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE.getCode(),
                    "Content-Type must be %s, in UTF-8, was %s"
                            .formatted(
                                    types.size() == 1 ? types.getFirst() : "one of " + String.join(", ", types),
                                    header == null ? "absent" : header));
        }
        return type;
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

    /** The address of this server as the client knows it, which a proxy may have told. */
    static String base(Context context) {
        int port = context.req().getServerPort();
        boolean usual = port == (context.scheme().equals("https") ? 443 : 80);
        return context.scheme() + "://" + context.req().getServerName() + (usual ? "" : ":" + port);
    }
}
