package org.tieline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.Run;

/** Loads the shipped data into a running database. */
@ExtendWith(EmbeddedNeo4jExtension.class)
class LoadCommandTests {
    @Test
    void shouldTellWhatALoadChanged(EmbeddedServer server) {
        Map<String, String> environment = Map.of(
                "NEO4J_URI",
                server.boltUri().toString(),
                "NEO4J_PASSWORD",
                server.access().password());

        Run load = Run.of(environment, "load", "seed-data");

        assertThat(load.code()).isZero();
        assertThat(load.lines()).hasSize(8);
        assertThat(load.lines().get(0)).matches("data set \\S+, sha256 [0-9a-f]{64}");
        assertThat(load.lines().get(2)).matches("ties: [1-9]\\d* added, 0 updated, 0 removed, 0 unchanged");

        Run again = Run.of(environment, "load", "seed-data");

        assertThat(again.lines().get(2)).matches("ties: 0 added, 0 updated, 0 removed, [1-9]\\d* unchanged");
    }
}
