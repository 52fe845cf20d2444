package org.tieline.graph.bolt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader.Limits;
import org.tieline.model.Dataset;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.TieType;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.TestFacts;

/** A process that loads a second data set step by step, says so in one line at a moment, and then waits to be killed. */
final class KilledLoad {
    static final String REACHED = "reached";

    private KilledLoad() {}

    /** The second data set: all facts of the first are others or gone. */
    static Dataset second() {
        List<Organization> organizations = List.of(
                TestFacts.organization("bt", "BT Group", OrganizationKind.CARRIER, "GB"),
                TestFacts.organization("huawei", "Huawei", OrganizationKind.VENDOR, "CN"),
                TestFacts.organization("vodafone", "Vodafone", OrganizationKind.CARRIER, "GB"));
        return new Dataset(
                "2.0.0",
                "b".repeat(64),
                organizations,
                List.of(
                        TestFacts.tie("huawei-supplies-bt", "huawei", TieType.SUPPLIES, "vodafone"),
                        TestFacts.tie("huawei-supplies-vodafone", "huawei", TieType.SUPPLIES, "vodafone")),
                List.of(),
                TestFacts.dataset().sources());
    }

    /** @param arguments the folder, and after how much of the work to wait: 0 before the first change */
    public static void main(String[] arguments) throws IOException {
        EmbeddedServer server =
                EmbeddedServer.startWithoutBrowser(EmbeddedNeo4jExtension.settings(Path.of(arguments[0])));
        long reached = Long.parseLong(arguments[1]);
        try (Neo4j neo4j =
                Neo4j.connect(server.boltUri(), "neo4j", server.access().password(), "neo4j")) {
            new DatasetLoader(neo4j, Clock.systemUTC()).load(TestFacts.dataset(), Progress.NONE);
            Limits steps = new Limits(0, 1, 0, Duration.ofMinutes(2));
            new DatasetLoader(neo4j, Clock.systemUTC(), steps).load(second(), (phase, done, total) -> {
                if (phase.equals(Progress.CHANGES) && done == reached) {
                    System.out.println(REACHED);
                    await();
                }
            });
        }
    }

    private static void await() {
        try {
            System.in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
