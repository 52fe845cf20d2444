package org.tieline.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;
import org.tieline.http.message.ProblemDocument;
import org.tieline.http.message.Problems;
import org.tieline.http.message.RequestMarks;
import org.tieline.http.message.Requests;
import org.tieline.question.Json;

/**
 * Connections that are patient, but not for ever. Jetty closes one on which nothing comes; one that brings a byte a second it
 * would wait for, as long as the headers are not complete. Here the line of a request and its headers must come within
 * {@link #PATIENCE}, or the connection is told 408 and closed. Bodies have {@link AnswerDeadline}.
 */
final class PatientConnections extends HttpConnectionFactory {
    /** From the first byte of a request to the end of its headers. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Duration patience;
    private final Metrics metrics;

    private PatientConnections(HttpConfiguration http, Duration patience, Metrics metrics) {
        super(http);
        this.patience = patience;
        this.metrics = metrics;
    }

    /** Where the server listens. */
    static ServerConnector connector(Server server, HttpConfiguration http, String host, int port, Metrics metrics) {
        return connector(server, http, host, port, metrics, PATIENCE);
    }

    static ServerConnector connector(
            Server server, HttpConfiguration http, String host, int port, Metrics metrics, Duration patience) {
        ServerConnector connector = new ServerConnector(server, new PatientConnections(http, patience, metrics));
        connector.setHost(host);
        connector.setPort(port);
        return connector;
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        HttpConnection connection = new Patient(connector, endPoint);
        connection.setTransferEncodingChunkMaxLength(getTransferEncodingChunkMaxLength());
        return configure(connection, connector, endPoint);
    }

    /** Looks at the clock whenever bytes come that are no part of a body. */
    private final class Patient extends HttpConnection {
        /** By {@link System#nanoTime}, when the first bytes of the request came whose headers are waited for. */
        private long begun = System.nanoTime();

        /** Requests that came before it. */
        private long before = -1;

        Patient(Connector connector, EndPoint endPoint) {
            super(PatientConnections.this.getHttpConfiguration(), connector, endPoint);
        }

        @Override
        public void onFillable() {
            long now = System.nanoTime();
            if (before != getMessagesIn()) {
                before = getMessagesIn();
                begun = now;
            }
            Duration took = Duration.ofNanos(now - begun);
            if (took.compareTo(patience) > 0) {
                refuse(took);
            } else {
                super.onFillable();
            }
        }

        private void refuse(Duration took) {
            ProblemDocument problem = Problems.tooSlow();
            metrics.refused(null, problem.status(), took);
            byte[] body = Json.bytes(problem);
            byte[] head = """
                    HTTP/1.1 408 Request Timeout\r
                    Content-Type: %s\r
                    Content-Length: %d\r
                    Cache-Control: %s\r
                    %s: %s\r
                    Connection: close\r
                    \r
                    """.formatted(
                            Problems.CONTENT,
                            body.length,
                            Requests.CACHE_CONTROL,
                            RequestMarks.HEADER,
                            UUID.randomUUID())
                    .getBytes(StandardCharsets.US_ASCII);
            getEndPoint().write(Callback.from(this::close), ByteBuffer.wrap(head), ByteBuffer.wrap(body));
        }
    }
}
