package org.tieline.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.helpers.NOP_FallbackServiceProvider;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.start.RunningServer;

/**
 * A call of the API of a running server. Of the two HTTP clients that Java has, this uses the one that starts with less work:
 * a question then costs little more than a Java that starts.
 *
 * @param form how the answer is printed
 * @param err where is told what the form has no place for
 */
record ApiCall(RunningServer server, Output form, PrintWriter out, PrintWriter err) {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** HTTP has no name for it in Java: an organization is under another id today. */
    private static final int PERMANENT_REDIRECT = 308;

    /** The server has a time-out of its own, which the settings may lift. */
    private static final Duration READ_TIMEOUT = Duration.ofMinutes(10);

    /**
     * Asks and prints what is answered as it comes.
     *
     * @throws org.tieline.model.TielineException what the server said if it did not answer the question
     * @throws DatabaseUnavailable if it does not answer at all, or the answer breaks off
     */
    void ask(ApiRequest request) {
        useNoLog();
        ask(request.target(), request);
    }

    /** Java's client asks for a logger, and setting up the log costs more than the question. Too late where one is set up. */
    private static void useNoLog() {
        System.setProperty("slf4j.provider", NOP_FallbackServiceProvider.class.getName());
        System.setProperty("slf4j.internal.verbosity", "WARN");
    }

    private void ask(String target, ApiRequest request) {
        URI address = server.api().resolve(target);
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout((int) CONNECT_TIMEOUT.toMillis());
            connection.setReadTimeout((int) READ_TIMEOUT.toMillis());
            connection.setRequestProperty("Accept", form.type());
            if (server.key() != null) {
                connection.setRequestProperty("X-API-Key", server.key());
            }
            if (request.body() != null) {
                connection.setRequestProperty("Content-Type", request.type());
                connection.setDoOutput(true);
                try (OutputStream body = connection.getOutputStream()) {
                    body.write(request.body());
                }
            }
            int status = connection.getResponseCode();
            String moved = status == PERMANENT_REDIRECT ? connection.getHeaderField("Location") : null;
            if (moved != null && moved.startsWith("/") && !moved.equals(target)) {
                ask(moved, request);
                return;
            }
            if (status != HttpURLConnection.HTTP_OK) {
                throw ProblemReply.failure(status, body(connection));
            }
            print(connection);
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "the server at %s does not answer: %s".formatted(server.api(), e.getMessage()), e);
        }
    }

    private void print(HttpURLConnection connection) throws IOException {
        try (Reader answer = new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8)) {
            answer.transferTo(out);
        }
        String links = connection.getHeaderField("Link");
        form.beside(
                        links != null && links.contains("rel=\"next\""),
                        connection.getHeaderField("Tieline-Truncated") != null,
                        connection.getHeaderField("Tieline-Total"))
                .ifPresent(err::println);
    }

    private static byte[] body(HttpURLConnection connection) throws IOException {
        InputStream body = connection.getErrorStream();
        try (InputStream in = body == null ? new ByteArrayInputStream(new byte[0]) : body) {
            return in.readAllBytes();
        }
    }
}
