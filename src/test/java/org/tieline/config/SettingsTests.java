package org.tieline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.model.TielineException;

class SettingsTests {
    @TempDir
    private Path folder;

    @Test
    void shouldHaveDefaults() {
        assertThat(Settings.load(Map.of("XDG_DATA_HOME", folder.toString()), null))
                .isEqualTo(new Settings(
                        PlatformFolder.of(
                                System.getProperty("os.name"),
                                System.getProperty("user.home"),
                                Map.of("XDG_DATA_HOME", folder.toString())),
                        "127.0.0.1",
                        7070,
                        7474,
                        7687,
                        null,
                        null,
                        "neo4j",
                        null,
                        "neo4j",
                        new ApiSettings(
                                List.of(),
                                List.of(),
                                Duration.ofSeconds(30),
                                null,
                                0,
                                32,
                                Duration.ofSeconds(60),
                                ApiSettings.LogFormat.TEXT,
                                false),
                        new DatabaseSettings(50, Duration.ofSeconds(5), Duration.ofSeconds(15)),
                        new WebhookSettings(false, Duration.ofSeconds(15), 20),
                        new AccessSettings(List.of(), List.of())));
    }

    @Test
    void shouldTakeEverySettingFromFileAndEnvironment() throws IOException {
        Path file = Files.writeString(folder.resolve("tieline.properties"), """
                TIELINE_HOST=0.0.0.0
                TIELINE_PORT=1
                TIELINE_BROWSER_PORT=2
                TIELINE_BOLT_PORT=3
                NEO4J_URI=neo4j+s://graph.example.org
                NEO4J_USERNAME=reader
                NEO4J_DATABASE=telecom
                TIELINE_CORS_ORIGINS=https://example.org, http://localhost:3000
                TIELINE_EMBED_ORIGINS=https://news.example.org
                TIELINE_HOSTS=Graph.example.org, tieline
                TIELINE_TRUSTED_PROXIES=10.0.0.2,fd00::/8
                TIELINE_REQUEST_TIMEOUT=PT1M30S
                TIELINE_RATE_LIMIT=600
                TIELINE_KEPT_ANSWERS=8
                TIELINE_READY_GRACE=5
                TIELINE_LOG_FORMAT=json
                TIELINE_WEBHOOK_PRIVATE=yes
                TIELINE_WEBHOOK_TIMEOUT=4
                TIELINE_MOST_SUBSCRIPTIONS=3
                NEO4J_MAX_CONNECTIONS=7
                NEO4J_CONNECT_TIMEOUT=2
                NEO4J_READ_TIMEOUT=PT2.5S
                """);

        Settings settings = Settings.load(
                Map.of(
                        "TIELINE_HOME", folder.toString(),
                        "TIELINE_DATA", folder.resolve("data").toString(),
                        "TIELINE_PORT", "8080",
                        "TIELINE_API_KEYS_FILE", folder.resolve("keys").toString(),
                        "TIELINE_ACCESS_LOG", "Yes",
                        "NEO4J_PASSWORD", "short",
                        "NEO4J_HOME", "of another program"),
                file);

        assertThat(settings)
                .isEqualTo(new Settings(
                        folder,
                        "0.0.0.0",
                        8080,
                        2,
                        3,
                        folder.resolve("data"),
                        URI.create("neo4j+s://graph.example.org"),
                        "reader",
                        "short",
                        "telecom",
                        new ApiSettings(
                                List.of("https://example.org", "http://localhost:3000"),
                                List.of("https://news.example.org"),
                                Duration.ofSeconds(90),
                                folder.resolve("keys"),
                                600,
                                8,
                                Duration.ofSeconds(5),
                                ApiSettings.LogFormat.JSON,
                                true),
                        new DatabaseSettings(7, Duration.ofSeconds(2), Duration.ofMillis(2500)),
                        new WebhookSettings(true, Duration.ofSeconds(4), 3),
                        new AccessSettings(List.of("graph.example.org", "tieline"), List.of("10.0.0.2", "fd00::/8"))));
        assertThat(settings.embedded()).isFalse();
        assertThat(settings.toString()).doesNotContain("short").contains("reader");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bin/tieline", "Dockerfile"})
    void shouldKnowEveryNameThatTheDistributionSets(String file) throws IOException {
        String text = Files.readString(Path.of("src/main/distribution").resolve(file));
        List<String> names = Pattern.compile("\\bTIELINE_[A-Z_]+\\b")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        List<String> settings = Stream.of(Setting.values()).map(Setting::name).toList();

        assertThat(names).contains("TIELINE_JAVA_OPTIONS");
        for (String name : names) {
            if (!settings.contains(name)) {
                assertThat(Settings.load(Map.of(name, "-Xmx64m"), null).port()).isEqualTo(7070);
            }
        }
    }

    @Test
    void shouldSayWhereTheOptionsOfTheLauncherBelong() throws IOException {
        Path file = Files.writeString(folder.resolve("tieline.properties"), "TIELINE_JAVA_OPTIONS=-Xmx1g\n");

        assertThatThrownBy(() -> Settings.load(Map.of("TIELINE_JAVA_OPTS", "-Xmx1g"), file))
                .isInstanceOf(TielineException.BadSettings.class)
                .hasMessageContainingAll(
                        "TIELINE_JAVA_OPTIONS in " + file + " has no effect there: it belongs into the environment",
                        "TIELINE_JAVA_OPTS in the environment is no setting; did you mean TIELINE_JAVA_OPTIONS?");
    }

    @Test
    void shouldReportEverythingAtOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("tieline.properties"), "TIELINE_PROT=1\nneo4j.uri=bolt://x\n");

