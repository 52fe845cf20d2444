package org.tieline.start;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.config.DatabaseSettings;
import org.tieline.config.Setting;
import org.tieline.config.Settings;
import org.tieline.graph.GraphReader;
import org.tieline.graph.bolt.ConnectionLimits;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.HeldRows;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.graph.kernel.EmbeddedGraphReader;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.procedure.SharedSnapshots;
import org.tieline.question.KeptSnapshot;
import org.tieline.question.Snapshots;
import org.tieline.server.EmbeddedServer;
import org.tieline.server.KeptPassword;

/** The way to the graph, and the embedded database with it if it runs in this process. */
public final class Connection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final Neo4j neo4j;
    private final GraphReader reader;
    private final Optional<EmbeddedServer> server;
    private final @Nullable HomeLock lock;
    private final @Nullable KeptSnapshot kept;

    /** Of a database elsewhere. */
    private Connection(Neo4j neo4j) {
        this.neo4j = neo4j;
        reader = new DriverGraphReader(neo4j);
        server = Optional.empty();
        lock = null;
        kept = null;
    }

    private Connection(Neo4j neo4j, EmbeddedServer server, HomeLock lock, KeptSnapshot kept) {
        this.neo4j = neo4j;
        reader = new EmbeddedGraphReader(server.database());
        this.server = Optional.of(server);
        this.lock = lock;
        this.kept = kept;
    }

    /**
     * For a server: prepares the way to the database of the settings, or starts the embedded one on their ports.
     *
     * @throws DatabaseUnavailable if another process runs the embedded database
     */
    static Connection serving(Settings settings) {
        if (settings.neo4jUri() != null) {
            return remote(settings.neo4jUri(), settings, settings.neo4jPassword(), limits(settings));
        }
        return HomeLock.take(settings.home())
                .map(lock -> {
                    announce(lock);
                    KeptSnapshot kept = kept(settings);
                    kept.readAhead();
                    return embedded(settings, lock, kept, EmbeddedServer::start);
                })
                .orElseThrow(() -> new DatabaseUnavailable(
                        "another Tieline uses the data folder %s: stop it, or set %s to another folder"
                                .formatted(settings.home(), Setting.TIELINE_HOME),
                        null));
    }

    /**
     * For one piece of work: as a server would, but joins the embedded database of another process if there is one, and
     * else starts it where it is in nobody's way.
     *
     * @throws DatabaseUnavailable if the database cannot be reached
     */
    public static Connection visiting(Settings settings) {
        URI uri = settings.neo4jUri();
        Connection connection =
                uri == null ? joining(settings) : remote(uri, settings, settings.neo4jPassword(), limits(settings));
        try {
            if (connection.server.isPresent()) {
                connection.tell();
            } else {
                connection.neo4j.verify();
            }
            return connection;
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static Connection remote(URI uri, Settings settings, @Nullable String password, ConnectionLimits limits) {
        return new Connection(connect(uri, settings, password, limits));
    }

    /** Waits for another process that starts or stops, while it goes on; it may end, and leave the folder to this one. */
    private static Connection joining(Settings settings) {
        OtherStart other = new OtherStart(settings.home());
        while (true) {
            Optional<HomeLock> lock = HomeLock.take(settings.home());
            if (lock.isPresent()) {
                return embedded(aside(settings), lock.get(), kept(settings), EmbeddedServer::startWithoutBrowser);
            }
            Optional<URI> running = HomeLock.holder(settings.home());
            if (running.isPresent()) {
                return remote(running.get(), settings, keptPassword(settings), ownLimits(settings));
            }
            other.await();
        }
    }

    private static KeptSnapshot kept(Settings settings) {
        return new KeptSnapshot(settings.home().resolve("snapshot"));
    }

    private static Connection embedded(
            Settings settings, HomeLock lock, KeptSnapshot kept, Function<Settings, EmbeddedServer> start) {
        EmbeddedServer server = null;
        try {
            Ports.requireFree(settings);
            FirstImport.removeUnfinished(settings.home());
            LOG.info("starting Neo4j in {}", settings.home());
            server = start.apply(settings);
            return new Connection(
                    connect(server.boltUri(), settings, server.access().password(), ownLimits(settings)),
                    server,
                    lock,
                    kept);
        } catch (IOException e) {
            release(lock);
            throw new DatabaseUnavailable(
                    "what an import left in %s cannot be removed: %s".formatted(settings.home(), e), e);
        } catch (RuntimeException e) {
            if (server != null) {
                server.close();
            }
            release(lock);
            throw e;
        }
    }

    private static void announce(HomeLock lock) {
        try {
            lock.tellApiStarts();
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    /**
     * Tells other processes on this data folder where they are answered; nothing if the database runs elsewhere.
     *
     * @param api the address of the API
     * @param key what it wants in {@code X-API-Key}; null if it wants none
     */
    void tellApi(URI api, @Nullable String key) {
        try {
            if (lock != null) {
                lock.tellApi(api, key);
            }
        } catch (IOException e) {
            LOG.warn("others will not find the API: {}", e.toString());
        }
    }

    /** Of the database of another process, which made it if nobody gave one. */
    private static @Nullable String keptPassword(Settings settings) {
        return settings.neo4jPassword() != null
                ? settings.neo4jPassword()
                : KeptPassword.read(settings.home()).orElse(null);
    }

    /** Lets other processes join the embedded database: for when it is ready for them. */
    void tell() {
        server.ifPresent(running -> Objects.requireNonNull(lock).tell(running.boltUri()));
    }

    private static Settings aside(Settings settings) {
        return new Settings(
                settings.home(),
                "127.0.0.1",
                0,
                0,
                0,
                settings.data(),
                null,
                settings.neo4jUsername(),
                settings.neo4jPassword(),
                settings.neo4jDatabase(),
                settings.api(),
                settings.database(),
                settings.webhooks(),
                settings.access());
    }

    private static Neo4j connect(URI uri, Settings settings, @Nullable String password, ConnectionLimits limits) {
        return Neo4j.connect(uri, settings.neo4jUsername(), password, settings.neo4jDatabase(), limits);
    }

    private static ConnectionLimits limits(Settings settings) {
        DatabaseSettings given = settings.database();
        return new ConnectionLimits(given.maxConnections(), given.connectTimeout(), given.readTimeout());
    }

    /** For the embedded database: no network is between, and on a busy machine it is as slow as this program is. */
    private static ConnectionLimits ownLimits(Settings settings) {
        return ConnectionLimits.unhurried(settings.database().maxConnections());
    }

    /** Loads into the graph. */
    public DatasetLoader loader() {
        return reader instanceof EmbeddedGraphReader embedded
                ? new DatasetLoader(
                        neo4j, Clock.systemUTC(), (query, taker) -> embedded.query(query, HeldRows.LONGEST, taker))
                : new DatasetLoader(neo4j, Clock.systemUTC());
    }

    public Neo4j neo4j() {
        return neo4j;
    }

    public GraphReader reader() {
        return reader;
    }

    /** For a server; shared with the procedures if the database runs in this process. */
    Snapshots snapshots() {
        return server.map(running -> SharedSnapshots.of(running.database(), kept))
                .orElseGet(() -> new Snapshots(reader));
    }

    /** The embedded database; empty if the database runs elsewhere. */
    public Optional<EmbeddedServer> server() {
        return server;
    }

    @Override
    public void close() {
        neo4j.close();
        server.ifPresent(EmbeddedServer::close);
        release(lock);
    }

    private static void release(@Nullable HomeLock lock) {
        if (lock == null) {
            return;
        }
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("the data folder could not be released: {}", e.toString());
        }
    }
}
