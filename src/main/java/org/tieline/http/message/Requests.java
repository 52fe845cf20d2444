package org.tieline.http.message;

import io.javalin.config.Key;
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
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.Json;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Reading;
import org.tieline.question.parameter.Values;

/** What every route reads from a request and writes to its answer. */
public final class Requests {
    public static final String FORM = "application/x-www-form-urlencoded";

    /** The graph may change at any moment, and an answer must be of now. */
    public static final String CACHE_CONTROL = "no-store";

    /** The header with a client's key. */
    public static final String KEY_HEADER = "X-API-Key";

    /** Whether clients need keys, where routes find it. */
    public static final Key<Boolean> KEYED = new Key<>("keyed");

    /** What stands for the route of requests that found none. */
    public static final String NO_ROUTE = "none";

    private static final Pattern BAD_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private Requests() {}

    /**
     * What was given in the query.
     *
     * @throws BadQuestion if it is not percent-encoded as it should; Javalin would pass over it silently
     */
    public static Given query(Context context) {
        return new Given(values(context.queryString()));
    }

    /** @throws BadQuestion if anything was given in the query, where there are no parameters */
    public static void refuseParameters(Context context) {
        query(context).read(Parameters.of(), Reading.on(today()));
    }

    /** The values of some parameters in the query; others are passed over, and empty ones are not. */
    public static Values passingOver(Context context, Parameters parameters) {
        return query(context).among(parameters).read(parameters, Reading.on(today()));
    }

    /** @throws HttpResponseException 400 if the path is not percent-encoded as it should; Javalin would stumble over it */
    public static void refuseBadPath(Context context) {
        if (BAD_PERCENT.matcher(context.req().getRequestURI()).find()) {
            throw new HttpResponseException(HttpStatus.BAD_REQUEST.getCode());
        }
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
     * @throws HttpResponseException 415 if the body is something else, or as {@link #body} does
     */
    public static Given form(Context context) {
        requireType(context, List.of(FORM));
        return new Given(values(new String(body(context), StandardCharsets.UTF_8).strip()));
    }

    /**
     * What was given of the parameters of a question: in the query, but for {@code format}, and in the path.
     *
     * @throws BadQuestion as {@link #query}
     */
    public static Given given(Context context) {
        Map<String, List<String>> texts = values(context.queryString());
        context.pathParamMap().forEach((name, value) -> {
            if (texts.put(name, List.of(value)) != null) {
                throw new BadQuestion(name, "%s is a part of the path here and no parameter".formatted(name));
            }
        });
        return new Given(texts, List.of(), context.pathParamMap().keySet()).aside(Negotiation.FORMAT);
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

    /** The route that was found, as it is declared; {@link #NO_ROUTE} if there is none. */
    public static String route(Context context) {
        Endpoint endpoint = context.endpoints().matchedHttpEndpoint();
        return endpoint == null ? NO_ROUTE : endpoint.path;
    }

    /**
     * Refuses a body that is not of a type that can be read, or in another encoding than UTF-8.
     *
     * @param types without parameters, in lower case
     * @return the type that it is of
     * @throws HttpResponseException with the status 415, saying which would be right
     */
    public static String requireType(Context context, List<String> types) {
        String header = context.header("Content-Type");
        String[] parts = (header == null ? "" : header).toLowerCase(Locale.ROOT).split(";", -1);
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

    /**
     * The body as it was sent.
     *
     * @throws HttpRefusal 400 if it is not as long as was said or its chunks are badly made, 408 if it comes too slowly
     * @throws HttpResponseException 413 if it is too large, 415 if it is compressed
     */
    public static byte[] body(Context context) {
        String coding = context.header("Content-Encoding");
        if (coding != null && !coding.strip().equalsIgnoreCase("identity")) {
            throw new HttpResponseException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE.getCode(), "Content-Encoding must be absent, was " + coding);
        }
        try {
            return context.bodyAsBytes();
        } catch (HttpResponseException e) {
            throw e;
        } catch (Exception e) {
            throw BrokenBody.refusal(e);
        }
    }

    /**
     * A body that says that it is JSON, as it was sent.
     *
     * @throws HttpResponseException 415 if it says something else, or as {@link #body} does
     */
    public static byte[] jsonBody(Context context) {
        byte[] body = body(context);
        requireType(context, List.of("application/json"));
        return body;
    }

    /** Answers with one value, as JSON. */
    public static void answer(Context context, Object value) {
        answer(context, Json.bytes(value));
    }

    /** @param json in UTF-8 */
    public static void answer(Context context, byte[] json) {
        context.contentType(Json.CONTENT).result(json);
    }

    /** The id in the path. */
    public static String id(Context context) {
        return context.pathParam("id");
    }

    /** The day that {@code asOf} means when it is absent, the same for clients everywhere. */
    public static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /**
     * Ends the connection, so that a client sees that the answer which has begun is not complete. To be used where an error
     * can no longer be told by a status.
     */
    public static void breakOff(Context context) {
        ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    /** The address of this server as the client knows it, which a proxy may have told. */
    public static String base(Context context) {
        int port = context.req().getServerPort();
        boolean usual = port == (context.scheme().equals("https") ? 443 : 80);
        return context.scheme() + "://" + context.req().getServerName() + (usual ? "" : ":" + port);
    }
}
