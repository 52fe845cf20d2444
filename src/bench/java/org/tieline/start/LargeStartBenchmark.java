package org.tieline.start;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.tieline.dataset.ManyFacts;
import org.tieline.model.Dataset;
import org.tieline.testing.Patience;
import org.tieline.testing.Served;

/**
 * The program on a graph of any size, as a person meets it: how long a start takes that reads the graph, how long one that finds
 * the snapshot of the last, each from the command to the first answer; and how long a tie that somebody adds over Bolt takes from
 * its commit until the API answers with it. The first commit after the start also touches an organization.
 *
 * <p>Arguments: organizations, ties and the heap of the server, {@code 10g}. The database is imported first if it is not there, and
 * stays.
 */
public final class LargeStartBenchmark {
    private static final int STARTS = 3;
    private static final int TIES = 60;

    /** The first ties pay for what Java has not compiled yet; they are told apart. */
    private static final int WARM = 10;

    private static final int CARRIERS = 1_000;

    private static final String FORGET = "MATCH ()-[t:SUPPLIES]->() WHERE t.id STARTS WITH 'added-' DELETE t";

    private static final String ADD = """
            MATCH (vendor:Organization {id: $from}), (carrier:Organization {id: $to})
            CREATE (vendor)-[:SUPPLIES {id: $id, evidence: 'confirmed', sources: ['s00001']}]->(carrier)
            """;

    private static final String TOUCH = "SET carrier.touched = $id";

    private LargeStartBenchmark() {}

    /** Prints seconds and milliseconds. */
    public static void main(String[] arguments) throws Exception {
        int organizations = Integer.parseInt(arguments[0]);
        int ties = Integer.parseInt(arguments[1]);
        String heap = arguments.length > 2 ? arguments[2] : "10g";
        Path bench = Files.createDirectories(
                Path.of(System.getProperty("tieline.bench", "target/bench")).toAbsolutePath());
        Path home = bench.resolve("start-%d-%d".formatted(organizations, ties));
        if (Files.notExists(home)) {
            make(bench, home, organizations, ties);
        }
        Files.deleteIfExists(home.resolve("snapshot"));
        System.out.printf("%,d organizations, %,d ties, -Xmx%s%n", organizations, ties, heap);
        start("read from the graph", home, heap, address -> awaitFile(home.resolve("snapshot")));
        for (int i = 0; i < STARTS; i++) {
            start("from the kept snapshot", home, heap, address -> {});
        }
        change(home, heap, organizations);
    }

    private static void make(Path bench, Path home, int organizations, int ties) throws IOException, InterruptedException {
        Path folder = bench.resolve("many-%d-%d-%s".formatted(organizations, ties, Dataset.UNVERSIONED));
        if (Files.notExists(folder)) {
            new ManyFacts(organizations, ties).write(folder, Dataset.UNVERSIONED);
        }
        MeasuredRun run = MeasuredRun.of("1g", home, Redirect.DISCARD, List.of("load", folder.toString()));
        System.out.printf("loaded in %.0f s%n", run.seconds());
    }

    /** What is done with a server before it is told to end. */
    @FunctionalInterface
    private interface Use {
        void of(URI address) throws Exception;
    }

    private static void start(String how, Path home, String heap, Use use) throws Exception {
        long begun = System.nanoTime();
        try (Served server = Program.serve(heap, home);
                HttpClient http = HttpClient.newHttpClient()) {
            URI address = server.address("API");
            int size = get(http, address.resolve("/v1/exposures?vendor=" + id(1))).length();
            System.out.printf(
                    "%s: first answer %.1f s after the command, %d s of CPU, %,d characters%n",
                    how, (System.nanoTime() - begun) / 1e9, server.worked().toSeconds(), size);
            use.of(address);
            server.stops();
        }
    }

    private static void change(Path home, String heap, int organizations) throws Exception {
        try (Served server = Program.serve(heap, home);
                HttpClient http = HttpClient.newHttpClient()) {
            URI address = server.address("API");
            String password = server.password();
            URI bolt = server.address("Bolt");
            try (Driver driver = GraphDatabase.driver(bolt, AuthTokens.basic("neo4j", password))) {
                // Also those of a run that was ended: an answer would name them in place of the new ones.
                driver.executableQuery(FORGET).execute();
                long[] nanos = new long[TIES];
                for (int i = 0; i < TIES; i++) {
                    // Vendors come first, then carriers.
                    String carrier = id(organizations / 10 + i * CARRIERS);
                    String id = "added-%d-%d".formatted(System.currentTimeMillis(), i);
                    driver.executableQuery(ADD + (i == 0 ? TOUCH : ""))
                            .withParameters(Map.of("from", id(i), "to", carrier, "id", id))
                            .execute();
                    long committed = System.nanoTime();
                    URI question = address.resolve(
                            "/v1/carriers/%s/exposures?vendor=%s&maxHops=1".formatted(carrier, id(i)));
                    while (!get(http, question).contains(id)) {
                        LockSupport.parkNanos(1_000_000);
                    }
                    nanos[i] = System.nanoTime() - committed;
                }
                print(nanos);
                driver.executableQuery(FORGET).execute();
            }
            server.stops();
        }
    }

    private static void print(long[] nanos) {
        long[] sorted = Arrays.copyOfRange(nanos, WARM, nanos.length);
        Arrays.sort(sorted);
        System.out.printf(
                "from a commit to an answer of the API: median %.0f ms, worst %.0f ms; the first %.0f ms%n",
                sorted[sorted.length / 2] / 1e6, sorted[sorted.length - 1] / 1e6, nanos[0] / 1e6);
    }

    private static String get(HttpClient http, URI uri) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(Patience.LONGEST).build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(uri + " is answered with " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    private static void awaitFile(Path file) {
        Patience.await(() -> Files.exists(file));
    }

    private static String id(int number) {
        return "o%08d".formatted(number);
    }
}
