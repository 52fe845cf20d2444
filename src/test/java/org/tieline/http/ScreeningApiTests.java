package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.dataset.DatasetReader;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.testing.InMemory;
import org.tieline.testing.Patience;

/** Screens names over HTTP against the shipped data, which is kept in memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreeningApiTests {
    private static final String PATH = "/v1/screenings?asOf=2018-12-08";
    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";

    private final Snapshots snapshots = new Snapshots(new InMemory(DatasetReader.read(Path.of("seed-data"))));
    private final HttpClient http = HttpClient.newHttpClient();
    private Api server;
    private ApiClient api;

    @BeforeAll
    void start() {
        snapshots.refresh();
        server = Api.start("127.0.0.1", 0, new Inquiries(snapshots));
        api = new ApiClient(server.port());
    }

    @AfterAll
    void stop() {
        http.close();
        api.close();
        server.close();
        snapshots.close();
    }

    @Test
    void shouldTellWhatNamesMeanAndWhatIsOnRecord() {
        ApiClient.Reply reply = api.post(
                PATH,
                JSON,
                "{\"entries\":[\"华为\",{\"name\":\"Sprint Corp\",\"country\":\"US\",\"reference\":\"row 7\"},"
                        + "{\"id\":\"kddi\"},\"SoftBank\",\"Cirque du Soleil\"]}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json;charset=utf-8");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.response().body())
                .startsWith("{\"notice\":\"A tie is not a finding of wrongdoing.\",\"searched\"");
        assertThat(reply.at("/searched/asOf").textValue()).isEqualTo("2018-12-08");
        assertThat(reply.at("/total").intValue()).isEqualTo(5);
        assertThat(reply.at("/outcomes").toString()).isEqualTo("{\"matched\":3,\"ambiguous\":1,\"unmatched\":1}");
        List<JsonNode> results = reply.results();
        assertThat(results.get(0).at("/organization/id").textValue()).isEqualTo("huawei");
        assertThat(results.get(0).at("/candidates/0/matched").textValue()).isEqualTo("华为");
        assertThat(results.get(0).at("/candidates/0/scripts/0").textValue()).isEqualTo("Han");
        assertThat(results.get(0).at("/finding/status").textValue()).isEqualTo("restricted");
        assertThat(results.get(0).at("/finding/restrictedBy"))
                .anySatisfy(ban -> assertThat(ban.at("/id").textValue()).isEqualTo("au-5g-2018"))
                .allSatisfy(ban -> {
                    assertThat(ban.at("/since").textValue()).isNotBlank();
                    assertThat(ban.at("/sources")).isNotEmpty();
                });
        JsonNode sprint = results.get(1);
        assertThat(sprint.at("/entry/reference").textValue()).isEqualTo("row 7");
        assertThat(sprint.at("/finding/status").textValue()).isEqualTo("exposed");
        JsonNode huawei = sprint.at("/finding/exposures/0");
        assertThat(huawei.at("/vendor/id").textValue()).isEqualTo("huawei");
        assertThat(huawei.at("/relation").textValue()).isEqualTo("parent");
        assertThat(ApiClient.texts(huawei.at("/ties")))
                .containsExactly("huawei-partners-with-softbank-group", "softbank-group-owns-sprint");
        assertThat(results.get(3).at("/outcome").textValue()).isEqualTo("ambiguous");
        assertThat(results.get(3).at("/organization").isNull()).isTrue();
        assertThat(results.get(3).at("/finding").isNull()).isTrue();
        assertThat(results.get(4).at("/outcome").textValue()).isEqualTo("unmatched");
    }

    @Test
    void shouldSayOfAnEntryAloneThatItsCountryIsNotUnderstood() {
        for (String body : List.of(
                "{\"entries\":[{\"name\":\"KDDI\",\"country\":\"Jpan\"},{\"name\":\"KDDI\",\"country\":\"Japan\"},"
                        + "{\"name\":\"Vodafone Group\",\"country\":\"EU\"}]}",
                "name,country\nKDDI,Jpan\nKDDI,Japan\nVodafone Group,EU\n")) {
            List<JsonNode> results =
                    api.post(PATH, body.startsWith("{") ? JSON : CSV, body).results();

            assertThat(results.get(0).at("/outcome").textValue()).isEqualTo("matched");
            assertThat(results.get(0).at("/entry/country").textValue()).isEqualTo("Jpan");
            assertThat(results.get(0).at("/explanation").textValue())
                    .contains("; the country does not count: country must be an ISO 3166-1 alpha-2 code")
                    .contains("was Jpan; did you mean Japan (JP)");
            assertThat(results.get(1).at("/entry/country").textValue()).isEqualTo("JP");
            assertThat(results.get(1).at("/candidates/0/countries").textValue()).isEqualTo("same");
            assertThat(results.get(2).at("/outcome").textValue()).isEqualTo("matched");
        }
    }

    @Test
    void shouldLinkToTheExposuresThatItSums() {
        JsonNode result = api.post(
                        PATH + "&minBan=reported&nature=order,power&country=AU,US&maxHops=3",
                        JSON,
                        "{\"entries\":[\"Sprint\"]}")
                .results()
                .getFirst();
        String link = result.at("/finding/links/exposures").textValue();
        JsonNode exposures = api.read(link);

        assertThat(exposures.at("/total").intValue())
                .isPositive()
                .isEqualTo(result.at("/finding/exposuresTotal").intValue());
        assertThat(api.read(result.at("/finding/exposures/0/links/self").textValue())
                        .at("/total")
                        .intValue())
                .isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/csv                      | name,country\\nKDDI,JP\\n\"Sprint\",\\n",
                "text/csv; charset=UTF-8       | \uFEFFreference,id,name\\r\\n1,kddi,\\r\\n2,,Sprint\\r\\n",
                "application/json              | {\"entries\":[\"KDDI\",{\"id\":\"sprint\"}]}",
                "application/x-ndjson          | \"KDDI\"\\n\\n{\"name\":\"Sprint\",\"country\":\"us\"}\\n"
            })
    void shouldReadEachForm(String type, String body) {
        ApiClient.Reply reply = api.post(PATH, type, body.replace("\\n", "\n").replace("\\r", "\r"));

        assertThat(reply.results())
                .extracting(result -> result.at("/organization/id").textValue())
                .containsExactly("kddi", "sprint");
    }

    @Test
    void shouldUnderstandOtherHeadersAndHandTheRestThrough() {
        String table = "No.,Company Name,LAND,score\n7,KDDI,Japan,high\n8,=Sprint,,\n";
        ApiClient.Reply reply = api.post(PATH, CSV, table);

        assertThat(reply.at("/columns").toString()).isEqualTo("{\"name\":\"Company Name\",\"country\":\"LAND\"}");
        assertThat(reply.results().getFirst().at("/organization/id").textValue())
                .isEqualTo("kddi");
        assertThat(reply.results().getFirst().at("/entry/country").textValue()).isEqualTo("JP");
        assertThat(reply.results().getFirst().at("/entry/other").toString())
                .isEqualTo("{\"No.\":\"7\",\"score\":\"high\"}");
        assertThat(api.post(PATH, CSV, "Firma\nKDDI\n").at("/columns/name").textValue())
                .isEqualTo("Firma");
        assertThat(api.post(PATH, CSV, "company,name\nNobody at all,KDDI\n")
                        .at("/results/0/organization/id")
                        .textValue())
                .isEqualTo("kddi");
    }

    @Test
    void shouldAnswerInLines() throws IOException {
        List<String> lines = answered("application/x-ndjson;q=0.9, text/csv;q=0.1", "{\"entries\":[\"KDDI\",\"BT\"]}")
                .lines()
                .toList();

        assertThat(lines).hasSize(4);
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(lines.get(0)).at("/notice").textValue()).startsWith("A tie is not");
        assertThat(json.readTree(lines.get(1)).at("/organization/id").textValue())
                .isEqualTo("kddi");
        assertThat(json.readTree(lines.get(2)).at("/organization/id").textValue())
                .isEqualTo("bt");
        assertThat(json.readTree(lines.get(3)).at("/outcomes/matched").intValue())
                .isEqualTo(2);
    }

    @Test
    void shouldAnswerInATable() {
        List<String> lines = answered(
                        "text/csv", "{\"entries\":[{\"name\":\"华为\",\"reference\":\"a,b\"},\"SoftBank\"]}")
                .lines()
                .toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("number,reference,identifier,id,name,country,outcome,organization,");
        assertThat(lines.get(1)).startsWith("1,\"a,b\",,,华为,,matched,huawei,Huawei,CN,98,exact,华为,");
        assertThat(lines.get(2))
                .startsWith("2,,,,SoftBank,,ambiguous,,,,98,exact,SoftBank,")
                .contains(",softbank-group:98 softbank-corp:92,,,,");
        assertThat(lines).allSatisfy(line -> assertThat(line).matches(".*(notice,asOf|wrongdoing\\.,2018-12-08)"));
    }

    @Test
    void shouldStreamTenThousandEntries() throws IOException, InterruptedException {
        String names = IntStream.range(0, 10_000)
                .mapToObj(i -> "{\"name\":\"%s\",\"reference\":\"%d\"}"
                        .formatted(
                                List.of("Vodafone", "华为", "Hauwei", "Sprint", "nobody at all")
                                        .get(i % 5),
                                i))
                .collect(Collectors.joining(","));
        HttpResponse<InputStream> response = http.send(
                request("application/x-ndjson", "{\"entries\":[" + names + "]}"),
                HttpResponse.BodyHandlers.ofInputStream());

        assertThat(response.headers().firstValue("Content-Length")).isEmpty();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).contains("\"total\":10000");
            assertThat(lines.readLine()).contains("\"number\":1,", "vodafone-group");
            List<String> rest = lines.lines().toList();
            assertThat(rest).hasSize(10_000);
            assertThat(rest.get(9_998)).contains("\"number\":10000,", "\"reference\":\"9999\"");
            assertThat(rest.getLast()).contains("\"matched\":6000", "\"ambiguous\":2000", "\"unmatched\":2000");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {\"entries\":[]}                              | entries must be 1 to 10000, were none",
                "application/json | {\"entries\":[\"a\"],\"x\":1} | entries must be given and nothing else",
                "application/json | {}                                            | entries must be given",
                "application/json | {\"entries\":[\"a\",{\"country\":\"JP\"}]}    | entries[1]: name, id or identifier must be given",
                "application/json | {\"entries\":[\"a\",null]}                    | entries[1]: must be a name",
                "application/json | {\"entries\":[{\"nam\":\"a\"}]}               | entries[0]: nam is not known here; known are name, id, identifier, country, reference",
                "application/json | {\"entries\":[{\"name\":[3]}]}                | entries[0]: name must be a text, was [3]",
                "application/json | {\"entries\":[3]}                           | entries[0]: must be a name in quotes, or an object with name, id or identifier, was 3",
                "application/json | {\"entries\":3}                             | entries must be given and nothing else",
                "application/json | [\"KDDI\"]                                  | entries must be given and nothing else",
                "application/json | {\"entries\":[\"a\"                           | , at line 1, column",
                "application/x-ndjson | \"a\"~{\"name\":                          | line 2: ",
                "text/csv         | wer,land~KDDI,JP                              | line 1: name, id or identifier must be in the header, were wer, land",
                "text/csv         | name,x,x~KDDI,1,2                             | line 1, column 3: x must be in the header once",
                "text/csv         | name,name~KDDI,JP                             | line 1, column 2: name must be in the header once",
                "text/csv         | country~JP                                    | line 1: name, id or identifier must be in the header",
                "text/csv         | name,country~KDDI,JP~BT                       | line 3, column 2: must have 2 fields like the header, has 1",
                "text/csv         | name,country~KDDI,JP,x                        | line 2, column 3: must have 2 fields",
                "text/csv         | name,country~KDDI,Japan~,JP                   | line 3, column 1: name, id or identifier must be given",
                "text/csv         | name~\"KDDI                                   | line 2: must be CSV as of RFC 4180",
                "text/csv         | name                                          | entries must be 1 to 10000, were none",
                "text/csv         | ''                                            | line 1: must be a header",
            })
    void shouldSayWhereABodyIsWrong(String type, String body, String detail) {
        ApiClient.Reply reply = api.post(PATH, type, body.replace('~', '\n'));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/type").textValue()).isEqualTo("/problems/bad-question");
        assertThat(reply.at("/detail").textValue()).contains(detail);
    }

    @Test
    void shouldRefuseTooManyAndTooMuch() {
        String many = "name\n" + "KDDI\n".repeat(10_001);
        String much = "name\n" + ("x".repeat(250) + "\n").repeat(20_000);

        assertThat(api.post(PATH, CSV, many).at("/detail").textValue())
                .contains("entries must be 1 to 10000, were more");
        assertThat(api.post(PATH, CSV, much).status()).isEqualTo(413);
    }

    @Test
    void shouldSayWhichBytesAreNotUtf8() throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(uri())
                        .timeout(Patience.LONGEST)
                        .header("Content-Type", CSV)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(
                                "name\nTelefónica\n".getBytes(StandardCharsets.ISO_8859_1)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("line 2, byte 6: must be UTF-8, was 0xF3");
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "application/xml", "text/csv;charset=iso-8859-1"})
    void shouldRefuseOtherTypes(String type) {
        ApiClient.Reply reply = api.post(PATH, type, "name\nKDDI\n");

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.at("/detail").textValue()).contains("application/json", "text/csv", type);
    }

    @Test
    void shouldRefuseToAnswerInATypeThatItDoesNotHave() throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(request("text/html", "{\"entries\":[\"KDDI\"]}"), HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(response.body()).contains("text/html", "application/x-ndjson");
    }

    @ParameterizedTest
    @CsvSource({
        "asOf=2018, 400",
        "perhaps=1, 400",
        "vendor=huawei, 400",
        "government=gov-atlantis, 404",
        "maxHops=11, 400"
    })
    void shouldRefuseBadParametersBeforeItAnswers(String query, int status) {
        assertThat(api.post("/v1/screenings?" + query, JSON, "{\"entries\":[\"KDDI\"]}")
                        .status())
                .isEqualTo(status);
    }

    @Test
    void shouldBeAskedByPostAlone() {
        ApiClient.Reply reply = api.get("/v1/screenings");

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo("POST, OPTIONS");
        assertThat(reply.header("Accept-Post")).isEqualTo("application/json, application/x-ndjson, text/csv");
    }

    private String answered(String accept, String body) {
        try {
            HttpResponse<String> response = http.send(request(accept, body), HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(accept)
                    .startsWith(response.headers()
                            .firstValue("Content-Type")
                            .orElseThrow()
                            .split(";")[0]);
            return response.body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpRequest request(String accept, String body) {
        return HttpRequest.newBuilder(uri())
                .timeout(Patience.LONGEST)
                .header("Content-Type", JSON)
                .header("Accept", accept)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + server.port() + PATH);
    }
}
