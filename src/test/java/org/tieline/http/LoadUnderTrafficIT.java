package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.dataset.DatasetReader;
import org.tieline.graph.GraphReader;
import org.tieline.graph.Progress;
import org.tieline.graph.bolt.DatasetLoader;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.graph.kernel.EmbeddedGraphReader;
import org.tieline.model.Dataset;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.server.EmbeddedServer;
import org.tieline.testing.EmbeddedNeo4jExtension;
import org.tieline.testing.Patience;
import org.tieline.testing.Variants;

/** Loads one data set after the other while many ask: nobody is refused, and every answer is of one of the data sets. */
@ExtendWith(EmbeddedNeo4jExtension.class)
class LoadUnderTrafficIT {
    private static final int CLIENTS = 50;
    private static final int VERSIONS = 3;
    private static final int LOADS = 7;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> PATHS = List.of(
            "/v1/exposures?vendor=huawei&asOf=2019-06-01&limit=200",
            "/v1/exposures?asOf=2020-01-01&carrierCountry=GB",
            "/v1/carriers/sprint/exposures?vendor=huawei,zte&asOf=2018-11-01",
            "/v1/matrix?asOf=2018-12-08&carrierCountry=US",
            "/v1/conflicts?asOf=2024-01-01",
            "/v1/paths?from=huawei&to=bt&asOf=2018-01-01");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Patience.LONGEST)
            .build();

    /** An answer, and the version of the data set that it says it is of. */
    private record Answer(int status, String version, JsonNode content) {}

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldAnswerEveryQuestionFromOneOfTheDataSets(boolean inside, EmbeddedServer server, Neo4j neo4j)
            throws Exception {
        List<Dataset> versions = Variants.of(DatasetReader.read(Path.of("seed-data")), VERSIONS);
        DatasetLoader loader = new DatasetLoader(neo4j, Clock.systemUTC());
        GraphReader reader = inside ? new EmbeddedGraphReader(server.database()) : new DriverGraphReader(neo4j);
        try (Snapshots snapshots = new Snapshots(reader);
                Api api = Api.start("127.0.0.1", 0, Inquiries.over(neo4j, snapshots), PatientApi.OPTIONS)) {
            Map<String, Map<String, JsonNode>> expected = new HashMap<>();
            for (Dataset version : versions) {
                loader.load(version, Progress.NONE);
                snapshots.refresh();
                expected.put(version.version(), answers(api, version));
            }
            assertThat(PATHS).allSatisfy(path -> assertThat(expected.values().stream()
                            .map(answers -> answers.get(path))
                            .distinct())
                    .as("what is to be told apart by %s", path)
                    .hasSizeGreaterThan(1));

            snapshots.start(Duration.ofMillis(20));
            Traffic traffic = new Traffic(api, expected);
            List<Future<Void>> clients = traffic.start();
            for (int i = 0; i < LOADS; i++) {
                Dataset version = versions.get(i % VERSIONS);
                loader.load(version, Progress.NONE);
                traffic.seen.remove(version.version());
                Patience.await(() -> traffic.seen.contains(version.version()) || !traffic.wrong.isEmpty());
            }
            traffic.end(clients);

            assertThat(traffic.wrong).isEmpty();
            assertThat(traffic.seen).containsExactlyInAnyOrder("1.0.0", "2.0.0", "3.0.0");
            assertThat(snapshots.rebuilds().failed()).isZero();
        }
    }

    @AfterEach
    void close() {
        http.close();
    }

    private Map<String, JsonNode> answers(Api api, Dataset dataset) throws Exception {
        Map<String, JsonNode> answers = new HashMap<>();
        for (String path : PATHS) {
            Answer answer = ask(api, path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.version()).isEqualTo(dataset.version());
            answers.put(path, answer.content());
        }
        return answers;
    }

    private Answer ask(Api api, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + path))
                .timeout(Patience.LONGEST)
                .build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        JsonNode body = JSON.readTree(response.body());
        if (response.statusCode() != 200) {
            return new Answer(response.statusCode(), null, body);
        }
        String snapshot = ((ObjectNode) body.get("searched")).remove("snapshot").textValue();
        return new Answer(200, snapshot.replaceFirst("[^0-9.].*", ""), body);
    }

    /** Clients that ask one question after the other, each over a connection that stays open. */
    private final class Traffic {
        private final Api api;
        private final Map<String, Map<String, JsonNode>> expected;
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private volatile boolean ended;

        final Set<String> seen = ConcurrentHashMap.newKeySet();
        final Set<String> wrong = ConcurrentHashMap.newKeySet();

        Traffic(Api api, Map<String, Map<String, JsonNode>> expected) {
            this.api = api;
            this.expected = expected;
        }

        List<Future<Void>> start() {
            List<Future<Void>> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int first = client;
                clients.add(threads.submit(() -> {
                    for (int i = first; !ended; i++) {
                        check(PATHS.get(i % PATHS.size()));
                        LockSupport.parkNanos(PAUSE.toNanos());
                    }
                    return null;
                }));
            }
            return clients;
        }

        private void check(String path) throws Exception {
            Answer answer = ask(api, path);
            if (answer.status() != 200) {
                wrong.add("%s was answered %d: %s".formatted(path, answer.status(), answer.content()));
            } else if (!answer.content().equals(expected.get(answer.version()).get(path))) {
                wrong.add("%s is not as it is in %s: %s".formatted(path, answer.version(), answer.content()));
            } else {
                seen.add(answer.version());
            }
        }

        void end(List<Future<Void>> clients) throws Exception {
            ended = true;
            threads.shutdown();
            for (Future<Void> client : clients) {
                Patience.get(client);
            }
        }
    }
}
