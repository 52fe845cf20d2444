package org.tieline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.http.Api;
import org.tieline.http.ApiKeys;
import org.tieline.http.ApiOptions;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.server.EmbeddedServer;
import org.tieline.start.HomeLock;
import org.tieline.start.RunningServer;
import org.tieline.testing.Nightly;
import org.tieline.testing.Patience;
import org.tieline.testing.Run;
import org.tieline.testing.ShippedGraph;

/**
 * Every question in every form, asked of a server that holds the data folder, of the graph without a server, and of the API
 * itself: three times the same bytes, and the same refusals.
 */
@ShippedGraph
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskAgreementTests {
    private static final String NAMES = "name,country\nSprint Corp,US\n华为,\nVodafone,\nNobody at all,\n";

    @TempDir
    private static Path folder;

    private final ApiKeys.Made own = ApiKeys.make("own");
    private Map<String, String> alone;
    private Map<String, String> beside;
    private Path home;
    private Snapshots snapshots;
    private Api api;
    private HomeLock lock;
    private int questions;

    /** The database is that of the tests; what makes the API that of the data folder is that the lock's holder says so. */
    @BeforeAll
    void start(EmbeddedServer server, Neo4j neo4j) throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        alone = Map.of(
                "NEO4J_URI", server.boltUri().toString(),
                "NEO4J_PASSWORD", server.access().password());
        beside = Map.of("TIELINE_HOME", home.toString());
        assertThat(Run.of(alone, "load", "seed-data").code()).isZero();
        Path keys = Files.writeString(
                folder.resolve("keys"), ApiKeys.make("somebody-else").line());
        snapshots = new Snapshots(new DriverGraphReader(neo4j));
        snapshots.refresh();
        api = Api.start(
                "127.0.0.1", 0, Inquiries.over(neo4j, snapshots), ApiOptions.DEFAULT.withKeys(ApiKeys.of(keys, own)));
        lock = HomeLock.take(home).orElseThrow();
        lock.tellApi(address(), own.key());
    }

    @AfterAll
    void stop() throws IOException {
        lock.close();
        api.close();
        snapshots.close();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:%d/".formatted(api.port()));
    }

    /**
     * In one form, another for each question, the whole graph is read too: that takes longer than all else, so that a build does
     * it for every second question.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exposures --vendor huawei --as-of 2018-12-08 | /v1/exposures?vendor=huawei&asOf=2018-12-08",
                "exposures --as-of 2018-12-08 --limit 3 --offset 2 | /v1/exposures?asOf=2018-12-08&limit=3&offset=2",
                "exposures --vendor huawei --as-of 1980-01-01 | /v1/exposures?vendor=huawei&asOf=1980-01-01",
                "exposures --carrier sprint --as-of 2018-12-08 --affiliates ofac-50"
                        + " | /v1/carriers/sprint/exposures?asOf=2018-12-08&affiliates=ofac-50",
                "exposures --vendor huawei-marine --as-of 2018-12-08 | /v1/exposures?vendor=huawei-marine&asOf=2018-12-08",
                "conflicts --as-of 2024-01-15 | /v1/conflicts?asOf=2024-01-15",
                "age --as-of 2024-01-15 --country NZ | /v1/age?asOf=2024-01-15&country=NZ",
                "matrix --vendor huawei,zte --as-of 2018-12-08 | /v1/matrix?vendor=huawei,zte&asOf=2018-12-08",
                "paths --from huawei --to sprint --as-of 2018-12-08 | /v1/paths?from=huawei&to=sprint&asOf=2018-12-08",
                "paths --from huawei --to sprint --as-of 2018-12-08 --limit 1"
                        + " | /v1/paths?from=huawei&to=sprint&asOf=2018-12-08&limit=1",
                "changes --from 2018-08-01 --to 2018-12-31 --vendor huawei"
                        + " | /v1/changes?from=2018-08-01&to=2018-12-31&vendor=huawei",
                "events --after 2022-10-01 --until 2022-10-20 --vendor huawei --carrier-country GB"
                        + " | /v1/events?after=2022-10-01&until=2022-10-20&vendor=huawei&carrierCountry=GB",
                "series --from 2018-10-01 --to 2018-12-31 --step P1M"
                        + " | /v1/changes?from=2018-10-01&to=2018-12-31&step=P1M",
                "ownership --organization hmn-tech --rule ofac-50 --listed huawei --as-of 2018-12-08"
                        + " | /v1/organizations/hmn-tech/ownership?rule=ofac-50&listed=huawei&asOf=2018-12-08",
                "ownership --organization huawei-marine --rule ofac-50 --listed huawei --as-of 2018-12-08"
                        + " | /v1/organizations/hmn-tech/ownership?rule=ofac-50&listed=huawei&asOf=2018-12-08",
                "ownership --rule ofac-50 --listed huawei --as-of 2018-12-08 --verdict yes,no"
                        + " | /v1/ownership?rule=ofac-50&listed=huawei&asOf=2018-12-08&verdict=yes,no",
                "scenario examples/sprint-to-t-mobile.json | /v1/scenarios"
            })
    void shouldAnswerTheSameEitherWay(String question, String address) throws Exception {
        int number = questions++;
        Output readAnew = number % Nightly.or(2, 1) == 0 ? Output.values()[number % Output.values().length] : null;
        for (Output form : Output.values()) {
            List<String> words = new ArrayList<>(List.of("ask"));
            words.addAll(Arrays.asList(question.split(" ")));
            words.addAll(List.of("--output", form.toString()));
            String[] asked = words.toArray(String[]::new);

            Run there = Run.of(beside, asked);
            Path file = question.startsWith("scenario") ? Path.of(question.split(" ")[1]) : null;
            String answer = api(address, form, "application/json", file);

            assertThat(there.code()).as(there.err()).isZero();
            assertThat(there.err()).matches(form == Output.CSV ? "(these rows are not all: .*\\R)?" : "");
            assertThat(there.out()).as(form.toString()).isEqualTo(whole(answer, form));
            if (form == readAnew) {
                assertThat(Run.of(alone, asked)).as(form.toString()).isEqualTo(there);
            }
        }
    }

    @Test
    void shouldScreenTheSameEitherWay() throws Exception {
        Path names = Files.writeString(folder.resolve("names.csv"), NAMES);
        for (Output form : Output.values()) {
            String[] asked = {"ask", "screen", names.toString(), "--as-of", "2018-12-08", "--output", form.toString()};

            Run here = Run.of(alone, asked);
            Run there = Run.of(beside, asked);
            String answer = api("/v1/screenings?asOf=2018-12-08", form, "text/csv", names);

            assertThat(there.code()).as(there.err()).isZero();
            assertThat(there.out()).as(form.toString()).isEqualTo(here.out()).isEqualTo(whole(answer, form));
        }
    }

    /** A line of JSON ends at a terminal. */
    private static String whole(String answer, Output form) {
        return form == Output.JSON ? answer + System.lineSeparator() : answer;
    }

    private String api(String target, Output form, String type, Path body) throws Exception {
        String format = (target.contains("?") ? "&" : "?") + "format=" + form;
        HttpRequest.Builder request = HttpRequest.newBuilder(address().resolve(target + format))
                .timeout(Patience.LONGEST)
                .header("X-API-Key", own.key());
        if (body != null) {
            request.header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofFile(body));
        }
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(Patience.LONGEST).build()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exposures --min-hops two                             | 2",
                "exposures --carrier-country XX                       | 2",
                "exposures --vendor ''                                | 2",
                "exposures --vendor huawey                            | 1",
                "exposures --carrier huawei                           | 1",
                "exposures --carrier ''                               | 2",
                "exposures --as-of 2018-12-08 --as-of 2019-01-01      | 2",
                "paths --from huawei                                  | 2",
                "series --from 2018-01-01 --to 2018-12-31             | 2",
                "ownership                                            | 2",
                "ownership --organization huawey --rule ofac-50       | 1",
                "conflicts --due-within soon                          | 2",
                "events --after soon                                  | 2",
                "events --after 2017-01-01 --until 2018-12-31         | 1",
                "scenario README.md                                   | 2",
                "scenario nowhere.json                                | 2",
                "screen README.md                                     | 2",
                "screen README.md --as-of 2018                        | 2"
            })
    void shouldRefuseTheSameEitherWay(String question, int code) {
        String[] asked = Arrays.stream(("ask " + question).split(" +"))
                .map(word -> word.equals("''") ? "" : word)
                .toArray(String[]::new);

        Run here = Run.of(alone, asked);
        Run there = Run.of(beside, asked);

        assertThat(there).isEqualTo(here);
        assertThat(here.code()).isEqualTo(code);
        assertThat(here.err()).isNotBlank().doesNotContain("unexpectedly");
    }

    @Test
    void shouldReportAllPartsOfAScenarioThatAreWrong() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.json"), """
                {"changes": [{"kind": "end-tie", "tie": "huawei-supplies-btt"}, {"kind": "end-tie", "tie": "nothing"}]}""");

        Run here = Run.of(alone, "ask", "scenario", bad.toString());

        assertThat(Run.of(beside, "ask", "scenario", bad.toString())).isEqualTo(here);
        assertThat(here.err()).contains("changes[0].tie: ", "did you mean huawei-supplies-bt", "changes[1].tie: ");
    }

    @Test
    void shouldTellTheKeyToTheOwnerAlone() throws IOException {
        Path file = home.resolve("api-address");

        assertThat(Files.readAllLines(file)).containsExactly(address().toString(), own.key());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown"})
    void shouldSayThatItsKeyIsNotGood(String key) throws IOException {
        Path other = Files.createDirectories(folder.resolve("other" + key));
        try (HomeLock held = HomeLock.take(other).orElseThrow()) {
            held.tellApi(address(), key.isEmpty() ? null : key);

            Run run = Run.of(Map.of("TIELINE_HOME", other.toString()), "ask", "exposures");

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).contains("key");
        }
    }

    @Test
    void shouldSayThatTheServerDoesNotAnswer() throws IOException {
        Path other = Files.createDirectories(folder.resolve("gone"));
        try (HomeLock held = HomeLock.take(other).orElseThrow()) {
            held.tellApi(URI.create("http://127.0.0.1:1/"), null);

            Run run = Run.of(Map.of("TIELINE_HOME", other.toString()), "ask", "exposures");

            assertThat(run.code()).isEqualTo(4);
            assertThat(run.err()).startsWith("the server at http://127.0.0.1:1/ does not answer: ");
        }
    }

    @Test
    void shouldWaitForAServerThatStarts() throws Exception {
        Path other = Files.createDirectories(folder.resolve("starting"));
        try (HomeLock held = HomeLock.take(other).orElseThrow()) {
            held.tellApiStarts();
            CompletableFuture<Optional<RunningServer>> found =
                    CompletableFuture.supplyAsync(() -> HomeLock.server(other));
            tell(held);

            assertThat(Patience.get(found)).contains(new RunningServer(address(), null));
        }
    }

    private void tell(HomeLock held) {
        try {
            held.tellApi(address(), null);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shouldNotBelieveTheFileOfAServerThatIsGone() throws IOException {
        Path other = Files.createDirectories(folder.resolve("killed"));
        Files.writeString(other.resolve("lock"), "");
        Files.writeString(other.resolve("api-address"), address() + "\n\n");

        assertThat(HomeLock.server(other)).isEmpty();
    }
}
