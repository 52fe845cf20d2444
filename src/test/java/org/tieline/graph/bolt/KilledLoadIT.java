package org.tieline.graph.bolt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

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
import org.tieline.graph.LoadedDataset;
import org.tieline.model.Tie;
import org.tieline.start.Connection;
import org.tieline.start.FirstData;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.Patience;

/** A process that is killed while it changes facts; {@link LoadJournalTests} ends loads at every other moment. */
class KilledLoadIT {
    @TempDir
    private Path home;

    /** At once: the lease of a process that is no more need not run out. */
    @Test
    void shouldBeGoneOnWithByTheNextStart() throws Exception {
        Process process = start("3");
        try (BufferedReader output = process.inputReader()) {
            assertThat(Patience.get(CompletableFuture.supplyAsync(() -> line(output))))
                    .isEqualTo(KilledLoad.REACHED);
        } finally {
            Patience.kill(process);
        }

        try (Connection connection = FirstData.visiting(EmbeddedNeo4jExtension.settings(home))) {
            Collected collected = Collected.from(connection.reader());
            assertThat(collected.datasets).extracting(LoadedDataset::version).containsExactly("2.0.0");
            assertThat(collected.organizations)
                    .containsExactlyInAnyOrderElementsOf(KilledLoad.second().organizations());
            assertThat(collected.ties)
                    .extracting(Tie::id, Tie::to)
                    .containsExactlyInAnyOrderElementsOf(KilledLoad.second().ties().stream()
                            .map(tie -> tuple(tie.id(), tie.to()))
                            .toList());
            assertThat(collected.problems).isEmpty();
        }
    }

    /** A Java like this one. */
    private Process start(String reached) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-classpath",
                System.getProperty("java.class.path"),
                KilledLoad.class.getName(),
                home.toString(),
                reached));
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
