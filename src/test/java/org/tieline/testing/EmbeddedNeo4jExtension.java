package org.tieline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.tieline.config.Settings;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.ConnectionLimits;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.model.Dataset;
import org.tieline.server.EmbeddedServer;
import org.tieline.server.ServerOfTests;

/**
 * One embedded Neo4j on free ports for all test classes of a process, empty at the start of each test class; and another for
 * those that are a {@link ShippedGraph}.
 */
public final class EmbeddedNeo4jExtension implements BeforeAllCallback, ParameterResolver {
    private static final Map<Dataset, KeptGraph> FILLED = new ConcurrentHashMap<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        if (!isShipped(context)) {
            empty(Holder.SHARED.server());
        }
    }

    private static boolean isShipped(ExtensionContext context) {
        return context.getRequiredTestClass().isAnnotationPresent(ShippedGraph.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == EmbeddedServer.class || type == Neo4j.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Shared shared = isShipped(context) ? ShippedHolder.SHARED : Holder.SHARED;
        return parameter.getParameter().getType() == Neo4j.class ? shared.neo4j() : shared.server();
    }

    /** Removes all nodes and relationships; constraints and indexes stay. */
    public static void empty(EmbeddedServer server) {
        server.database().executeTransactionally("MATCH (n) DETACH DELETE n");
    }

    /** Makes the graph hold a small data set and nothing else, as the loader does, who is asked the first time alone. */
    public static void fill(EmbeddedServer server, Neo4j neo4j, Dataset dataset) {
        empty(server);
        KeptGraph kept = FILLED.get(dataset);
        if (kept == null) {
            new DatasetLoader(neo4j, Clock.systemUTC()).load(dataset, Progress.NONE);
            FILLED.put(dataset, KeptGraph.of(server.database()));
        } else {
            kept.giveBack(server.database());
        }
    }

    /** Settings of an embedded server on free ports with its files under a folder. */
    public static Settings settings(Path home) {
        return Settings.load(
                Map.of(
                        "TIELINE_HOME", home.toString(),
                        "TIELINE_PORT", "0",
                        "TIELINE_BROWSER_PORT", "0",
                        "TIELINE_BOLT_PORT", "0"),
                null);
    }

    /** Of this process, as Maven runs each class that it deals to one of several processes as a test run of its own. */
    private static final class Holder {
        private static final Shared SHARED = Shared.start(false);
    }

    /** The same for the shipped data, which are there if they were prepared; else the first class that wants them loads them. */
    private static final class ShippedHolder {
        private static final Shared SHARED = Shared.start(true);
    }

    private record Shared(Path home, EmbeddedServer server, Neo4j neo4j) {
        private static final int CONNECTIONS = 50;

        static Shared start(boolean withData) {
            try {
                Path home = Files.createTempDirectory("tieline-test");
                if (withData) {
                    Served.withData(home);
                }
                EmbeddedServer server = ServerOfTests.start(settings(home));
                Neo4j neo4j = Neo4j.connect(
                        server.boltUri(),
                        "neo4j",
                        server.access().password(),
                        "neo4j",
                        ConnectionLimits.unhurried(CONNECTIONS));
                Shared shared = new Shared(home, server, neo4j);
                Runtime.getRuntime().addShutdownHook(new Thread(shared::close, "embedded Neo4j of the tests ends"));
                return shared;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void close() {
            neo4j.close();
            server.close();
            try {
                Folders.delete(home);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
