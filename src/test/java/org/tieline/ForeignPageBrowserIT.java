package org.tieline;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.http.pages.Chromium;
import org.tieline.server.EmbeddedServer;
import org.tieline.start.Application;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.Served;

/** A page of another site in the browser of somebody on whose machine a server runs: it tries every way in. */
class ForeignPageBrowserIT {
    /** Names of another site that lead to this machine, as anybody may set up. */
    private static final String NAMES =
            "--host-resolver-rules=MAP evil.example 127.0.0.1, MAP rebound.example 127.0.0.1";

    /** Everything that the page could read; and it writes what it can. */
    private static final String TRY_ALL = """
            async ({api, neo4j, bolt, password, credentials}) => {
              const got = [];
              const within = 20000;
              const read = async (what, url, options = {}) => {
                try {
                  const answer = await fetch(url, {credentials, ...options, signal: AbortSignal.timeout(within)});
                  const text = await answer.text();
                  if (answer.type !== 'opaque' || text) {
                    got.push(`${what}: ${answer.status} ${text.slice(0, 200)}`);
                  }
                } catch (e) {
                  // Nothing was read.
                }
              };
              const statement = text => JSON.stringify({statement: text});
              const query = neo4j + '/db/neo4j/query/v2';
              for (const secret of [null, 'neo4j:neo4j', 'neo4j:' + password]) {
                const authorization = secret ? {Authorization: 'Basic ' + btoa(secret)} : {};
                await read('query as ' + secret, query, {method: 'POST',
                  headers: {'Content-Type': 'application/json', ...authorization},
                  body: statement("CREATE (e:Evil {from: 'http'}) RETURN e")});
                await read('files as ' + secret, query, {method: 'POST',
                  headers: {'Content-Type': 'application/json', ...authorization},
                  body: statement("LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line")});
              }
              await read('simple query', query, {method: 'POST', mode: 'no-cors', headers: {'Content-Type': 'text/plain'},
                body: statement("CREATE (:Evil {from: 'simple'})")});
              await read('discovery', neo4j + '/');
              await read('Browser', neo4j + '/browser/');
              await read('Bolt by HTTP', bolt.replace('ws:', 'http:') + '/');
              await read('API', api + '/organizations/huawei');
              await read('API by POST', api + '/scenarios', {method: 'POST', headers: {'Content-Type': 'application/json'},
                body: '{}'});
              const opened = await new Promise(resolve => {
                const socket = new WebSocket(bolt);
                socket.onopen = () => resolve(true);
                socket.onerror = socket.onclose = () => resolve(false);
                setTimeout(() => resolve('nothing'), within);
              });
              if (opened) {
                got.push('Bolt by WebSocket: ' + opened);
              }
              return got;
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void shouldReadAndWriteNothing() throws Exception {
        HttpServer site = site();
        try (Chromium chromium = Chromium.start(NAMES);
                Application application =
                        new Application(EmbeddedNeo4jExtension.settings(Served.withData(folder.resolve("home"))))) {
            application.start();
            EmbeddedServer server = application.server().orElseThrow();
            URI api = application.apiUri();
            URI browser = server.connectingBrowserUri();
            String password = server.access().password();
            URI bolt = server.boltUri();
            Map<String, String> known = Map.of(
                    "api",
                    api.toString(),
                    "neo4j",
                    "http://" + browser.getAuthority(),
                    "bolt",
                    "ws://" + bolt.getAuthority(),
                    "password",
                    password,
                    "credentials",
                    "same-origin");
            int port = site.getAddress().getPort();

            for (String host : List.of("evil.example", "127.0.0.1", "localhost")) {
                assertThat(tried(chromium, "http://%s:%d/".formatted(host, port), known))
                        .as(host)
                        .isEmpty();
            }
            rebindingGivesNothing(chromium, List.of(api, browser, bolt), known);

            Map<String, String> unasked = new HashMap<>(known);
            // Else the browser asks a reader for a password wherever one is missing, and nobody is there to give it.
            unasked.put("credentials", "omit");
            assertThat(tried(chromium, "http://%s/browser/manifest.json".formatted(browser.getAuthority()), unasked))
                    .as("a page of Neo4j Browser's own origin, to see that the tries are good")
                    .anySatisfy(got -> assertThat(got).startsWith("query as neo4j:" + password + ": 202"))
                    .contains("Bolt by WebSocket: true");
            try (Neo4j neo4j = Neo4j.connect(bolt, "neo4j", password, "neo4j")) {
                assertThat(neo4j.<List<String>>read(tx -> tx.run("MATCH (e:Evil) RETURN e.from AS from")
                                .list(row -> row.get("from").asString())))
                        .as("what was written, all by Browser's origin")
                        .containsExactly("http");
            }
        } finally {
            site.stop(0);
        }
    }

    private static HttpServer site() throws IOException {
        HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            byte[] page = "<!doctype html><title>elsewhere</title>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        site.start();
        return site;
    }

    private static List<String> tried(Chromium chromium, String address, Map<String, String> known) {
        Page page = chromium.page();
        page.navigate(address);
        return ((List<?>) page.evaluate(TRY_ALL, known))
                .stream().map(String::valueOf).toList();
    }

    /** The name of the other site leads here now, so that its pages and this server are of one origin to the browser. */
    private static void rebindingGivesNothing(Chromium chromium, List<URI> servers, Map<String, String> known) {
        for (URI server : servers) {
            String rebound = "http://rebound.example:%d".formatted(server.getPort());
            for (String path : List.of("/", "/v1/organizations/huawei", "/browser/", "/db/neo4j/query/v2")) {
                Response answer = chromium.page().navigate(rebound + path);
                assertThat(answer.status()).as(rebound + path).isEqualTo(421);
                assertThat(answer.text()).doesNotContain("Huawei", "Neo4j Browser", "bolt_");
            }
            Map<String, String> asOne = Map.of(
                    "api",
                    rebound + "/v1",
                    "neo4j",
                    rebound,
                    "bolt",
                    rebound.replace("http:", "ws:"),
                    "password",
                    known.get("password"),
                    "credentials",
                    known.get("credentials"));
            assertThat(tried(chromium, rebound + "/", asOne)).as(rebound).allSatisfy(got -> assertThat(got)
                    .contains(": 421 "));
        }
    }
}
