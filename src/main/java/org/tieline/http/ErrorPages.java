package org.tieline.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.tieline.http.message.ProblemDocument;
import org.tieline.http.message.Problems;
import org.tieline.http.message.RequestMarks;
import org.tieline.http.message.Requests;
import org.tieline.question.Json;

/** Problem documents for what Jetty refuses before a route is looked for: malformed paths, headers that are too large. */
final class ErrorPages extends ErrorHandler {

    private final Metrics metrics;

    /** @param metrics count what is refused before routing, which nobody else sees */
    ErrorPages(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        if (request.getAttribute(RequestMarks.ROUTED) == null && cause instanceof EofException) {
            // The connection was closed before the request was read: by its client, or by who has counted why.
            callback.failed(cause);
            return;
        }
        if (request.getAttribute(RequestMarks.ROUTED) == null) {
            metrics.refused(request.getMethod(), code, Duration.ofNanos(NanoTime.since(request.getBeginNanoTime())));
        }
        String id = RequestMarks.id(request.getHeaders().getValuesList(RequestMarks.HEADER));
        String path = request.getHttpURI() == null ? null : request.getHttpURI().getPath();
        ProblemDocument problem = code == 500 ? Problems.unexpected(cause, path) : Problems.of(code, path);
        byte[] body = Json.bytes(Problems.withRequest(problem.at(path), id));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.CONTENT);
        response.getHeaders().put(RequestMarks.HEADER, id);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, Requests.CACHE_CONTROL);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
