package org.tieline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.graph.Collected;
import org.tieline.graph.kernel.EmbeddedGraphReader;
import org.tieline.model.TielineException;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.Patience;
import org.tieline.testing.TestFacts;

class KilledServerIT {
    @TempDir
    private Path home;

    @Test
    void shouldHoldTheDataAfterItsProcessWasKilled() throws Exception {
        Process process = start();
        try (BufferedReader output = process.inputReader()) {
            assertThat(Patience.get(CompletableFuture.supplyAsync(() -> line(output))))
                    .isEqualTo(KilledProcess.LOADED);
            assertThatThrownBy(() -> EmbeddedServer.start(EmbeddedNeo4jExtension.settings(home)))
                    .isInstanceOf(TielineException.DatabaseUnavailable.class)
                    .hasMessageStartingWith("another Tieline uses the data folder " + home);
        } finally {
            Patience.kill(process);
        }

        try (EmbeddedServer server = EmbeddedServer.start(EmbeddedNeo4jExtension.settings(home))) {
            Collected collected = Collected.from(new EmbeddedGraphReader(server.database()));
            assertThat(collected.ties)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("summary")
                    .containsExactlyInAnyOrderElementsOf(TestFacts.dataset().ties());
            assertThat(collected.bans).isEqualTo(TestFacts.dataset().bans());
        }
    }

    /** A Java like this one. */
    private Process start() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-classpath", System.getProperty("java.class.path"), KilledProcess.class.getName(), home.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String line(BufferedReader output) {
        try {
            return output.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
