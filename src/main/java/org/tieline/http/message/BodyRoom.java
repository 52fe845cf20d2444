package org.tieline.http.message;

import io.javalin.config.Key;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The memory for answers that wait for their clients: so much in all and no more, however slowly clients read. An answer is
 * written here at its own speed, so that nothing else of a question is held while it is sent, and leaves piece by piece.
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

    /** Thrown to who sends a body that was not written to its end. */
    private static final class BrokenOff extends IOException {
        BrokenOff(Throwable cause) {
            super("the answer broke off", cause);
        }
    }

    /**
     * The body that somebody writes.
     *
     * @param begun takes the body when a piece of it is there and more is to come, and sends it while others are written; null if
     *     nobody does
     * @throws HttpRefusal if there is no room for it, and none becomes free in time; who sends what has begun is told so too
     */
    public Body body(Writing writing, @Nullable Consumer<Body> begun) throws IOException {
        Body body = new Body(begun);
        try {
            writing.to(body);
            body.end();
            return body;
        } catch (NoRoom e) {
            HttpRefusal refusal = new HttpRefusal(
                    ProblemType.BUSY,
                    "too many answers wait for clients that read slowly; ask for less, by a smaller limit, or later");
            body.breakOff(refusal);
            throw refusal;
        } catch (IOException | RuntimeException | Error e) {
            body.breakOff(e);
            throw e;
        }
    }

    /**
     * Some bytes of a body.
     *
     * @param used how many of them; none where the body ends
     * @param failure why it ends before its time; null elsewhere
     */
    private record Piece(byte[] bytes, int used, @Nullable Throwable failure) {}

    /** The bytes of one answer. Gives its room back when it is closed. One thread writes, and one sends. */
    public final class Body extends OutputStream {
        private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();

        /** Who waits for the first piece; null if nobody does. */
        private final @Nullable Consumer<Body> begun;

        /** Whether it was told of the first piece, and so gives back what it does not send. */
        private boolean told;

        /** The piece that is written to; null if that is full, or there is none yet. */
        private byte @Nullable [] open;

        /** How many of its bytes are used. */
        private int used;

        /** Whoever closes a writer after a failure writes the rest, which need not wait as well. */
        private boolean full;

        private volatile boolean closed;

        private Body(@Nullable Consumer<Body> begun) {
            this.begun = begun;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int done = 0; done < length; ) {
                if (open == null || used == PIECE) {
                    next();
                }
                int part = Math.min(length - done, PIECE - used);
                System.arraycopy(bytes, offset + done, Objects.requireNonNull(open), used, part);
                used += part;
                done += part;
            }
        }

        /** Begins a piece, which means that more is to come behind the one before. */
        private void next() throws IOException {
            if (open != null) {
                handOver();
                if (begun != null && !told) {
                    told = true;
                    begun.accept(this);
                }
            }
            open = piece();
            used = 0;
        }

        private byte[] piece() throws IOException {
            try {
                if (full || closed || !room.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                    full = true;
                    throw new NoRoom();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NoRoom();
            }
            return new byte[PIECE];
        }

        private void handOver() {
            pieces.add(new Piece(Objects.requireNonNull(open), used, null));
            open = null;
            if (closed) {
                giveBack();
            }
        }

        private void end() {
            if (open != null) {
                handOver();
            }
            pieces.add(new Piece(new byte[0], 0, null));
        }

        /** What was written may have been sent in part; if nobody sends it, nobody holds it any more. */
        private void breakOff(Throwable failure) {
            if (open != null) {
                open = null;
                room.release();
            }
            if (!told) {
                close();
            }
            pieces.add(new Piece(new byte[0], 0, failure));
        }

        /**
         * Sends everything, as it is written; what was sent is not held any more.
         *
         * @throws IOException if it cannot be sent, or was not written to its end
         */
        public void sendTo(OutputStream out) throws IOException {
            try {
                for (Piece piece = next(out); piece.used() > 0; piece = next(out)) {
                    try {
                        out.write(piece.bytes(), 0, piece.used());
                    } finally {
                        room.release();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("the answer was not sent to its end");
            }
        }

        /** Where it has to be waited for, the client has what was there before. */
        private Piece next(OutputStream out) throws IOException, InterruptedException {
            Piece piece = pieces.poll();
            if (piece == null) {
                out.flush();
                piece = pieces.take();
            }
            if (piece.failure() != null) {
                throw new BrokenOff(piece.failure());
            }
            return piece;
        }

        /** How many bytes it has that were not sent; all of them, if it was written to its end and nobody sends it yet. */
        int size() {
            return pieces.stream().mapToInt(Piece::used).sum();
        }

        /** The same bytes in memory of their own. */
        byte[] copy() {
            ByteBuffer copy = ByteBuffer.allocate(size());
            pieces.forEach(piece -> copy.put(piece.bytes(), 0, piece.used()));
            return copy.array();
        }

        private void giveBack() {
            for (Piece piece = pieces.poll(); piece != null; piece = pieces.poll()) {
                if (piece.used() > 0) {
                    room.release();
                }
            }
        }

        @Override
        public void close() {
            closed = true;
            giveBack();
        }
    }

    /** Whether a body could not be sent because it was not written to its end, and not because of the client. */
    static boolean isBrokenOff(IOException failure) {
        return failure instanceof BrokenOff;
    }
}
