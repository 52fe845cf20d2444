package org.tieline.standing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.http.ApiKeys;
import org.tieline.testing.ContainedNeo4j;
import org.tieline.testing.Containers;
import org.tieline.testing.Nightly;
import org.tieline.testing.Patience;
import org.tieline.testing.Served;

/** Two servers in processes of their own on one Neo4j, which start at once, and clients who ask one and then the other. */
@ExtendWith(Containers.class)
class SeveralServersContainerIT {
    private static final Logger LOG = LoggerFactory.getLogger(SeveralServersContainerIT.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MADE = "/v1/exposures?vendor=maker&carrierCountry=KE&maxHops=1&limit=100";
    private static final String SNAPSHOT = "Tieline-Snapshot";

    /** Of a client, in milliseconds, so that the servers and the database have time to work on the same machine. */
    private static final int PAUSE = Nightly.or(60, 0);

    /** In seconds; the lease is six times as long. */
    private static final int WEBHOOK_TIMEOUT = 1;

    @TempDir
    private Path folder;

    private final ApiKeys.Made key = ApiKeys.make("me");
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Patience.LONGEST).build();
    private final List<Served> servers = new ArrayList<>();
    private final List<URI> apis = new ArrayList<>();
    private ContainedNeo4j database;
    private Neo4j neo4j;
    private Receiver receiver;

    @BeforeEach
    void start() throws Exception {
        receiver = new Receiver();
        database = ContainedNeo4j.onFreePort().start();
        Map<String, String> settings = new HashMap<>(database.settings("neo4j"));
        settings.put(
                "TIELINE_API_KEYS_FILE",
                Files.writeString(folder.resolve("keys"), key.line()).toString());
        settings.put("TIELINE_DATA", data().toString());
        settings.put("TIELINE_WEBHOOK_PRIVATE", "yes");
        settings.put("TIELINE_WEBHOOK_TIMEOUT", String.valueOf(WEBHOOK_TIMEOUT));
        for (String name : List.of("one", "other")) {
            servers.add(Served.start(folder.resolve(name), folder.resolve(name + ".log"), settings));
        }
        for (Served server : servers) {
            apis.add(server.address("API"));
        }
        for (URI api : apis) {
            Patience.await(() -> get(api, "/health/ready", null).statusCode() == 200);
        }
        neo4j = Neo4j.connect(database.uri("bolt"), "neo4j", ContainedNeo4j.PASSWORD, "neo4j");
    }

    @AfterEach
    void stop() {
        servers.forEach(Served::close);
        if (neo4j != null) {
            neo4j.close();
        }
        database.close();
        receiver.close();
        http.shutdownNow();
    }

