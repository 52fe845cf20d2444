package org.tieline.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.tieline.testing.Patience;

/** Sends requests as they are written, with headers that well-behaved clients would set themselves. */
public record RawHttp(int port) {
    /** @param body as it came, without the marks of chunks */
    public record Reply(int status, List<String> headers, byte[] body) {
        /** All values of a header, in their order. */
        public List<String> headers(String name) {
            return headers.stream()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
        }

        /** All values of a header, with commas between them; null if it is absent. */
        public String header(String name) {
            List<String> values = headers(name);
            return values.isEmpty() ? null : String.join(", ", values);
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return ApiClient.json(text());
        }

        public String unzipped() {
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Asks once.
     *
     * @param request the method and the address, as in {@code GET /v1}
     * @param headers each as {@code name: value}; the last one may bring an empty line and a body with it
     */
    public Reply ask(String request, String... headers) {
        List<String> lines = new ArrayList<>(List.of(request + " HTTP/1.1", "Host: localhost", "Connection: close"));
        lines.addAll(Arrays.asList(headers));
        boolean whole = headers.length > 0 && headers[headers.length - 1].contains("\r\n\r\n");
        return send(port, (String.join("\r\n", lines) + (whole ? "" : "\r\n\r\n")).getBytes(StandardCharsets.UTF_8));
    }

    /** Asks by GET, once. */
    static Reply get(int port, String path, String... headers) {
        return new RawHttp(port).ask("GET " + path, headers);
    }

    /** Sends bytes as they are and reads until the server closes. */
    static Reply send(int port, byte[] request) {
        return send(port, request, false);
    }

    /** The same, and says after the last byte that no more will come. */
    static Reply sendAndEnd(int port, byte[] request) {
        return send(port, request, true);
    }

    private static Reply send(int port, byte[] request, boolean end) {
        return reply(answer(port, request, end));
    }

    /**
     * Sends bytes as they are.
     *
     * @param end whether to say after the last byte that no more will come
     * @return all that came until the server closed
     */
    static byte[] answer(int port, byte[] request, boolean end) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(Patience.LONGEST_MILLIS);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
                if (end) {
                    socket.shutdownOutput();
                }
            } catch (SocketException e) {
                // The server may answer and close before it has read everything.
            }
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends a request byte by byte, with a pause before each, for as long as the server does not answer.
     *
     * @param beginning what is sent at once
     * @param more sent over and over, as its bytes last
     * @param pause in milliseconds
     * @return null if the server ended the connection and what it said was lost with it, as TCP may do while bytes still come
     * @throws AssertionError if there is no answer after the most bytes that are sent
     */
    static Reply trickle(int port, String beginning, String more, int pause, int most) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(pause);
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.ISO_8859_1));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            byte[] drop = more.getBytes(StandardCharsets.ISO_8859_1);
            for (int sent = 0; sent < most; sent++) {
                try {
                    answer.write(socket.getInputStream().read());
                    socket.setSoTimeout(Patience.LONGEST_MILLIS);
                    answer.writeBytes(read(socket.getInputStream()));
                    return reply(answer.toByteArray());
                } catch (SocketTimeoutException e) {
                    socket.getOutputStream().write(drop[sent % drop.length]);
                }
            }
            throw new AssertionError("no answer after %d bytes".formatted(most));
        } catch (SocketException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            in.transferTo(bytes);
        } catch (SocketException e) {
            // What came before the connection was reset is the answer.
        }
        return bytes.toByteArray();
    }

    /** One answer, and nothing before or after it. */
    static Reply reply(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        List<String> head = List.of(text.substring(0, end).split("\r\n"));
        String body = text.substring(end + 4);
        List<String> headers = head.subList(1, head.size());
        boolean chunked = headers.stream().anyMatch(line -> line.equalsIgnoreCase("Transfer-Encoding: chunked"));
        return new Reply(
                Integer.parseInt(head.getFirst().split(" ")[1]),
                headers,
                (chunked ? joined(body) : body).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String joined(String chunks) {
        StringBuilder whole = new StringBuilder();
        int at = 0;
        while (at < chunks.length()) {
            int line = chunks.indexOf("\r\n", at);
            int length = Integer.parseInt(chunks.substring(at, line), 16);
            whole.append(chunks, line + 2, line + 2 + length);
            at = line + 2 + length + 2;
        }
        return whole.toString();
    }
}
