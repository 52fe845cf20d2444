package org.tieline.start;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.config.Settings;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;

/**
 * The graph for those who ask many questions without a server: opened while they do other things, and kept fresh. What fails to open is
 * opened again when somebody asks next. Joins the database of a server that runs on the data folder.
 */
public final class OpenGraph implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenGraph.class);
    private static final Duration PAUSE_BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Settings settings;
    private CompletableFuture<Opened> opening;

    /** @param api the address of the API over the same data, without a slash at its end */
    private record Opened(
            Connection connection,
            Snapshots snapshots,
            @Nullable String api) {}

    private OpenGraph(Settings settings) {
        this.settings = settings;
        opening = open();
    }

    /** Begins to open the graph of the settings, and does not wait for it. */
    public static OpenGraph of(Settings settings) {
        return new OpenGraph(settings);
    }

    private CompletableFuture<Opened> open() {
        CompletableFuture<Opened> opened = new CompletableFuture<>();
        Thread.ofPlatform().name("open").daemon().start(() -> {
            try {
                opened.complete(opened());
            } catch (RuntimeException | Error e) {
                LOG.warn("the graph could not be opened: {}", e.toString());
                opened.completeExceptionally(e);
            }
        });
        return opened;
    }

    private Opened opened() {
        Connection connection = FirstData.visiting(settings);
        try {
            Snapshots snapshots = new Snapshots(connection.reader());
            snapshots.refresh();
            snapshots.start(PAUSE_BETWEEN_LOOKS);
            return new Opened(connection, snapshots, api(connection));
        } catch (RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    /** Of the server that was joined; else where a server with these settings would be. */
    private String api(Connection connection) {
        Optional<URI> running = settings.embedded() && connection.server().isEmpty()
                ? HomeLock.server(settings.home()).map(RunningServer::api)
                : Optional.empty();
        return running.map(URI::toString)
                .map(address -> address.replaceFirst("/$", ""))
                .orElseGet(() ->
                        settings.port() == 0 ? null : "http://%s:%d".formatted(settings.urlHost(), settings.port()));
    }

    /**
     * The newest state of the graph, waited for.
     *
     * @throws org.tieline.model.TielineException if it could not be opened
     */
    public Snapshot snapshot() {
        return get().snapshots().current();
    }

    /** The address of the API over the same data, without a slash at its end; null if there is none. Waited for likewise. */
    public @Nullable String api() {
        return get().api();
    }

    private Opened get() {
        try {
            return current().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("the graph is still being opened", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private synchronized CompletableFuture<Opened> current() {
        if (opening.isCompletedExceptionally()) {
            opening = open();
        }
        return opening;
    }

    /** Waits for an opening that is under way, and closes what it opened. */
    @Override
    public void close() {
        CompletableFuture<Opened> last;
        synchronized (this) {
            last = opening;
        }
        last.handle((opened, failure) -> opened)
                .thenAccept(opened -> {
                    if (opened != null) {
                        opened.snapshots().close();
                        opened.connection().close();
                    }
                })
                .join();
    }
}
