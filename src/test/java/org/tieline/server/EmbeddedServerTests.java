package org.tieline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.config.Settings;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.model.TielineException;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.Patience;

@ExtendWith(EmbeddedNeo4jExtension.class)
class EmbeddedServerTests {
    @TempDir
    private Path home;

    @Test
    void shouldBeReachableByRoutingDriversOnAFreePort(EmbeddedServer server) {
        URI routing = URI.create(server.boltUri().toString().replace("bolt:", "neo4j:"));
        try (Neo4j neo4j = Neo4j.connect(routing, "neo4j", server.access().password(), "neo4j")) {
            neo4j.verify();
            assertThat(neo4j.<Long>read(
                            tx -> tx.run("RETURN 1 AS one").single().get("one").asLong()))
                    .isEqualTo(1);
        }
    }

    @Test
    void shouldShowNeo4jBrowser(EmbeddedServer server) throws IOException, InterruptedException {
        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.browserUri())
                                .timeout(Patience.LONGEST)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Neo4j Browser");
    }

    @Test
    void shouldTellBrowserWhatToPlayAndFromWhere(EmbeddedServer server) {
        server.playWhenConnected(URI.create("http://127.0.0.1:7071/browser/guide.html"));

        Map<String, Object> told = new TreeMap<>();
        server.database()
                .executeTransactionally(
                        "CALL dbms.clientConfig() YIELD name, value RETURN name, value", Map.of(), result -> {
                            result.stream().forEach(row -> told.put(row.get("name") + "", row.get("value")));
                            return null;
                        });

        assertThat(told)
                .containsEntry(
                        "browser.post_connect_cmd",
                        "style http://127.0.0.1:7071/browser/style.grass; config autoComplete: false; "
                                + "guide http://127.0.0.1:7071/browser/guide.html")
                .containsEntry("browser.remote_content_hostname_whitelist", "guides.neo4j.com,localhost,127.0.0.1");
    }

    @Test
    void shouldGiveAnAddressThatConnectsOnceItHasThePassword(EmbeddedServer server) {
        assertThat(server.connectingBrowserUri())
                .hasToString(server.browserUri() + "?dbms=bolt://neo4j@"
                        + server.boltUri().getAuthority());
    }

    @Test
    void shouldSpeakCypher25(EmbeddedServer server) {
        Object language = server.database()
                .executeTransactionally(
                        "SHOW SETTINGS 'db.query.default_language' YIELD value RETURN value",
                        Map.of(),
                        result -> result.next().get("value"));

        assertThat(language).isEqualTo("CYPHER_25");
    }

    @Test
    void shouldSayWhichFolderIsInUse(EmbeddedServer server) {
        Path folder = server.home();

        assertThatThrownBy(() -> EmbeddedServer.start(EmbeddedNeo4jExtension.settings(folder)))
                .isInstanceOf(TielineException.DatabaseUnavailable.class)
                .hasMessageStartingWith("another Tieline uses the data folder " + folder)
                .hasMessageContaining("TIELINE_HOME");
    }

    @Test
    void shouldMakeAnewWhatAFirstStartDidNotFinish() throws IOException {
        EmbeddedServer.startWithoutBrowser(settings(Map.of())).close();
        Path neo4j = home.resolve("neo4j");
        Path unfinished = neo4j.resolve("unfinished");
        assertThat(unfinished).doesNotExist();
        damage(neo4j.resolve("data/databases/system/neostore"));
        Files.createFile(unfinished);

        try (EmbeddedServer server = EmbeddedServer.startWithoutBrowser(settings(Map.of()))) {
            assertThat(server.database().isAvailable()).isTrue();
        }
        assertThat(unfinished).doesNotExist();
    }

    private static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 0, Math.min(bytes.length, 8192), (byte) 7);
        Files.write(file, bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"transactions/neo4j/neostore.transaction.db.0", "databases/neo4j/neostore"})
    void shouldSayInOneLineWhatIsDamagedAndWhatCanBeDone(String damaged) throws IOException {
        EmbeddedServer.startWithoutBrowser(settings(Map.of())).close();
        Path data = home.resolve("neo4j").resolve("data");
        damage(data.resolve(damaged));

        assertThatThrownBy(() -> EmbeddedServer.start(settings(Map.of())))
                .isInstanceOf(TielineException.DatabaseUnavailable.class)
                .hasMessageStartingWith("the database in %s is damaged and cannot be started: ".formatted(data))
                .hasMessageContaining("Move %s away and start again".formatted(home.resolve("neo4j")))
                .extracting(failure -> failure.getMessage().lines().count())
                .isEqualTo(1L);
    }

    @Test
    void shouldSayWhichPortIsBusyAndStartOnceItIsFree() throws IOException {
        int bolt;
        int browser;
        try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket second = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            bolt = first.getLocalPort();
            browser = second.getLocalPort();
            assertThatThrownBy(() -> EmbeddedServer.start(settings(Map.of("TIELINE_BOLT_PORT", "" + bolt))))
                    .isInstanceOf(TielineException.BadSettings.class)
                    .hasMessageStartingWith("TIELINE_BOLT_PORT is " + bolt);
            assertThatThrownBy(() -> EmbeddedServer.start(settings(Map.of("TIELINE_BROWSER_PORT", "" + browser))))
                    .isInstanceOf(TielineException.BadSettings.class)
                    .hasMessageContaining("TIELINE_BROWSER_PORT is " + browser);
        }
        try (EmbeddedServer server = EmbeddedServer.start(
                settings(Map.of("TIELINE_BOLT_PORT", "" + bolt, "TIELINE_BROWSER_PORT", "" + browser)))) {
            assertThat(server.boltUri()).hasPort(bolt);
            assertThat(server.browserUri()).hasPort(browser);
        }
    }

    @Test
    void shouldAskForThePasswordOfTheLatestStartAtAnyAddress() {
        Map<String, String> hosts = new TreeMap<>(Map.of("first-password", "127.0.0.1", "second-password", "0.0.0.0"));
        for (String password : hosts.keySet()) {
            try (EmbeddedServer server = EmbeddedServer.startWithoutBrowser(
                            settings(Map.of("NEO4J_PASSWORD", password, "TIELINE_HOST", hosts.get(password))));
                    Neo4j right = Neo4j.connect(server.boltUri(), "neo4j", password, "neo4j");
                    Neo4j wrong = Neo4j.connect(server.boltUri(), "neo4j", "not-" + password, "neo4j")) {
                right.verify();
                assertThatThrownBy(wrong::verify)
                        .isInstanceOf(TielineException.DatabaseUnavailable.class)
                        .hasMessageContaining("check NEO4J_USERNAME and NEO4J_PASSWORD");
            }
        }
        String made;
        try (EmbeddedServer server = EmbeddedServer.startWithoutBrowser(settings(Map.of()));
                Neo4j open =
                        Neo4j.connect(server.boltUri(), "neo4j", server.access().password(), "neo4j")) {
            open.verify();
            made = server.access().password();
            assertThat(made)
                    .matches("[\\w-]{22}")
                    .isEqualTo(KeptPassword.read(home).orElseThrow());
        }
        try (EmbeddedServer server = EmbeddedServer.startWithoutBrowser(settings(Map.of()));
                Neo4j again = Neo4j.connect(server.boltUri(), "neo4j", made, "neo4j")) {
            again.verify();
        }
    }

    private Settings settings(Map<String, String> given) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "TIELINE_HOME", home.toString(),
                "TIELINE_PORT", "0",
                "TIELINE_BROWSER_PORT", "0",
                "TIELINE_BOLT_PORT", "0"));
        environment.putAll(given);
        return Settings.load(environment, null);
    }
}
