package org.tieline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.tieline.config.Settings;
import org.tieline.graph.bolt.ConnectionLimits;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.server.EmbeddedServer;

/** One embedded Neo4j on free ports for all test classes of a process, empty at the start of each test class but a {@link ShippedGraph}. */
public final class EmbeddedNeo4jExtension implements BeforeAllCallback, ParameterResolver {
    @Override
    public void beforeAll(ExtensionContext context) {
        Shared shared = Holder.SHARED;
        boolean shipped = context.getRequiredTestClass().isAnnotationPresent(ShippedGraph.class);
        if (!shared.holdsShipped.getAndSet(shipped) || !shipped) {
            empty(shared.server());
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == EmbeddedServer.class || type == Neo4j.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Neo4j.class ? Holder.SHARED.neo4j() : Holder.SHARED.server();
    }

    /** Removes all nodes and relationships; constraints and indexes stay. */
    public static void empty(EmbeddedServer server) {
        server.database().executeTransactionally("MATCH (n) DETACH DELETE n");
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
        private static final int CONNECTIONS = 50;

        private static final Shared SHARED = start();

        private static Shared start() {
            try {
                Path home = Files.createTempDirectory("tieline-test");
                EmbeddedServer server = EmbeddedServer.start(settings(home));
                Shared shared = new Shared(
                        home,
                        server,
                        Neo4j.connect(
                                server.boltUri(),
                                "neo4j",
                                server.access().password(),
                                "neo4j",
                                ConnectionLimits.unhurried(CONNECTIONS)),
                        new AtomicBoolean());
                Runtime.getRuntime().addShutdownHook(new Thread(shared::close, "embedded Neo4j of the tests ends"));
                return shared;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @param holdsShipped whether the last class was one that leaves the shipped data as they are */
    private record Shared(Path home, EmbeddedServer server, Neo4j neo4j, AtomicBoolean holdsShipped) {
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
