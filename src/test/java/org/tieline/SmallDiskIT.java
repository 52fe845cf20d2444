package org.tieline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.testing.Patience;
import org.tieline.testing.Run;
import org.tieline.testing.Served;

/** What happens when the disk is full, when it has room again, and when nobody may write to it. */
class SmallDiskIT {
    private static final int SMALL = 48;
    private static final Duration TIMEOUT = Patience.LONGEST;

    @TempDir
    private Path folder;

    @Test
    void shouldSayThatTheDatabaseHasGivenUpAndStartAgainWhenThereIsRoom() throws Exception {
        Path disk = folder.resolve("disk");
        Path home = disk.resolve("home");
        try (SmallDisk small = SmallDisk.at(disk, SMALL)) {
            try (Served served = Served.start(Served.withData(home), folder.resolve("full.log"), Map.of())) {
                URI api = served.address("API");
                assertThat(Served.get(api.resolve("/health/ready")).statusCode())
                        .isEqualTo(200);
                String password = served.password();
                fill(served.address("Bolt"), password);

                awaitStatus(api.resolve("/health/ready"), 503);
                assertThat(Served.get(api.resolve("/health/ready")).body())
                        .contains("the embedded database has given up", "see that its disk has room");
                assertThat(Served.get(api.resolve("/metrics")).body()).contains("\ntieline_database_up 0.0\n");
                assertThat(Served.get(api.resolve("/health/live")).statusCode()).isEqualTo(200);
                assertThat(Served.get(URI.create(api + "/export?format=csv")).statusCode())
                        .as("copies the database")
                        .isEqualTo(503);
                for (String asked : List.of(
                        "exposures?vendor=huawei&asOf=2018-12-08",
                        "organizations/huawei",
                        "search?q=huawei",
                        "sources/reuters-2018-12-07-japan-ban")) {
                    assertThat(Served.get(URI.create(api + "/" + asked)).statusCode())
                            .as("%s is answered from memory", asked)
                            .isEqualTo(200);
                }
            }
            try (Served served = Served.start(home, folder.resolve("still-full.log"), Map.of())) {
                assertThat(served.exitCode()).isIn(2, 4);
                assertThat(served.log()).doesNotContain("\tat org.tieline");
            }
            small.resize(8 * SMALL);
            try (Served served = Served.start(home, folder.resolve("room.log"), Map.of())) {
                URI example = served.address("Try");
                awaitStatus(example.resolve("/health/ready"), 200);
                assertThat(Served.get(example).body()).contains("\"sprint\"");
            }
        }
    }

    @Test
    void shouldSayInOneLineThatTheFolderCannotBeWrittenTo() throws Exception {
        try (SmallDisk disk = SmallDisk.at(folder.resolve("disk"), 1)) {
            disk.makeReadOnly();
            Path home = folder.resolve("disk").resolve("home");
            for (String command : List.of("serve", "load seed-data", "ask exposures")) {
                Run run = Run.of(Served.environment(home), command.split(" "));

                assertThat(run.code()).as(command).isEqualTo(2);
                assertThat(run.err().lines())
                        .as(command)
                        .singleElement(STRING)
                        .startsWith("TIELINE_HOME must be a folder that can be written to, was " + home)
                        .contains("Read-only");
            }
        }
    }

    private static void fill(URI bolt, String password) {
        try (Neo4j neo4j = Neo4j.connect(bolt, "neo4j", password, "neo4j")) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 10_000; i++) {
                            neo4j.write(tx -> tx.run(
                                            "UNWIND range(1, 50) AS i CREATE (:Filling {text: $text, i: i})",
                                            Map.of("text", "x".repeat(2_000)))
                                    .consume());
                        }
                    })
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("see that the disk of the database has room");
        }
    }

    private static void awaitStatus(URI uri, int status) throws IOException, InterruptedException {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (Served.get(uri).statusCode() != status) {
            assertThat(System.nanoTime()).as("%s never was %d", uri, status).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}
