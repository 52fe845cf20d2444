package org.tieline.mcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tieline.mcp.McpDoor.Reply;

/**
 * Messages over a pair of streams, one on each line, in UTF-8. Answers leave in the order in which they are ready; as many questions are
 * under way at once as may be, and what comes beyond that is not read before one of them has ended.
 *
 * @param in read by the byte
 * @param base gives the address of the API that the answers name; null if there is none
 */
public record StandardStreams(McpDoor door, InputStream in, OutputStream out, Supplier<@Nullable String> base) {
    /** In bytes, of a line. */
    private static final int MOST = 1024 * 1024;

    private static final int MOST_AT_ONCE = 8;

    /** JSON-RPC's code for what is no JSON. */
    private static final int PARSE_ERROR = -32700;

    /**
     * Answers until there is nothing more to read, and every question has its answer.
     *
     * @throws UncheckedIOException if a stream fails
     */
    public void serve() {
        Semaphore places = new Semaphore(MOST_AT_ONCE);
        try {
            byte[] line = line();
            while (line != null) {
                places.acquireUninterruptibly();
                start(line, places);
                line = line();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            places.acquireUninterruptibly(MOST_AT_ONCE);
        }
    }

    private void start(byte[] line, Semaphore places) {
        Thread.ofVirtual().name("message").start(() -> {
            try {
                answer(line);
            } finally {
                places.release();
            }
        });
    }

    private void answer(byte[] line) {
        String message = new String(line, StandardCharsets.UTF_8);
        if (message.isBlank()) {
            return;
        }
        Reply reply = line.length == MOST
                ? new Reply(
                        McpDoor.Outcome.REFUSED,
                        McpDoor.refusal(PARSE_ERROR, "a message may have %d bytes at most".formatted(MOST - 1)))
                : door.answer(message, base);
        if (reply.json() != null) {
            write(reply.json());
        }
    }

    /** The next line without its end, or as much of it as a message may have and one byte more; null at the end. */
    private byte @Nullable [] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (line.size() < MOST) {
                line.write(next);
            }
            next = in.read();
        }
        return line.toByteArray();
    }

    private void write(String json) {
        synchronized (out) {
            try {
                out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
