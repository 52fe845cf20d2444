package org.tieline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.testing.OwnJava;
import org.tieline.testing.Patience;
import org.tieline.testing.Served;

/** The program with little memory, under many clients who ask much and hardly read. */
class OverloadIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int READERS = 60;
    private static final int BYTES_AT_A_TIME = 16;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration STORM = Patience.LONGEST;
    private static final Duration CALM = Patience.LONGEST;
    private static final String HEAVY = "/v1/changes?from=2012-01-01&to=2025-01-01&maxHops=10&limit=1000";
    private static final String QUESTION = "/v1/exposures?vendor=huawei&asOf=2018-12-08&limit=1000";

    @TempDir
    private Path folder;

    @Test
    void shouldOutliveClientsWhoAskMuchAndHardlyRead() throws Exception {
        try (Served served =
                Served.start(withLittleMemory(), Served.withData(folder), folder.resolve("log"), Map.of())) {
            URI api = served.address("API");
            String password = served.password();
            URI bolt = served.address("Bolt");
            JsonNode before = answer(api.resolve(QUESTION));

            List<SlowReader> readers = new ArrayList<>();
            try {
                for (int i = 0; i < READERS; i++) {
                    readers.add(SlowReader.of(api, HEAVY));
                }
                long end = System.nanoTime() + STORM.toNanos();
                int asked = 0;
                while (!readers.stream().allMatch(SlowReader::hasHead)) {
                    assertThat(System.nanoTime() - end)
                            .as("gave up waiting for answers")
                            .isNegative();
                    readers.forEach(SlowReader::readALittle);
                    if (asked++ % 10 == 0) {
                        assertThat(Served.get(api.resolve("/health/live")).statusCode())
                                .isEqualTo(200);
                        assertThat(Served.get(api.resolve("/health/ready")).statusCode())
                                .isEqualTo(200);
                        assertThat(Served.get(api.resolve("/metrics")).statusCode())
                                .isEqualTo(200);
                    }
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
                assertThat(readers).allSatisfy(SlowReader::requireAllowed);
                assertThat(readers).anyMatch(reader -> reader.head().startsWith("HTTP/1.1 200"));
                assertThat(readers).noneMatch(SlowReader::hasEnded);
            } finally {
                readers.forEach(SlowReader::close);
            }

            JsonNode after = awaitAnswer(api.resolve(QUESTION));
            assertThat(after.get("results")).isEqualTo(before.get("results"));
            makeByHand(bolt, password);
            JsonNode mine = awaitFound(api.resolve("/v1/carriers/hand-made/exposures?vendor=huawei&asOf=2018-12-08"));
            assertThat(mine.at("/results/0/path/0/tie").textValue()).isEqualTo("by-hand");
            assertThat(served.log()).doesNotContain("OutOfMemoryError");
            assertThat(served.stops()).isTrue();
        }
    }

    private static List<String> withLittleMemory() {
        return OwnJava.command(List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError"), Tieline.class, "serve");
    }

    /** A client that takes an answer byte by byte. */
    private static final class SlowReader {
        private final Socket socket;
        private final InputStream in;
        private final StringBuilder head = new StringBuilder();
        private boolean ended;

        private SlowReader(Socket socket) throws IOException {
            this.socket = socket;
            in = socket.getInputStream();
        }

        static SlowReader of(URI api, String path) throws IOException {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(4 * 1024);
            socket.connect(new InetSocketAddress(api.getHost(), api.getPort()), (int) CALM.toMillis());
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: %s\r\n\r\n"
                            .formatted(path, api.getAuthority())
                            .getBytes(StandardCharsets.US_ASCII));
            return new SlowReader(socket);
        }

        void readALittle() {
            try {
                if (ended || in.available() == 0) {
                    return;
                }
                byte[] some = in.readNBytes(Math.min(in.available(), BYTES_AT_A_TIME));
                if (!hasHead()) {
                    head.append(new String(some, StandardCharsets.ISO_8859_1));
                }
            } catch (IOException e) {
                ended = true;
            }
        }

        boolean hasHead() {
            return head.indexOf("\r\n\r\n") >= 0;
        }

        boolean hasEnded() {
            return ended;
        }

        String head() {
            return head.toString();
        }

        void requireAllowed() {
            if (!head().startsWith("HTTP/1.1 200 ")) {
                assertThat(head()).startsWith("HTTP/1.1 503 ").contains("Retry-After: ");
            }
        }

        void close() {
            try {
                socket.close();
            } catch (IOException e) {
                ended = true;
            }
        }
    }

    private static JsonNode answer(URI uri) throws Exception {
        HttpResponse<String> response = Served.get(uri);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    /** What is still searched for clients who went away may keep others waiting for a while. */
    private static JsonNode awaitAnswer(URI uri) throws Exception {
        long end = System.nanoTime() + CALM.toNanos();
        HttpResponse<String> response = Served.get(uri);
        while (response.statusCode() == 503 && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(
                    Long.parseLong(response.headers().firstValue("Retry-After").orElseThrow())));
            response = Served.get(uri);
        }
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static JsonNode awaitFound(URI uri) throws Exception {
        long end = System.nanoTime() + CALM.toNanos();
        HttpResponse<String> response = Served.get(uri);
        while (response.statusCode() == 404) {
            assertThat(System.nanoTime() - end)
                    .as("gave up waiting for a commit to be followed")
                    .isNegative();
            LockSupport.parkNanos(PAUSE.toNanos());
            response = Served.get(uri);
        }
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static void makeByHand(URI bolt, String password) {
        try (Neo4j neo4j = Neo4j.connect(bolt, "neo4j", password, "neo4j")) {
            neo4j.write(tx -> tx.run("""
                            MATCH (v:Organization {id: 'huawei'})
                            CREATE (c:Organization:Carrier {id: 'hand-made', name: 'Hand Made', country: 'KE', aliases: []})
                            CREATE (v)-[:SUPPLIES {id: 'by-hand', evidence: 'confirmed', sources: ['me'], summary: 'Seen.',
                                segment: [], generation: []}]->(c)
                            CREATE (:Source {id: 'me', publisher: 'Me', title: 'Seen', published: '2018-01-01'})
                            """).consume());
        }
    }
}
