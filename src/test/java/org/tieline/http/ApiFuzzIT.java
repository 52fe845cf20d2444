package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.http.Contract.Operation;
import org.tieline.testing.ShippedGraph;

/**
 * Many requests made by chance, against the data that is shipped. What is asked well is answered, and what is not is
 * refused by a problem document that the contract describes; nothing is a failure of the server, and nothing is left without
 * an answer. The seed is printed; {@code -Dtieline.fuzz.seed=} repeats a run, {@code -Dtieline.fuzz.requests=50000} asks more,
 * as every night.
 */
@ShippedGraph
class ApiFuzzIT {
    private static final int REQUESTS = Integer.getInteger("tieline.fuzz.requests", 1_000);
    private static final int AT_ONCE = 6;
    private static final int MOST_SHOWN = 20;

    /** In seconds. */
    private static final int LONGEST_WAIT = 120;

    private static final Pattern INTERIM =
            Pattern.compile("\\AHTTP/1\\.1 1\\d\\d [^\\r]*\\r\\n(?:[^\\r]+\\r\\n)*\\r\\n");
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

    /** What an address that the contract does not know is answered, too. */
    private static final Set<Integer> OF_NO_ADDRESS = Set.of(400, 404, 405, 406, 408, 414, 417, 421, 431);

    /** Other versions of HTTP. */
    private static final Set<Integer> OF_THE_PROTOCOL = Set.of(426, 505);

    private final ContractAnswers answers = new ContractAnswers(Contract.SHIPPED);

    @Test
    void shouldAnswerOrRefuseWhateverComes(Neo4j neo4j) throws Exception {
        long seed =
                Long.getLong("tieline.fuzz.seed", ThreadLocalRandom.current().nextLong(1_000_000_000));
        System.out.printf("The seed of the requests is %d.%n", seed);
        List<String> faults = new ArrayList<>();
        try (ShippedApi shipped = new ShippedApi(neo4j);
                ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Optional<String>>> asked = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                long number = seed * REQUESTS + i;
                asked.add(clients.submit(() -> fault(shipped.port(), HostileRequest.of(number))));
            }
            for (Future<Optional<String>> each : asked) {
                each.get(LONGEST_WAIT, TimeUnit.SECONDS).ifPresent(faults::add);
            }
            assertThat(shipped.client()
                            .read("/v1/exposures?vendor=huawei&limit=1")
                            .get("total")
                            .intValue())
                    .isPositive();
        }

        assertThat(faults.subList(0, Math.min(MOST_SHOWN, faults.size())))
                .as("some of %d faults, by -Dtieline.fuzz.seed=%d", faults.size(), seed)
                .isEmpty();
    }

    /** What is wrong with the answer to a request; empty if nothing is. */
    private Optional<String> fault(int port, HostileRequest request) {
        String fault;
        try {
            fault = fault(request, RawHttp.answer(port, request.bytes(), request.end()));
        } catch (RuntimeException | AssertionError e) {
            fault = "no answer that could be read: " + e;
        }
        return Optional.ofNullable(fault).map(text -> "%s%n  to %s".formatted(text, request));
    }

    private String fault(HostileRequest request, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!request.whole()) {
            return faultOfMany(text);
        }
        Matcher interim = INTERIM.matcher(text);
        String last = interim.find() ? text.substring(interim.end()) : text;
        RawHttp.Reply reply = RawHttp.reply(last.getBytes(StandardCharsets.ISO_8859_1));
        int status = reply.status();
        if (status < 400 || OF_THE_PROTOCOL.contains(status)) {
            return null;
        }
        if (status >= 500 && status != 503) {
            return status + " " + reply.text();
        }
        if (status == 503 && isReadiness(request)) {
            return null;
        }
        if (status == 404
                && (isPreview(request) || isVisit(request))
                && "text/html;charset=utf-8".equals(reply.header("Content-Type"))) {
            return null;
        }
        if (!"application/problem+json;charset=utf-8".equals(reply.header("Content-Type"))) {
            return "%d is no problem document but %s".formatted(status, reply.header("Content-Type"));
        }
        return request.method().equals("HEAD") && reply.body().length == 0 ? null : faultOfProblem(request, reply);
    }

    /** It says in JSON of its own that what is answered was not looked after for a while, as it is here. */
    private static boolean isReadiness(HostileRequest request) {
        return operation(request)
                .filter(asked -> asked.path().equals("/health/ready"))
                .isPresent();
    }

    /** A client shows it to people in a frame, so that an unknown id is answered by a page too. */
    private static boolean isPreview(HostileRequest request) {
        return operation(request)
                .filter(asked -> asked.path().startsWith("/reconcile/preview/"))
                .isPresent();
    }

    /** Whoever wants HTML and asks beside the API is a person, for whom there is a page. */
    private static boolean isVisit(HostileRequest request) {
        return !request.target().matches("/+(v1|health|reconcile|mcp)\\b.*")
                && request.toString().contains("Accept: text/html");
    }

    private String faultOfProblem(HostileRequest request, RawHttp.Reply reply) {
        String text = "gzip".equals(reply.header("Content-Encoding")) ? reply.unzipped() : reply.text();
        JsonNode problem = ApiClient.json(text);
        if (problem.path("status").asInt() != reply.status()) {
            return "%d outside, inside %s".formatted(reply.status(), problem);
        }
        Optional<Operation> operation = operation(request);
        if (operation.isEmpty()) {
            return OF_NO_ADDRESS.contains(reply.status()) ? null : "%d where nothing is".formatted(reply.status());
        }
        JsonNode content = operation.get().content(reply.status(), "application/problem+json");
        if (content.isMissingNode()) {
            return "%d is not described for %s: %s".formatted(reply.status(), operation.get(), problem);
        }
        List<String> violations;
        synchronized (answers) {
            violations = answers.violations(content.path("schema"), text);
        }
        return violations.isEmpty()
                ? null
                : "%s: %s is not as described: %s".formatted(operation.get(), problem, violations);
    }

    /** The operation at the address, that of the method if there is one. */
    private static Optional<Operation> operation(HostileRequest request) {
        String target = request.target().split("#", 2)[0];
        return Contract.SHIPPED
                .answering(request.method().equals("HEAD") ? "GET" : request.method(), target)
                .or(() -> Contract.SHIPPED.answering("GET", target))
                .or(() -> Contract.SHIPPED.answering("POST", target));
    }

    /** Several requests, or a part of one, which may have any number of answers. */
    private static String faultOfMany(String text) {
        Matcher statuses = STATUS.matcher(text);
        while (statuses.find()) {
            int status = Integer.parseInt(statuses.group(1));
            if (status >= 500 && status != 503 && status != 505) {
                return text;
            }
        }
        return null;
    }
}