        assertThatThrownBy(() -> Settings.load(
                        Map.of(
                                "TIELINE_BOLTPORT", "7",
                                "TIELINE_PORT", "70000",
                                "TIELINE_HOST", "0.0.0.0",
                                "NEO4J_DATABASE", "other"),
                        file))
                .isInstanceOf(TielineException.BadSettings.class)
                .hasMessageContainingAll(
                        "TIELINE_PROT in " + file + " is no setting; did you mean TIELINE_PORT?",
                        "neo4j.uri in " + file + " is no setting; did you mean NEO4J_URI?",
                        "TIELINE_BOLTPORT in the environment is no setting; did you mean TIELINE_BOLT_PORT?",
                        "TIELINE_PORT must be a port from 0 to 65535 (0 picks a free one), was 70000",
                        "TIELINE_HOST is 0.0.0.0, which others can reach: set NEO4J_PASSWORD",
                        "NEO4J_DATABASE must be neo4j with the embedded database, was other");
    }

    @ParameterizedTest
    @CsvSource({
        "TIELINE_PORT, abc, TIELINE_PORT must be a port",
        "TIELINE_PORT, 7687, TIELINE_BOLT_PORT must be another port than TIELINE_PORT",
        "NEO4J_PASSWORD, seven77, 'NEO4J_PASSWORD must have at least 8 characters with the embedded database, had 7'",
        "TIELINE_CORS_ORIGINS, '*, https://example.org/page', TIELINE_CORS_ORIGINS must be * or origins like https://example.org",
        "TIELINE_EMBED_ORIGINS, example.org, TIELINE_EMBED_ORIGINS must be * or origins like https://example.org",
        "TIELINE_REQUEST_TIMEOUT, soon, 'TIELINE_REQUEST_TIMEOUT must be a number of seconds like 5, or a duration'",
        "TIELINE_REQUEST_TIMEOUT, -1, TIELINE_REQUEST_TIMEOUT must be",
        "TIELINE_REQUEST_TIMEOUT, PT-1S, TIELINE_REQUEST_TIMEOUT must be",
        "TIELINE_READY_GRACE, P2D, TIELINE_READY_GRACE must be",
        "TIELINE_KEPT_ANSWERS, 1GB, 'TIELINE_KEPT_ANSWERS must be a number of megabytes from 0 to 99999, was 1GB'",
        "TIELINE_RATE_LIMIT, many, 'TIELINE_RATE_LIMIT must be a whole number, 0 for no limit, was many'",
        "TIELINE_LOG_FORMAT, xml, 'TIELINE_LOG_FORMAT must be json or text, was xml'",
        "TIELINE_ACCESS_LOG, true, 'TIELINE_ACCESS_LOG must be no or yes, was true'",
        "NEO4J_URI, http://localhost, NEO4J_URI must be an address like neo4j://host:7687",
        "NEO4J_URI, bolt://me:secret@localhost, NEO4J_URI must be an address like neo4j://host:7687",
        "NEO4J_MAX_CONNECTIONS, 0, 'NEO4J_MAX_CONNECTIONS must be a number from 1 to 9999, was 0'",
        "NEO4J_CONNECT_TIMEOUT, 0, NEO4J_CONNECT_TIMEOUT must be a number of seconds like 5",
        "NEO4J_CONNECT_TIMEOUT, PT999999999999999H, NEO4J_CONNECT_TIMEOUT must be a number of seconds like 5",
        "NEO4J_READ_TIMEOUT, soon, NEO4J_READ_TIMEOUT must be a number of seconds like 5",
        "NEO4J_READ_TIMEOUT, P2D, NEO4J_READ_TIMEOUT must be a number of seconds like 5",
    })
    void shouldRefuse(String name, String value, String message) {
        assertThatThrownBy(() -> Settings.load(Map.of(name, value), null))
                .isInstanceOf(TielineException.BadSettings.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bolt://h",
                "bolt+s://h:1",
                "bolt+ssc://127.0.0.1:7687/",
                "neo4j://[::1]:7687",
                "neo4j+s://h.example.org",
                "neo4j+ssc://h?policy=eu"
            })
    void shouldTakeEveryFormOfAnAddress(String address) {
        assertThat(Settings.load(Map.of("NEO4J_URI", address), null).neo4jUri()).isEqualTo(URI.create(address));
    }

    @ParameterizedTest
    @CsvSource({
        "http://h, 'it must begin with one of bolt, bolt+s, bolt+ssc, neo4j, neo4j+s, neo4j+ssc'",
        "graph.example.org:7687, it must begin with one of",
        "bolt://me:secret@h, they belong into NEO4J_USERNAME and NEO4J_PASSWORD",
        "bolt://me:secret@graph_db, they belong into NEO4J_USERNAME and NEO4J_PASSWORD",
        "neo4j://graph_db, 'it has no host, or one with other characters'",
        "neo4j://, what was given is no address",
        "neo4j://h:70000, 'its port must be from 1 to 65535, was 70000'",
        "neo4j://h/telecom, it has a path; the name of the database belongs into NEO4J_DATABASE",
        "bolt://h?policy=eu, what follows the port is for neo4j:// alone",
    })
    void shouldSayWhatIsWrongWithAnAddress(String address, String message) {
        assertThatThrownBy(() -> Settings.load(Map.of("NEO4J_URI", address), null))
                .isInstanceOf(TielineException.BadSettings.class)
                .hasMessageContaining(": " + message)
                .hasMessageNotContaining("secret");
    }

    @Test
    void shouldTakeBlankAsNotGiven() throws IOException {
        Path file = Files.writeString(folder.resolve("tieline.properties"), "NEO4J_URI=bolt://x\n");

        assertThat(Settings.load(Map.of("NEO4J_URI", ""), file).embedded()).isTrue();
    }

    @Test
    void shouldRefuseAFileThatIsNotThere() {
        assertThatThrownBy(() -> Settings.load(Map.of(), folder.resolve("missing")))
                .isInstanceOf(TielineException.BadSettings.class)
                .hasMessageContaining("missing cannot be read");
    }

    @Test
    void shouldKeepDataWhereThePlatformKeepsThem() {
        assertThat(PlatformFolder.of("Linux", "/home/ada", Map.of()))
                .isEqualTo(Path.of("/home/ada/.local/share/tieline"));
        assertThat(PlatformFolder.of("Linux", "/home/ada", Map.of("XDG_DATA_HOME", "/data")))
                .isEqualTo(Path.of("/data/tieline"));
        assertThat(PlatformFolder.of("Mac OS X", "/Users/ada", Map.of()))
                .isEqualTo(Path.of("/Users/ada/Library/Application Support/Tieline"));
        assertThat(PlatformFolder.of("Windows 11", "/home/ada", Map.of("LOCALAPPDATA", "/local")))
                .isEqualTo(Path.of("/local/Tieline"));
    }
}
