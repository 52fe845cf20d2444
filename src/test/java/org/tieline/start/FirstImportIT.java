package org.tieline.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.Tieline;
import org.tieline.config.Settings;
import org.tieline.dataset.ManyFacts;
import org.tieline.model.Dataset;
import org.tieline.question.Snapshot;
import org.tieline.question.SnapshotBuilder;
import org.tieline.testing.OwnJava;
import org.tieline.testing.Patience;

/** {@code load} of a folder into a home without a database, in a process with little memory that is killed, and again. */
class FirstImportIT {
    private static final int ORGANIZATIONS = 10_000;
    private static final int TIES = 60_000;

    @TempDir
    private Path folder;

    @Test
    void shouldBeginAnewAfterAKillInAnImport() throws Exception {
        Path many = folder.resolve("many");
        new ManyFacts(ORGANIZATIONS, TIES).write(many, Dataset.UNVERSIONED);
        Path home = folder.resolve("home");
        Path unfinished = home.resolve("neo4j.unfinished");

        Process killed = load(many, home);
        try {
            Patience.await(() -> !killed.isAlive() || hasStore(unfinished));
            assertThat(killed.isAlive()).as(log()).isTrue();
        } finally {
            Patience.kill(killed);
        }
        assertThat(unfinished).exists();
        assertThat(home.resolve("neo4j")).doesNotExist();

        Process again = load(many, home);
        try {
            assertThat(Patience.await(again)).isTrue();
        } finally {
            Patience.kill(again);
        }

        assertThat(again.exitValue()).as(log()).isZero();
        assertThat(log())
                .contains("imported into an empty graph: %d organizations, %d ties".formatted(ORGANIZATIONS, TIES));
        assertThat(unfinished).doesNotExist();
        Settings settings = Settings.load(Map.of("TIELINE_HOME", home.toString()), null);
        try (Connection connection = Connection.visiting(settings)) {
            Snapshot snapshot = SnapshotBuilder.take(connection.reader());
            assertThat(snapshot.problems()).isEmpty();
            assertThat(snapshot.organizations()).hasSize(ORGANIZATIONS);
            assertThat(snapshot.search().graph().tieCount()).isEqualTo(TIES);
        }
    }

    private static boolean hasStore(Path unfinished) throws IOException {
        if (Files.notExists(unfinished)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(unfinished)) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith("neostore"));
        }
    }

    private Process load(Path many, Path home) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        OwnJava.command(List.of("-Xmx256m"), Tieline.class, "load", many.toString()))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        builder.environment().put("TIELINE_HOME", home.toString());
        return builder.start();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }
}
