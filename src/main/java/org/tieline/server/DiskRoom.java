package org.tieline.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tieline.model.TielineException;

/** The disk of the database. Where it is full, Neo4j tries to write its pages again and again, for ever. */
final class DiskRoom {
    /** In bytes; what a start writes at the least. */
    private static final long LEAST_TO_START = 8 << 20;

    /** In bytes; with less, a page of the store or of a log may find no place. */
    private static final long LEAST_TO_WRITE = 1 << 20;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** Looks without room, one after another, after which no room is waited for. */
    private static final int LOOKS = 10;

    private DiskRoom() {}

    /**
     * Starts something that writes to a folder, and gives it up when its disk is and stays full. What was given up may go on
     * in its thread until the process ends.
     *
     * @throws TielineException.DatabaseUnavailable if the disk is full
     */
    static <T> T start(Path folder, Supplier<T> start) {
        if (room(folder) < LEAST_TO_START) {
            throw full(folder, null);
        }
        CompletableFuture<T> started = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("start").start(() -> {
            try {
                started.complete(start.get());
            } catch (Throwable e) {
                started.completeExceptionally(e);
            }
        });
        int looksWithoutRoom = 0;
        while (looksWithoutRoom < LOOKS) {
            try {
                return started.get(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                looksWithoutRoom = isGone(folder) ? looksWithoutRoom + 1 : 0;
            } catch (ExecutionException e) {
                throw thrown(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the database starts", e);
            }
        }
        throw full(folder, null);
    }

    private static RuntimeException thrown(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }

    static boolean isGone(Path folder) {
        return room(folder) < LEAST_TO_WRITE;
    }

    /** In bytes, where the folder is or will be. */
    private static long room(Path folder) {
        Path there = folder.toAbsolutePath();
        while (Files.notExists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there.toFile().getUsableSpace();
    }

    static TielineException.DatabaseUnavailable full(Path folder, @Nullable Throwable cause) {
        return new TielineException.DatabaseUnavailable(
                "Neo4j could not be started in %s: its disk is full; make room and start again".formatted(folder),
                cause);
    }
}
