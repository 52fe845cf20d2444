package org.tieline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.graph.Collected;
import org.tieline.graph.kernel.EmbeddedGraphReader;
import org.tieline.model.TielineException;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.EveryNight;
import org.tieline.testing.KilledProgram;
import org.tieline.testing.TestFacts;

/**
 * Every night: that another process uses the folder {@code ServeIT} sees in each build, and that what was committed is there
 * after a kill {@code KilledLoadIT}.
 */
@EveryNight
class KilledServerIT {
    @TempDir
    private Path home;

    @Test
    void shouldHoldTheDataAfterItsProcessWasKilled() throws Exception {
        try (KilledProgram program = KilledProgram.start(KilledProcess.class, home.toString())) {
            assertThat(program.line()).isEqualTo(KilledProcess.LOADED);
            assertThatThrownBy(() -> EmbeddedServer.start(EmbeddedNeo4jExtension.settings(home)))
                    .isInstanceOf(TielineException.DatabaseUnavailable.class)
                    .hasMessageStartingWith("another Tieline uses the data folder " + home);
        }

        try (EmbeddedServer server = EmbeddedServer.start(EmbeddedNeo4jExtension.settings(home))) {
            Collected collected = Collected.from(new EmbeddedGraphReader(server.database()));
            assertThat(collected.ties)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("summary")
                    .containsExactlyInAnyOrderElementsOf(TestFacts.dataset().ties());
            assertThat(collected.bans).isEqualTo(TestFacts.dataset().bans());
        }
    }
}
