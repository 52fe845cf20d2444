package org.tieline.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.TestFacts;

/** A process that loads a data set, says so in one line, and then waits to be killed. */
final class KilledProcess {
    static final String LOADED = "loaded";

    private KilledProcess() {}

    public static void main(String[] arguments) throws IOException {
        EmbeddedServer server = EmbeddedServer.start(EmbeddedNeo4jExtension.settings(Path.of(arguments[0])));
        try (Neo4j neo4j =
                Neo4j.connect(server.boltUri(), "neo4j", server.access().password(), "neo4j")) {
            new DatasetLoader(neo4j, Clock.systemUTC()).load(TestFacts.dataset(), Progress.NONE);
            System.out.println(LOADED);
            System.in.read();
        }
    }
}
