package org.tieline.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.dbms.DatabaseStateService;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.internal.kernel.api.exceptions.ProcedureException;
import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.server.AbstractNeoWebServer;
import org.neo4j.server.NeoWebServer;
import org.neo4j.server.configuration.ServerSettings;
import org.neo4j.server.web.JettyWebServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.config.Settings;
import org.tieline.gate.Gate;
import org.tieline.procedure.AskProcedure;
import org.tieline.procedure.TielineProcedures;

/**
 * A Neo4j Community that lives in this process and keeps its files in the folder {@code neo4j} of the data folder. It
 * reports nothing to anybody, and writes its own logs to files in that folder.
 */
public final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

    /** Lucene advises flags of the JVM through this logger, to people who did not choose them. Held, or its level is lost. */
    private static final java.util.logging.Logger LUCENE = java.util.logging.Logger.getLogger("org.apache.lucene");

    private final Path home;

    private final DatabaseManagementService service;
    private final GraphDatabaseAPI database;
    private final URI boltUri;
    private final @Nullable URI browserUri;
    private final Access access;
    private final BrowserGuard browserGuard;

    /** What listens: for {@link #BOLT} alone a start has no web server to set up, which is a good part of its work. */
    enum Doors {
        BOLT,
        BOLT_AND_BROWSER
    }

    /**
     * How to get in.
     *
     * @param made whether nobody gave the password, so that people must be told
     */
    public record Access(String username, @Nullable String password, boolean made) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Access[username=%s, password=****, made=%s]".formatted(username, made);
        }
    }

    private EmbeddedServer(DatabaseManagementService service, Settings settings, Doors doors) {
        this.home = settings.home();
        this.service = service;
        boolean given = settings.neo4jPassword() != null;
        this.access =
                new Access(settings.neo4jUsername(), given ? settings.neo4jPassword() : KeptPassword.of(home), !given);
        this.database = (GraphDatabaseAPI) service.database(settings.neo4jDatabase());
        ConnectorPortRegister ports = database.getDependencyResolver().resolveDependency(ConnectorPortRegister.class);
        String host = settings.urlHost();
        this.boltUri = URI.create("bolt://%s:%d"
                .formatted(host, ports.getLocalAddress(ConnectorType.BOLT).getPort()));
        this.browserUri = doors == Doors.BOLT
                ? null
                : URI.create("http://%s:%d/browser/"
                        .formatted(
                                host, ports.getLocalAddress(ConnectorType.HTTP).getPort()));
        this.browserGuard = new BrowserGuard(host, boltUri.getPort());
    }

    /**
     * Starts the server; takes about seven seconds in a fresh process. Where the settings have no password, it has the one that
     * is kept in the data folder, or else makes it.
     *
     * @param settings home, host, Bolt and Browser port, database name, password and further names are used
     * @throws org.tieline.model.TielineException.DatabaseUnavailable if another process uses the data folder, or the
     *     database cannot be started
     * @throws org.tieline.model.TielineException.BadSettings if a port or the host cannot be listened on
     */
    public static EmbeddedServer start(Settings settings) {
        return start(settings, Doors.BOLT_AND_BROWSER, UnaryOperator.identity());
    }

    /**
     * Starts the server without Neo4j Browser and Neo4j's HTTP API, for work that soon ends; else as {@link #start} does.
     *
     * @throws org.tieline.model.TielineException as {@link #start} does
     */
    public static EmbeddedServer startWithoutBrowser(Settings settings) {
        return start(settings, Doors.BOLT, UnaryOperator.identity());
    }

    /** @param more adds what Neo4j is told beside {@link Neo4jConfiguration} */
    static EmbeddedServer start(Settings settings, Doors doors, UnaryOperator<DatabaseManagementServiceBuilder> more) {
        LUCENE.setLevel(Level.SEVERE);
        BoltGate.prepare();
        Path folder = settings.home().resolve("neo4j");
        DatabaseManagementService service;
        StoreMaking making;
        try {
            making = StoreMaking.begin(folder);
            service = DiskRoom.start(
                    folder,
                    more.apply(Neo4jConfiguration.builder(settings, folder, doors == Doors.BOLT_AND_BROWSER))::build);
        } catch (RuntimeException e) {
            throw StartFailure.explain(e, settings, folder);
        }
        try {
            EmbeddedServer server = new EmbeddedServer(service, settings, doors);
            server.requireStarted();
            if (doors == Doors.BOLT_AND_BROWSER) {
                server.guardBrowser(settings);
            }
            server.setPassword();
            server.registerProcedures();
            making.finish();
            server.openBolt(settings);
            LOG.info("Neo4j listens at {}", server.boltUri);
            return server;
        } catch (RuntimeException e) {
            service.shutdown();
            throw StartFailure.explain(e, settings, folder);
        }
    }

    /** Neo4j starts without a database that it cannot start. */
    private void requireStarted() {
        DatabaseStateService<?> states = database.getDependencyResolver().resolveDependency(DatabaseStateService.class);
        states.causeOfFailure(database.databaseId()).ifPresent(cause -> {
            throw new StartFailure.Damaged(cause);
        });
    }

    /** They belong to the server and not to one of its databases. */
    private void registerProcedures() {
        try {
            GlobalProcedures procedures = database.getDependencyResolver().resolveDependency(GlobalProcedures.class);
            procedures.registerProcedure(TielineProcedures.class);
            procedures.registerProcedure(AskProcedure.class);
        } catch (ProcedureException e) {
            throw new IllegalStateException("the procedures cannot be registered: " + e.getMessage(), e);
        }
    }

    /** Before Neo4j's own handlers, with what the API asks too. */
    private void guardBrowser(Settings settings) {
        Gate gate = gate(settings);
        AbstractNeoWebServer web =
                (AbstractNeoWebServer) database.getDependencyResolver().resolveDependency(NeoWebServer.class);
        Server jetty = ((JettyWebServer) web.getWebServer()).getJetty();
        jetty.setErrorHandler(new RefusalPages());
        for (Connector connector : jetty.getConnectors()) {
            connector.getConnectionFactories().stream()
                    .filter(HttpConfiguration.ConnectionFactory.class::isInstance)
                    .map(factory -> ((HttpConfiguration.ConnectionFactory) factory).getHttpConfiguration())
                    .distinct()
                    .forEach(http -> {
                        gate.guard(http);
                        http.addCustomizer(browserGuard);
                    });
        }
    }

    private void openBolt(Settings settings) {
        if (!BoltGate.isInForce()) {
            throw new IllegalStateException("Netty does not ask who may speak WebSocket: it was used before the start");
        }
        // No page comes from port 0.
        int browserPort = browserUri == null ? 0 : browserUri.getPort();
        BoltGate.open(boltUri.getPort(), new BoltGate.Visitors(gate(settings).hosts(), browserPort));
    }

    private static Gate gate(Settings settings) {
        return Gate.of(
                settings.host(),
                settings.listensEverywhere(),
                settings.access().hosts(),
                settings.access().proxies());
    }

    /** Each start sets the password anew, so that a changed one holds from then on. */
    private void setPassword() {
        service.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME)
                .executeTransactionally(
                        "CREATE OR REPLACE USER $user SET PASSWORD $password CHANGE NOT REQUIRED",
                        Map.of("user", access.username(), "password", access.password()));
    }

    /** Where drivers connect: {@code bolt://host:port}. */
    public URI boltUri() {
        return boltUri;
    }

    /**
     * Has Neo4j Browser, if there is one, whenever somebody connects with it, from the next time on, take our style, draw what a query
     * returns and nothing between it, and play a guide beside the results.
     *
     * @param guide address of HTML that Browser can fetch; {@code style.grass} lies beside it
     */
    public void playWhenConnected(URI guide) {
        // As a frame among the results (:play) it would make way for the answer of the first command that is clicked in
        // it.
        browserGuard.allowGuide(guide);
        // The setting is read from the configuration at each connection, and the guide's port is free only after the
        // start.
        database.getDependencyResolver()
                .resolveDependency(Config.class)
                .set(
                        ServerSettings.browser_post_connect_cmd,
                        "style %s; config autoComplete: false; guide %s"
                                .formatted(guide.resolve("style.grass"), guide));
    }

    /** Where Neo4j Browser is, with what makes it connect when it was given the password; not without Browser. */
    public URI connectingBrowserUri() {
        return URI.create("%s?dbms=bolt://%s@%s".formatted(browserUri, access.username(), boltUri.getAuthority()));
    }

    /** How drivers and Browser get in. */
    public Access access() {
        return access;
    }

    /** Where Neo4j Browser is: {@code http://host:port/browser/}; null without Browser. */
    public @Nullable URI browserUri() {
        return browserUri;
    }

    /** The data folder. */
    public Path home() {
        return home;
    }

    /** The database, for reading and writing without the network. */
    public GraphDatabaseService database() {
        return database;
    }

    /** Stops listening, lets running transactions end for some seconds, and closes the files. */
    @Override
    public void close() {
        BoltGate.close(boltUri.getPort());
        service.shutdown();
    }
}
