package org.tieline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.graphdb.QueryExecutionException;
import org.tieline.testing.EmbeddedNeo4jExtension;

/** What somebody gets out of the ports of the embedded database who should get nothing. */
@ExtendWith(EmbeddedNeo4jExtension.class)
class StrangerTests {
    private static final String QUERY = "{\"statement\":\"RETURN 'an' + 'swered' AS answer\"}";
    private static final String EVIL = "http://evil.example";

    /** Sends a request and reads until the server closes. */
    private static String ask(URI server, String request, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return exchange(server, request + " HTTP/1.1\r\n" + more + "Connection: close\r\n\r\n", false);
    }

    private static String exchange(URI server, String request, boolean headAlone) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            if (!headAlone) {
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            }
            StringBuilder head = new StringBuilder();
            int next;
            while (head.indexOf("\r\n\r\n") < 0
                    && (next = socket.getInputStream().read()) >= 0) {
                head.append((char) next);
            }
            return head.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String query(EmbeddedServer server, String... headers) {
        return exchange(
                server.browserUri(),
                "POST /db/neo4j/query/v2 HTTP/1.1\r\n" + String.join("\r\n", headers)
                        + "\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                                .formatted(QUERY.length(), QUERY),
                false);
    }

    private static String basic(EmbeddedServer server) {
        return "Authorization: Basic "
                + Base64.getEncoder()
                        .encodeToString(("neo4j:" + server.access().password()).getBytes(StandardCharsets.UTF_8));
    }

    private static String own(URI server) {
        return "Host: " + server.getAuthority();
    }

    @Test
    void shouldAnswerQueriesOfThoseWhoKnowThePassword(EmbeddedServer server) {
        String own = own(server.browserUri());

        assertThat(query(server, own, basic(server)))
                .startsWith("HTTP/1.1 202 ")
                .contains("answered");
        assertThat(query(
                        server,
                        own,
                        basic(server),
                        "Origin: http://" + server.browserUri().getAuthority()))
                .startsWith("HTTP/1.1 202 ")
                .contains("answered");
        assertThat(query(server, own)).startsWith("HTTP/1.1 401 ").doesNotContain("answered");
        assertThat(query(server, own, basic(server).replace("Basic ", "Basic bmVvNGo6bmVvNGo=")))
                .doesNotContain("answered");
    }