    private Path data() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("organizations.csv"), """
                id,name,kind,country,aliases
                maker,Maker,vendor,CN,
                anna,Anna,carrier,KE,
                gov-ke,Kenya,government,KE,
                """);
        Files.writeString(data.resolve("ties.csv"), """
                id,from,type,to,since,until,percent,segment,generation,evidence,sources,summary
                maker-supplies-anna,maker,SUPPLIES,anna,2010,,,ran,4G,confirmed,old,It sells.
                """);
        Files.writeString(data.resolve("bans.csv"), """
                id,government,country,targets,named,carriers,nature,scope,status,reported,announced,effective,deadline,ended,sources,summary
                ke-ban,gov-ke,KE,maker,yes,,order,5g,in-force,,,2014-01-01,,,old,It bans.
                """);
        Files.writeString(data.resolve("sources.csv"), """
                id,publisher,title,published,url
                old,Paper,Title,2015-01-01,https://example.org/old
                """);
        return data;
    }

    private HttpResponse<String> get(URI api, String path, String atLeast) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(path))
                .timeout(Patience.LONGEST)
                .header("X-API-Key", key.key());
        if (atLeast != null) {
            request.header("Tieline-At-Least", atLeast);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Carriers that a vendor supplies from now on, all by one commit. */
    private void commit(Integer... numbers) {
        neo4j.write(tx -> tx.run("""
                        MATCH (v:Organization {id: 'maker'})
                        UNWIND $numbers AS n
                        CREATE (c:Organization:Carrier {id: 'made-' + n, name: 'Made ' + n, country: 'KE', aliases: []})
                        CREATE (v)-[:SUPPLIES {id: 'made-' + n, evidence: 'confirmed', sources: ['me'], summary: 'Seen.',
                            segment: [], generation: []}]->(c)
                        """, Map.of("numbers", List.of(numbers))).consume());
    }

    private void subscribe() throws Exception {
        String wish = """
                {"url": "%s", "parameters": {"vendor": "maker", "carrierCountry": "KE", "subject": "exposure"}}""".formatted(receiver.url());
        HttpResponse<String> subscribed = http.send(
                HttpRequest.newBuilder(apis.getFirst().resolve("/v1/subscriptions"))
                        .timeout(Patience.LONGEST)
                        .header("X-API-Key", key.key())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(wish))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(subscribed.statusCode()).as(subscribed.body()).isEqualTo(201);
    }

    /** The one that says that it works for those who subscribed; another never does. */
    private Served working() throws Exception {
        List<Served> working = new ArrayList<>();
        for (int i = 0; i < apis.size(); i++) {
            if (get(apis.get(i), "/metrics", null).body().contains("\ntieline_deliveries_lease 1.0")) {
                working.add(servers.get(i));
            }
        }
        assertThat(working).hasSize(1);
        return working.getFirst();
    }

    private static String carrier(Receiver.Call call) {
        return call.json().at("/data/carrier/id").textValue();
    }

    private long term() {
        return neo4j.<Long>read(tx -> tx.run("MATCH (l:Lease) RETURN l.term AS term")
                .single()
                .get("term")
                .asLong());
    }

    /** Clients behind a balancer that deals out requests in turn, and gives one that got no answer to the other server. */
    private final class Clients implements AutoCloseable {
        private final Map<String, String> bodies = new ConcurrentHashMap<>();
        private final Map<String, Set<String>> tellers = new ConcurrentHashMap<>();
        private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
        private final AtomicInteger answers = new AtomicInteger();
        private final AtomicInteger repeated = new AtomicInteger();
        private final List<Thread> threads;
        private volatile boolean over;

        Clients(int number) {
            threads = IntStream.range(0, number)
                    .mapToObj(first -> Thread.ofVirtual().start(() -> ask(first)))
                    .toList();
        }

        private void ask(int first) {
            String last = null;
            int most = 0;
            try {
                for (int i = first; !over; i++) {
                    HttpResponse<String> answer = balanced(i, last);
                    last = answer.headers().firstValue(SNAPSHOT).orElse(null);
                    int made = made(answer);
                    if (answer.statusCode() != 200 || made < most) {
                        failures.add("%d after %d carriers: %s".formatted(answer.statusCode(), most, answer.body()));
                        return;
                    }
                    most = made;
                    String body = bodies.putIfAbsent(last, answer.body());
                    if (body != null && !body.equals(answer.body())) {
                        failures.add("two answers of %s: %s and %s".formatted(last, body, answer.body()));
                    }
                    tellers.computeIfAbsent(last, name -> ConcurrentHashMap.newKeySet())
                            .add(answer.uri().getAuthority());
                    answers.incrementAndGet();
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE));
                }
            } catch (IOException | InterruptedException | RuntimeException e) {
                failures.add(e.toString());
            }
        }

        private HttpResponse<String> balanced(int i, String last) throws IOException, InterruptedException {
            try {
                return get(apis.get(i % apis.size()), MADE, last);
            } catch (IOException e) {
                repeated.incrementAndGet();
                return get(apis.get((i + 1) % apis.size()), MADE, last);
            }
        }

        /** How many of the carriers that this test made; they come one after the other, but for the second and the third. */
        private int made(HttpResponse<String> answer) throws IOException {
            List<Integer> numbers = new ArrayList<>();
            for (JsonNode exposure : JSON.readTree(answer.body()).path("results")) {
                String id = exposure.at("/carrier/id").textValue();
                if (id.startsWith("made-")) {
                    numbers.add(Integer.parseInt(id.substring("made-".length())));
                }
            }
            int most = numbers.stream().mapToInt(Integer::intValue).max().orElse(0);
            if (most == 2 || numbers.size() != most) {
                failures.add("mixed: " + answer.body());
            }
            return most;
        }

        void end() throws InterruptedException {
            over = true;
            for (Thread thread : threads) {
                assertThat(thread.join(Patience.LONGEST)).isTrue();
            }
        }

        @Override
        public void close() {
            over = true;
        }
    }

    @Test
    void shouldLoseNothingAndMixNothingWhenTheOneThatDeliversIsKilled() throws Exception {
        subscribe();
        try (Clients clients = new Clients(4)) {
            commit(1);
            assertThat(carrier(receiver.next())).isEqualTo("made-1");
            long term = term();

            CompletableFuture<Served> killed = new CompletableFuture<>();
            AtomicInteger calls = new AtomicInteger();
            receiver.before(call -> {
                if (calls.incrementAndGet() == 2) {
                    killed.completeAsync(() -> killWhoDelivers());
                    Patience.get(killed);
                }
            });
            commit(2, 3);
            Receiver.Call taken = receiver.next();
            Receiver.Call broken = receiver.next();
            Served dead = Patience.get(killed);
            assertThat(List.of(carrier(taken), carrier(broken))).containsExactlyInAnyOrder("made-2", "made-3");
            int before = clients.answers.get();
            long dies = System.nanoTime();

            assertThat(receiver.next().id()).isEqualTo(taken.id());
            Duration without = Duration.ofNanos(System.nanoTime() - dies);
            assertThat(receiver.next().id()).isEqualTo(broken.id());
            assertThat(term()).isEqualTo(term + 1);
            commit(4);
            Receiver.Call last = receiver.next();
            assertThat(carrier(last)).isEqualTo("made-4");

            Patience.await(() ->
                    !clients.failures.isEmpty() || clients.answers.get() > before + 100 && clients.repeated.get() > 10);
            clients.end();
            assertThat(clients.failures).isEmpty();
            assertThat(clients.tellers.values()).anyMatch(both -> both.size() == 2);
            assertThat(receiver.others()).isEmpty();
            LOG.info(
                    "{} requests answered, {} of them by the server that was not asked first; deliveries went on after {}",
                    clients.answers,
                    clients.repeated,
                    without);

            Served survivor = servers.get(1 - servers.indexOf(dead));
            assertThat(survivor.stops()).isTrue();
            assertThat(neo4j.<Boolean>read(tx -> tx.run("MATCH (l:Lease) RETURN l.until <= datetime.realtime() AS free")
                            .single()
                            .get("free")
                            .asBoolean()))
                    .isTrue();
        }
    }

    private Served killWhoDelivers() {
        try {
            Served working = working();
            working.close();
            return working;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
