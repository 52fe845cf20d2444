package org.tieline.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** One request, byte for byte, over a connection of its own. */
final class RawRequest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TIMEOUT = 20_000;

    private RawRequest() {}

    /** @param head the status line and the header lines */
    record Reply(String head, String body) {
        int status() {
            return Integer.parseInt(head.split(" ")[1]);
        }

        /** All values of a header, in their order. */
        List<String> headers(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .toList();
        }

        String header(String name) {
            List<String> values = headers(name);
            if (values.size() != 1) {
                throw new AssertionError("%s once expected in %s".formatted(name, head));
            }
            return values.getFirst();
        }

        JsonNode json() {
            try {
                return JSON.readTree(body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1));
            } catch (IOException e) {
                throw new AssertionError("no JSON: " + body, e);
            }
        }
    }

    /** GET with header lines. */
    static Reply get(int port, String path, String... headers) throws IOException {
        return request(port, "GET", path, headers);
    }

    static Reply request(int port, String method, String path, String... headers) throws IOException {
        StringBuilder request = new StringBuilder("%s %s HTTP/1.1\r\nHost: localhost\r\n".formatted(method, path));
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return send(port, (request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes as they are and reads until the server closes. */
    static Reply send(int port, byte[] request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(TIMEOUT);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
            } catch (SocketException e) {
                // The server may answer and close before it has read everything.
            }
            String[] parts = read(socket.getInputStream()).split("\r\n\r\n", 2);
            String body = parts.length == 1 ? "" : parts[1];
            boolean chunked = parts[0].toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
            return new Reply(parts[0], chunked ? whole(body) : body);
        }
    }

    /** Puts the chunks of an answer together; of ASCII, where a byte is a character. */
    private static String whole(String chunked) {
        StringBuilder whole = new StringBuilder();
        int at = 0;
        while (at < chunked.length()) {
            int lineEnd = chunked.indexOf("\r\n", at);
            int length = Integer.parseInt(chunked.substring(at, lineEnd), 16);
            whole.append(chunked, lineEnd + 2, lineEnd + 2 + length);
            at = length == 0 ? chunked.length() : lineEnd + 2 + length + 2;
        }
        return whole.toString();
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                bytes.write(buffer, 0, count);
            }
        } catch (SocketException e) {
            // What came before the connection was reset is the answer.
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