    @ParameterizedTest
    @ValueSource(strings = {EVIL, "null", "http://127.0.0.1:1", "https://127.0.0.1", "http://localhost"})
    void shouldRefuseForeignPagesEvenWithThePassword(String origin, EmbeddedServer server) {
        String own = own(server.browserUri());

        assertThat(query(server, own, basic(server), "Origin: " + origin))
                .startsWith("HTTP/1.1 403 ")
                .doesNotContain("answered")
                .doesNotContain("Access-Control-Allow-Origin");
        assertThat(ask(
                        server.browserUri(),
                        "OPTIONS /db/neo4j/query/v2",
                        own,
                        "Origin: " + origin,
                        "Access-Control-Request-Method: POST",
                        "Access-Control-Request-Headers: authorization,content-type"))
                .startsWith("HTTP/1.1 403 ")
                .doesNotContainIgnoringCase("Access-Control-Allow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/browser/", "/db/neo4j/query/v2", "/nothing", "/browser/manifest.json"})
    void shouldGiveNothingUnderAForeignName(String path, EmbeddedServer server) {
        assertThat(ask(server.browserUri(), "GET " + path, "Host: rebound.example:7474", basic(server)))
                .startsWith("HTTP/1.1 421 ")
                .containsOnlyOnce("nosniff")
                .doesNotContain("bolt", "Neo4j Browser");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/browser/", "/db/neo4j/query/v2", "/nothing", "/browser/nothing"})
    void shouldSendPolicyAndNosniffWithEveryAnswer(String path, EmbeddedServer server) {
        String answer = ask(server.browserUri(), "GET " + path, own(server.browserUri()));

        assertThat(answer)
                .containsOnlyOnce("X-Content-Type-Options: nosniff\r\n")
                .containsOnlyOnce("Content-Security-Policy: default-src 'none'; script-src 'self'; ")
                .contains(
                        "connect-src 'self' ws://127.0.0.1:" + server.boltUri().getPort())
                .doesNotContain("Access-Control-Allow-Origin: *", "segment", "canny", "fonts.g", " ws: ", " http: ");
    }

    @Test
    void shouldNotBelieveWhatAnyoneForwards(EmbeddedServer server) {
        assertThat(ask(
                        server.browserUri(),
                        "GET /",
                        own(server.browserUri()),
                        "Accept: application/json",
                        "X-Forwarded-Host: evil.example",
                        "X-Forwarded-Proto: https"))
                .startsWith("HTTP/1.1 200 ")
                .doesNotContain("evil.example");
    }

    private static String handshake(URI bolt, String host, String origin) {
        return exchange(
                bolt,
                "GET / HTTP/1.1\r\nHost: %s\r\n%sUpgrade: websocket\r\nConnection: Upgrade\r\n".formatted(host, origin)
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n",
                true);
    }

    @Test
    void shouldSpeakWebSocketWithNeo4jBrowser(EmbeddedServer server) {
        URI bolt = server.boltUri();
        int browser = server.browserUri().getPort();

        for (String name : new String[] {"127.0.0.1", "localhost", "[::1]"}) {
            assertThat(handshake(
                            bolt, name + ":" + bolt.getPort(), "Origin: http://%s:%d\r\n".formatted(name, browser)))
                    .startsWith("HTTP/1.1 101 ");
        }
        assertThat(handshake(bolt, bolt.getAuthority(), "")).startsWith("HTTP/1.1 101 ");
        assertThat(ask(bolt, "GET /", own(bolt), "Origin: http://127.0.0.1:" + browser))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://evil.example, 403",
        "127.0.0.1, http://evil.example:BROWSER, 403",
        "127.0.0.1, http://127.0.0.1:1, 403",
        "127.0.0.1, null, 403",
        "127.0.0.1, file://, 403",
        "rebound.example:7687, http://rebound.example:BROWSER, 421",
        "rebound.example, http://127.0.0.1:BROWSER, 421"
    })
    void shouldSpeakWebSocketWithNoOtherPage(String host, String origin, int status, EmbeddedServer server) {
        String page = origin.replace("BROWSER", "" + server.browserUri().getPort());

        assertThat(handshake(server.boltUri(), host, "Origin: %s\r\n".formatted(page)))
                .startsWith("HTTP/1.1 %d ".formatted(status));
        assertThat(ask(server.boltUri(), "GET /", "Host: " + host, "Origin: " + page))
                .startsWith("HTTP/1.1 %d ".formatted(status))
                .doesNotContain("Access-Control-Allow-Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/hostname",
                "file:/etc/hostname",
                "hostname",
                "http://127.0.0.1:PORT/browser/manifest.json",
                "http://localhost:PORT/browser/manifest.json",
                "http://169.254.169.254/latest/",
                "http://10.0.0.1/"
            })
    void shouldReadNeitherFilesNorTheNetworkOfThisMachine(String address, EmbeddedServer server) {
        String from = address.replace("PORT", "" + server.browserUri().getPort());

        assertThatThrownBy(() -> server.database()
                        .executeTransactionally(
                                "LOAD CSV FROM $from AS row RETURN row", Map.of("from", from), result -> result.stream()
                                        .toList()))
                .isInstanceOf(QueryExecutionException.class);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void shouldKeepThePasswordForItsOwnerAlone(@TempDir Path home) throws IOException {
        String made = KeptPassword.of(home);

        assertThat(made).matches("[\\w-]{22}");
        assertThat(KeptPassword.of(home)).isEqualTo(made);
        assertThat(KeptPassword.read(home)).contains(made);
        assertThat(Files.list(home)).singleElement().satisfies(file -> assertThat(
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------"));
        assertThat(new EmbeddedServer.Access("neo4j", made, true).toString()).doesNotContain(made);
    }
}
