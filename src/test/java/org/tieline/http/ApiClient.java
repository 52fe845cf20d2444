package org.tieline.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.tieline.testing.Patience;

/** Asks the API as any client would. */
public final class ApiClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Patience.LONGEST).build();
    private final int port;

    public ApiClient(int port) {
        this.port = port;
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    /** A response with its body as JSON; null if it has none. */
    public record Reply(int status, HttpResponse<String> response, JsonNode body) {
        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        public JsonNode at(String pointer) {
            return body.at(pointer);
        }

        public List<JsonNode> results() {
            return elements(body.get("results"));
        }
    }

    public Reply get(String path) {
        return send("GET", path);
    }

    /** The status of a GET by somebody who has what a tag names. */
    public int ifNoneMatch(String path, String tag) {
        return send(path, request -> request.header("If-None-Match", tag)).status();
    }

    /** GET that must succeed. */
    public JsonNode read(String path) {
        Reply reply = get(path);
        if (reply.status() != 200) {
            throw new AssertionError(path + " was answered " + reply.status() + ": " + reply.body());
        }
        return reply.body();
    }

    Reply send(String method, String path) {
        return send(path, request -> request.method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /** POST of a text, with its type of content. */
    public Reply post(String path, String contentType, String body) {
        return send(path, request -> request.header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /**
     * GET of what is no JSON.
     *
     * @param accept the types that are welcome
     */
    public HttpResponse<String> text(String path, String accept) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Patience.LONGEST)
                .header("Accept", accept)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Any request, and the answer as it comes.
     *
     * @param body null for none
     */
    public HttpResponse<String> exchange(String method, String path, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Patience.LONGEST)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Reply send(String path, UnaryOperator<HttpRequest.Builder> method) {
        HttpRequest request = method.apply(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Patience.LONGEST))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            String body = response.body();
            return new Reply(response.statusCode(), response, body.isEmpty() ? null : JSON.readTree(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    public static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    @Override
    public void close() {
        http.close();
    }
}
