package org.tieline.http.message;

import io.javalin.config.Key;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The memory for answers that wait for their clients: so much in all and no more, however slowly clients read. An answer is
 * written here as a whole, so that nothing else of a question is held while it is sent, and leaves piece by piece.
 */
public final class BodyRoom {
    /** Where routes find it. */
    public static final Key<BodyRoom> ROOM = new Key<>("bodyRoom");

    private static final int PIECE = 16 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Of the memory that Java may use. */
    private static final int SHARE = 8;

    /** In pieces. */
    private final Semaphore room;

    private final Duration patience;

    /** @param bytes how much there is room for */
    public BodyRoom(long bytes, Duration patience) {
        room = new Semaphore(Math.clamp(bytes / PIECE, 1, Integer.MAX_VALUE));
        this.patience = patience;
    }

    /** An eighth of the memory that Java may use. */
    public static BodyRoom ofHeap() {
        return new BodyRoom(Runtime.getRuntime().maxMemory() / SHARE, PATIENCE);
    }

    /** Says what an answer is. */
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Thrown by a body that finds no room. An {@link IOException}: whoever writes passes it on as it is. */
    private static final class NoRoom extends IOException {}

    /**
     * The body that somebody writes.
     *
     * @throws HttpRefusal if there is no room for it, and none becomes free in time
     */
    public Body body(Context context, Writing writing) throws IOException {
        Body body = new Body();
        boolean whole = false;
        try {
            writing.to(body);
            whole = true;
            return body;
        } catch (NoRoom e) {
            throw new HttpRefusal(ProblemDocument.of(
                    ProblemType.BUSY,
                    "too many answers wait for clients that read slowly; ask for less, by a smaller limit, or later",
                    context.path()));
        } finally {
            if (!whole) {
                body.close();
            }
        }
    }

    /** The bytes of one answer. Gives its room back when it is closed. */
    public final class Body extends OutputStream {
        private final Deque<byte[]> pieces = new ArrayDeque<>();

        /** How many bytes of the last piece are used. */
        private int used = PIECE;

        /** Whoever closes a writer after a failure writes the rest, which need not wait as well. */
        private boolean full;

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int done = 0; done < length; ) {
                if (used == PIECE) {
                    pieces.add(piece());
                    used = 0;
                }
                int part = Math.min(length - done, PIECE - used);
                System.arraycopy(bytes, offset + done, pieces.getLast(), used, part);
                used += part;
                done += part;
            }
        }

        private byte[] piece() throws IOException {
            try {
                if (full || !room.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                    full = true;
                    throw new NoRoom();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NoRoom();
            }
            return new byte[PIECE];
        }

        /** Sends everything; what was sent is not held any more. */
        public void sendTo(OutputStream out) throws IOException {
            while (!pieces.isEmpty()) {
                out.write(pieces.getFirst(), 0, pieces.size() == 1 ? used : PIECE);
                pieces.removeFirst();
                room.release();
            }
        }

        @Override
        public void close() {
            room.release(pieces.size());
            pieces.clear();
        }
    }
}
