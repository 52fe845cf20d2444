package org.tieline.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.testing.Run;
import org.tieline.testing.Served;

/** Settings that look well and turn out to be unusable when they are used: one line each, and the exit code 2. */
class UnusableSettingsTests {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"serve", "load seed-data", "ask exposures", "export --format csv --to out.zip"})
    void shouldRefuseAHomeThatIsAFileOrBelowOne(String command) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        for (Path home : new Path[] {file, file.resolve("home")}) {
            refuses(command, home, Map.of(), "TIELINE_HOME must be a folder that can be written to, was " + home);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lock", "bolt-address/kept", "api-address/kept", "api-address.new/kept"})
    void shouldRefuseAHomeWhereSomethingStandsInTheWay(String inTheWay) throws IOException {
        Files.createDirectories(folder.resolve(inTheWay));

        refuses("serve", folder, Map.of(), "TIELINE_HOME must be a folder that can be written to, was " + folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "load seed-data"})
    void shouldRefuseAKeptPasswordThatCannotBeRead(String command) throws IOException {
        Files.createDirectories(folder.resolve("password"));

        refuses(
                command,
                folder,
                Map.of(),
                "TIELINE_HOME must be a folder with a password in the file password that can be read");
    }

    @Test
    void shouldRefuseAFileOfKeysThatCannotBeRead() {
        refuses("serve", folder, Map.of("TIELINE_API_KEYS_FILE", folder.toString()), "the keys in " + folder);
    }

    @Test
    void shouldRefuseDataThatAreNoFolderBeforeTheDatabaseIsStarted() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Path home = folder.resolve("home");

        for (Path data : new Path[] {file, folder.resolve("nowhere")}) {
            refuses(
                    "serve",
                    home,
                    Map.of("TIELINE_DATA", data.toString()),
                    "TIELINE_DATA must be a folder of CSV files, was " + data);
        }
        assertThat(home.resolve("neo4j")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"TIELINE_PORT", "TIELINE_BROWSER_PORT", "TIELINE_BOLT_PORT"})
    void shouldNoticeATakenPortBeforeTheDatabaseIsStarted(String setting) throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(other.getLocalPort());

            refuses(
                    "serve",
                    folder,
                    Map.of(setting, port),
                    "%s is %s, which cannot be listened on".formatted(setting, port));
        }
        assertThat(folder.resolve("neo4j")).doesNotExist();
    }

    private static void refuses(String command, Path home, Map<String, String> more, String message) {
        Map<String, String> environment = new HashMap<>(Served.environment(home));
        environment.putAll(more);

        Run run = Run.of(environment, command.split(" "));

        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.err().lines()).singleElement(STRING).startsWith(message);
        assertThat(run.out()).isEmpty();
    }
}
