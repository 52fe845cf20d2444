package org.tieline.start;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.config.ApiSettings;
import org.tieline.config.Settings;
import org.tieline.gate.Gate;
import org.tieline.graph.bolt.Schema;
import org.tieline.http.Api;
import org.tieline.http.ApiKeys;
import org.tieline.http.ApiOptions;
import org.tieline.http.Origins;
import org.tieline.http.Subscribing;
import org.tieline.http.pages.Neo4jBrowser;
import org.tieline.http.pages.PageOptions;
import org.tieline.model.TielineException;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.server.EmbeddedServer;
import org.tieline.standing.DeliveryTimes;
import org.tieline.standing.Follower;
import org.tieline.standing.Subscriptions;

/**
 * The server: database, data, snapshots and API, started in this order and stopped in reverse; only the API does not wait
 * for the data.
 *
 * <p>With the embedded database all of it is there when {@link #start} returns. A database elsewhere may come later: the API
 * listens at once, says that it cannot answer, and answers when the database was reached and holds data.
 */
public final class Application implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Application.class);
    private static final Duration PAUSE_BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration PAUSE_BETWEEN_LOAD_LOOKS = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE_BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE_BETWEEN_TRIES = Duration.ofSeconds(5);

    /** A server locks out a user who tries a wrong password again and again. */
    private static final Duration PAUSE_WHEN_DENIED = Duration.ofSeconds(30);

    /** Of two servers that start at once on an empty graph, one may be in the other's way. */
    private static final int MOST_FAILED_LOADS = 5;

    /** The name of the key with which other processes of the data folder's owner ask. */
    private static final String OWN_KEY = "tieline-ask";

    private final Settings settings;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    @SuppressWarnings("NullAway.Init") // As those that follow, made in the start.
    private Connection connection;

    @SuppressWarnings("NullAway.Init")
    private Snapshots snapshots;

    @SuppressWarnings("NullAway.Init")
    private Follower follower;

    @SuppressWarnings("NullAway.Init")
    private LoadWatch loadWatch;

    @SuppressWarnings("NullAway.Init")
    private Api api;

    public Application(Settings settings) {
        this.settings = settings;
    }

    /** Thrown out of a start that {@link #close} interrupts. */
    private static final class Stopped extends RuntimeException {
        Stopped() {
            super("stopped while it was starting");
        }
    }

    /**
     * Starts everything.
     *
     * @throws org.tieline.model.TielineException if something cannot be started; close it then all the same
     */
    public void start() {
        ApiKeys.Made own = ApiKeys.make(OWN_KEY);
        Optional<ApiKeys> keys = Optional.ofNullable(settings.api().keysFile()).map(file -> ApiKeys.of(file, own));
        FirstData data = FirstData.reading(settings);
        connection = open(() -> Connection.serving(settings));
        snapshots = open(connection::snapshots);
        boolean anyAddress = settings.webhooks().privateAddresses();
        DeliveryTimes times =
                DeliveryTimes.STANDARD.answering(settings.webhooks().timeout());
        follower = open(() -> new Follower(connection.neo4j(), snapshots, Clock.systemUTC(), times, anyAddress));
        @Nullable
        Subscriptions subscriptions = keys.isEmpty()
                ? null
                : new Subscriptions(
                        connection.neo4j(),
                        Clock.systemUTC(),
                        anyAddress,
                        settings.webhooks().most());
        loadWatch = open(() -> new LoadWatch(connection.neo4j(), snapshots));
        CompletableFuture<Boolean> bringing = CompletableFuture.supplyAsync(() -> bring(data));
        CompletableFuture<Void> indexing = bringing.thenAccept(loaded -> {
            if (!loaded) {
                createIndexes();
            }
        });
        open(() -> () -> indexing.exceptionally(failure -> null).join());
        Inquiries inquiries = Inquiries.over(connection.neo4j(), snapshots);
        api = open(() -> Api.start(
                settings.host(),
                settings.port(),
                inquiries,
                options(keys.orElse(null)),
                new Subscribing(subscriptions, follower.counts())));
        server().ifPresent(server -> server.playWhenConnected(apiUri().resolve(Api.guide())));
        Warming warming = new Warming(inquiries, stopping);
        if (settings.embedded()) {
            try {
                bringing.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : e;
            }
            snapshots.latest().ifPresent(warming::askExposures);
        }
        connection.tellApi(apiUri().resolve("/"), keys.isPresent() ? own.key() : null);
        warming.start();
    }

    /** Pages of Neo4j Browser, under any name of this machine, and those that the settings name. */
    private Origins origins() {
        Origins named = new Origins(settings.api().corsOrigins());
        return server().map(EmbeddedServer::browserUri)
                .map(browser -> named.and(
                        "http://%s:%d".formatted(browser.getHost(), browser.getPort()),
                        "http://localhost:" + browser.getPort(),
                        "http://127.0.0.1:" + browser.getPort()))
                .orElse(named);
    }

    private ApiOptions options(@Nullable ApiKeys keys) {
        ApiSettings api = settings.api();
        return new ApiOptions(
                origins(),
                PageOptions.DEFAULT.opening(browser()).framedBy(api.embedOrigins()),
                api.requestTimeout(),
                keys,
                api.rateLimit(),
                api.keptAnswers(),
                api.readyGrace(),
                api.accessLog(),
                Gate.of(
                        settings.host(),
                        settings.listensEverywhere(),
                        settings.access().hosts(),
                        settings.access().proxies()));
    }

    /** Each step is waited for by a concurrent {@link #close}, which then closes what the step has opened. */
    private synchronized <T extends AutoCloseable> T open(Supplier<T> step) {
        if (stopping.getCount() == 0) {
            throw new Stopped();
        }
        T resource = step.get();
        opened.push(resource);
        return resource;
    }

    /** Whether the data were written. */
    private boolean bring(FirstData data) {
        boolean loaded;
        if (settings.embedded()) {
            loaded = data.bringTo(connection, new LoadProgress());
            snapshots.refresh();
            recordFacts();
            connection.tell();
        } else {
            loaded = bringWhenReached(data);
        }
        snapshots.start(PAUSE_BETWEEN_LOOKS);
        follower.start(PAUSE_BETWEEN_LOOKS);
        loadWatch.start(PAUSE_BETWEEN_LOAD_LOOKS);
        return loaded;
    }

    /** Now, so that the state of the database that people are answered from stays the same afterwards. */
    private void recordFacts() {
        try {
            if (follower.record()) {
                snapshots.refresh();
            }
        } catch (RuntimeException e) {
            LOG.warn("what the facts are could not be recorded: {}; it is tried again", e.getMessage());
        }
    }

    private boolean bringWhenReached(FirstData data) {
        String told = null;
        int failures = 0;
        Duration pause = FIRST_PAUSE_BETWEEN_TRIES;
        while (true) {
            try {
                return data.bringTo(connection, new LoadProgress());
            } catch (DatabaseUnavailable e) {
                if (e.reason() == DatabaseUnavailable.Reason.REFUSED) {
                    LOG.error("the data was not loaded: {}", e.getMessage());
                    return false;
                }
                if (!e.getMessage().equals(told)) {
                    LOG.warn("{}; it is tried again until it succeeds", e.getMessage());
                    told = e.getMessage();
                }
                if (e.reason() == DatabaseUnavailable.Reason.DENIED) {
                    pause = PAUSE_WHEN_DENIED;
                }
            } catch (RuntimeException e) {
                failures++;
                if (e instanceof TielineException || failures == MOST_FAILED_LOADS) {
                    // The API answers from the graph as it is; whoever reads the log learns why the data did not come.
                    LOG.error("the data was not loaded: {}", e.getMessage());
                    return false;
                }
                LOG.warn("the data was not loaded, perhaps as another server was loading: {}", e.getMessage());
            }
            if (isStopping(pause)) {
                return false;
            }
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE_BETWEEN_TRIES) > 0 ? LONGEST_PAUSE_BETWEEN_TRIES : doubled;
        }
    }

    /** A load creates them first; after a start without one they may be those of an older program. */
    private void createIndexes() {
        if (isStopping(Duration.ZERO)) {
            return;
        }
        try {
            Schema.apply(connection.neo4j());
        } catch (RuntimeException e) {
            LOG.warn("constraints and indexes could not be created: {}", e.getMessage());
        }
    }

    private boolean isStopping(Duration atMost) {
        try {
            return stopping.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** What a reader may open queries in; null with a database elsewhere, whose Browser nobody here knows. */
    private @Nullable Neo4jBrowser browser() {
        return server().map(server -> new Neo4jBrowser(Objects.requireNonNull(server.browserUri()), server.boltUri()))
                .orElse(null);
    }

    /** Where the API is: {@code http://host:port/v1}. */
    public URI apiUri() {
        return URI.create("http://%s:%d/v1".formatted(settings.urlHost(), api.port()));
    }

    /** The embedded database; empty if the database runs elsewhere. */
    public Optional<EmbeddedServer> server() {
        return connection.server();
    }

    /** A question to begin with, that the graph has an answer to. */
    public URI example() {
        boolean huawei = snapshots
                .latest()
                .map(snapshot -> snapshot.organizations().containsKey("huawei"))
                .orElse(false);
        return URI.create(
                apiUri() + (huawei ? "/exposures?vendor=huawei&asOf=2018-12-08&carrierCountry=US" : "/exposures"));
    }

    /** Waits until somebody closes this. */
    public void awaitClose() throws InterruptedException {
        stopping.await();
    }

    /** Stops what was started, in reverse; waits for a step of a start that is under way. */
    @Override
    public void close() {
        stopping.countDown();
        synchronized (this) {
            while (!opened.isEmpty()) {
                try {
                    opened.pop().close();
                } catch (Exception e) {
                    LOG.warn("could not be stopped in good order", e);
                }
            }
        }
    }
}
