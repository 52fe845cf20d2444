package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.question.AnswerTable;
import org.tieline.testing.ShippedGraph;

/** Lists of the shipped data as tables and lines, page after page, small, and from former addresses. */
@ShippedGraph
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListFormTests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DECEMBER = "/v1/exposures?vendor=huawei&asOf=2018-12-08";
    private static final Pattern LINK = Pattern.compile("<([^>]*)>; rel=\"([a-z]+)\"");

    private ShippedApi shipped;
    private ApiClient api;
    private RawHttp http;

    @BeforeAll
    void start(Neo4j neo4j) {
        shipped = ShippedApi.shared(neo4j);
        api = shipped.client();
        http = new RawHttp(shipped.port());
    }

    @AfterAll
    void stop() {
        shipped.close();
    }

    @ParameterizedTest
    @CsvSource({"/v1/search?q=telecom, true", "/v1/search?q=huawei&limit=1, false"})
    void shouldSayInEveryFormWhenASearchIsCut(String path, boolean cut) {
        JsonNode json = api.read(path);

        RawHttp.Reply table = http.ask("GET " + path, "Accept: text/csv");

        assertThat(json.get("truncated").booleanValue()).isEqualTo(cut);
        assertThat(table.header("Tieline-Truncated")).isEqualTo(cut ? "true" : null);
        assertThat(table.header("Tieline-Total")).isEqualTo(json.get("total").asText());
        assertThat(json.get("total").intValue() == 100).isEqualTo(cut);
    }

    @Test
    void shouldCountInEveryFormWhatIsFoundOfAnyKind() {
        String path = "/v1/find?q=telecom&limit=1";
        JsonNode json = api.read(path);

        RawHttp.Reply table = http.ask("GET " + path, "Accept: text/csv");

        assertThat(json.get("total").intValue()).isGreaterThan(100);
        assertThat(rows(table.text())).hasSameSizeAs(json.get("results"));
        assertThat(table.header("Tieline-Total")).isEqualTo(json.get("total").asText());
    }

    @Test
    void shouldGiveOneRowAnExposure() {
        JsonNode json = api.read(DECEMBER + "&limit=1000");

        RawHttp.Reply table = http.ask("GET " + DECEMBER + "&limit=1000", "Accept: text/csv");
        List<NamedCsvRecord> rows = rows(table.text());

        assertThat(table.header("Content-Type")).isEqualTo("text/csv;charset=utf-8;header=present");
        assertThat(table.header("Tieline-Total")).isEqualTo(json.get("total").asText());
        assertThat(table.header("Tieline-Notice")).isEqualTo(json.get("notice").textValue());
        assertThat(table.header("Tieline-Snapshot"))
                .isEqualTo(json.at("/searched/snapshot").textValue());
        assertThat(rows).hasSameSizeAs(json.get("results")).hasSizeGreaterThan(100);
        for (int i = 0; i < rows.size(); i++) {
            JsonNode exposure = json.at("/results/" + i);
            NamedCsvRecord row = rows.get(i);
            assertThat(row.getField("vendor")).isEqualTo("huawei");
            assertThat(row.getField("carrier"))
                    .isEqualTo(exposure.at("/carrier/id").textValue());
            assertThat(row.getField("carrierName"))
                    .isEqualTo(exposure.at("/carrier/name").textValue());
            assertThat(row.getField("carrierCountry"))
                    .isEqualTo(exposure.at("/carrier/country").asText(""));
            for (String field : List.of("hops", "relation", "evidence", "certainty")) {
                assertThat(row.getField(field)).isEqualTo(exposure.get(field).asText());
            }
            assertThat(row.getField("flags")).isEqualTo(bars(exposure.get("flags"), ""));
            assertThat(row.getField("ties")).isEqualTo(bars(exposure.get("path"), "/tie"));
            assertThat(row.getField("path")).isEqualTo("huawei|" + bars(exposure.get("path"), "/to"));
            assertThat(row.getField("bans")).isEqualTo(bars(exposure.get("bans"), "/ban"));
            assertThat(row.getField("self"))
                    .isEqualTo(exposure.at("/links/self").textValue());
        }
        NamedCsvRecord sprint = rows.stream()
                .filter(row -> row.getField("carrier").equals("sprint"))
                .findFirst()
                .orElseThrow();
        assertThat(sprint.getField("path")).isEqualTo("huawei|softbank-group|sprint");
        assertThat(sprint.getField("sources")).contains("reuters-2018-12-07-japan-ban");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DECEMBER,
                "/v1/carriers/sprint/exposures?asOf=2018-12-08",
                "/v1/conflicts?asOf=2021-06-01",
                "/v1/age?asOf=2021-06-01&country=GB",
                "/v1/changes?vendor=huawei&from=2018-11-01&to=2018-12-08",
                "/v1/changes?vendor=huawei&from=2018-01-01&to=2018-12-01&step=P1M",
                "/v1/paths?from=huawei&to=sprint&asOf=2018-12-08",
                "/v1/matrix?asOf=2018-12-08",
                "/v1/ownership?rule=ofac-50&listed=huawei&asOf=2018-12-08",
                "/v1/ownership/rules?asOf=2018-12-08",
                "/v1/organizations?kind=vendor",
                "/v1/search?q=huawei",
                "/v1/bans?asOf=2020-12-31"
            })
    void shouldAnswerEveryListInEveryForm(String list) throws JsonProcessingException {
        JsonNode results = api.read(list).get("results");
        assertThat(results).isNotEmpty();

        for (String type : List.of("application/x-ndjson", "application/jsonl")) {
            RawHttp.Reply lines = http.ask("GET " + list, "Accept: " + type);
            assertThat(lines.header("Content-Type")).isEqualTo(type + ";charset=utf-8");
            List<JsonNode> read = new ArrayList<>();
            for (String line : lines.text().split("\n")) {
                read.add(JSON.readTree(line));
            }
            assertThat(read).isEqualTo(ApiClient.elements(results));
            assertThat(lines.text()).endsWith("\n");
            assertThat(links(lines)).contains("alternate=" + list + "&format=json");
        }
        RawHttp.Reply table = http.ask("GET " + list, "Accept: text/csv");
        assertThat(table.status()).isEqualTo(200);
        assertThat(table.header("Tieline-Notice")).isNotBlank();
        List<NamedCsvRecord> rows = rows(table.text());
        assertThat(rows).hasSameSizeAs(results);
        assertThat(rows).allSatisfy(row -> assertThat(row.getFields()).anyMatch(cell -> !cell.isEmpty()));
        assertThat(http.ask("GET " + list + "&format=csv-bom").text()).isEqualTo("\uFEFF" + table.text());
        RawHttp.Reply refused = http.ask("GET " + list, "Accept: text/html, application/json;q=0");
        assertThat(refused.status()).isEqualTo(406);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.text())
                .contains(
                        "Accept must allow one of application/json, application/jsonl, application/x-ndjson, text/csv");
    }

    @Test
    void shouldAnswerAScenarioInEveryFormToo() {
        String body =
                "{\"changes\":[{\"kind\":\"add-tie\",\"from\":\"huawei\",\"type\":\"SUPPLIES\",\"to\":\"sprint\"}],"
                        + "\"question\":{\"vendor\":\"huawei\",\"asOf\":\"2018-12-08\"}}";
        ApiClient.Reply json = api.post("/v1/scenarios", "application/json", body);
        RawHttp.Reply table = http.ask(
                "POST /v1/scenarios?format=csv",
                "Content-Type: application/json",
                "Content-Length: " + body.length() + "\r\n\r\n" + body);

        assertThat(json.header("Cache-Control")).isEqualTo("no-store");
        assertThat(json.header("Tieline-Snapshot")).isNotBlank();
        assertThat(rows(table.text()))
                .hasSameSizeAs(json.results())
                .anySatisfy(row -> assertThat(row.getField("after.ties")).isEqualTo("supposed-tie-0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/csv, */*                                     | text/csv",
                "*/*, text/csv                                     | text/csv",
                "application/json;q=0, */*                         | application/jsonl",
                "text/*                                            | text/csv",
                "application/*;q=0.2, text/csv;q=0.1               | application/json",
                "text/csv;q=0.3, application/x-ndjson;q=0.5        | application/x-ndjson",
                "TEXT/CSV; header=absent                           | text/csv",
                "text/csv;q=wrong                                  | text/csv",
                "text/html,application/xhtml+xml,*/*;q=0.8         | application/json",
                "text/html, image/gif, *; q=.2, */*; q=.2          | application/json",
                "application/json, text/csv                        | application/json",
                "text/csv, application/json                        | text/csv"
            })
    void shouldTakeTheMostWelcomeForm(String accept, String type) {
        assertThat(http.ask("GET /v1/organizations?limit=1", "Accept: " + accept)
                        .header("Content-Type"))
                .startsWith(type + ";");
    }

    @Test
    void shouldAnswerOneThingAsAListOfOne() {
        assertThat(http.ask("GET /v1/organizations/huawei", "Accept: text/csv").text())
                .startsWith(
                        "id,name,kind,country,aliases,formerIds,since,until,successor,asOf\r\nhuawei,Huawei,vendor,CN,")
                .hasLineCount(2);
        assertThat(http.ask("GET /v1/organizations/huawei?format=jsonl").text()).hasLineCount(1);
        assertThat(http.ask("GET /v1/organizations/huawei", "Accept: image/png").status())
                .isEqualTo(406);
        assertThat(http.ask("GET /v1/organizations/huawei", "Accept: */*").status())
                .isEqualTo(200);
    }

    @Test
    void shouldWriteNothingThatASpreadsheetTakesForAFormula() {
        StringWriter out = new StringWriter();
        List<String> cells = List.of(
                "=1+1", "+49 30", "-x", "@sum", "\tx", "\uFF1Dx", "-12.5", "a=b", "", "Telefónica, \"S.A.\"\nMadrid");
        new AnswerTable(cells.stream().map(cell -> "column").toList(), List.of(cells)).write(out);

        assertThat(CsvReader.builder().ofCsvRecord(out.toString()).stream()
                        .toList()
                        .getLast()
                        .getFields())
                .containsExactly(
                        "'=1+1",
                        "'+49 30",
                        "'-x",
                        "'@sum",
                        "'\tx",
                        "'\uFF1Dx",
                        "-12.5",
                        "a=b",
                        "",
                        "Telefónica, \"S.A.\"\nMadrid");
    }

    @Test
    void shouldLeadThroughAListByItsLinks() {
        String question = DECEMBER + "&carrierCountry=JP,US&maxHops=%34";
        JsonNode whole = api.read(question);
        List<JsonNode> forth = new ArrayList<>();
        List<JsonNode> last = new ArrayList<>();
        String address = question + "&limit=3&offset=0";
        String previous = null;
        while (address != null) {
            ApiClient.Reply part = api.get(address);
            List<String> links = links(part.header("Link"));
            assertThat(links).contains("first=" + question + "&limit=3&offset=0");
            assertThat(target(links, "prev")).isEqualTo(previous);
            forth.addAll(part.results());
            last = part.results();
            previous = address;
            address = target(links, "next");
        }

        assertThat(forth).hasSizeGreaterThan(6).isEqualTo(ApiClient.elements(whole.get("results")));
        assertThat(last).isNotEmpty();
        assertThat(links(api.get(question).header("Link")))
                .containsExactly("first=" + question + "&limit=100&offset=0");
        RawHttp.Reply strange = http.ask("GET /v1/search?q=hua%3Ewei%22&limit=1&offset=2");
        assertThat(strange.header("Link")).contains("</v1/search?q=hua%3Ewei%22&limit=1&offset=0>; rel=\"first\"");
    }

    @Test
    void shouldCompressWhatIsLongForWhoeverTakesIt() {
        RawHttp.Reply plain = http.ask("GET " + DECEMBER);
        RawHttp.Reply zipped = http.ask("GET " + DECEMBER, "Accept-Encoding: gzip");
        RawHttp.Reply small = http.ask("GET /v1/sources/techcentral-cellc-bluelabel", "Accept-Encoding: gzip");

        assertThat(plain.header("Content-Encoding")).isNull();
        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.unzipped()).isEqualTo(plain.text());
        assertThat(zipped.body().length).isLessThan(plain.body().length / 5);
        assertThat(zipped.header("ETag")).isNotEqualTo(plain.header("ETag"));
        assertThat(zipped.header("Vary")).contains("Accept-Encoding");
        assertThat(small.status()).isEqualTo(200);
        assertThat(small.header("Content-Encoding")).isNull();
        assertThat(http.ask("GET " + DECEMBER, "Accept-Encoding: gzip;q=0, identity")
                        .header("Content-Encoding"))
                .isNull();
        assertThat(http.ask("GET " + DECEMBER, "Accept-Encoding: gzip", "If-None-Match: " + zipped.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void shouldTagWhatTheDatabaseWasAskedForToo() {
        for (String path : List.of(
                "/v1/organizations/huawei?asOf=2019-01-01",
                "/v1/organizations?limit=2",
                "/v1/bans?limit=2",
                "/v1/search?q=huawei",
                "/v1/ties/huawei-partners-with-softbank-group",
                "/v1/sources/reuters-2018-12-07-japan-ban")) {
            RawHttp.Reply first = http.ask("GET " + path);

            assertThat(first.header("ETag")).as(path).isNotNull();
            assertThat(first.header("Tieline-Snapshot"))
                    .isEqualTo(shipped.snapshots().current().version());
            RawHttp.Reply again = http.ask("GET " + path, "If-None-Match: " + first.header("ETag"));
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
            assertThat(again.header("Content-Length")).as("of nothing").isNull();
        }
        assertThat(http.ask("GET /v1/organizations/huawe", "If-None-Match: *").status())
                .isEqualTo(404);
    }

    /** RFC 9110 allows the length of what GET sends, or none. */
    @Test
    void shouldTellHeadNoLengthOfNothing() {
        RawHttp.Reply reply = http.ask("HEAD /v1/exposures?vendor=huawei&asOf=2018-12-08&limit=2");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Length")).isNull();
        assertThat(reply.header("Tieline-Total")).isEqualTo("274");
        assertThat(reply.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/organizations/huawei-marine, /v1/organizations/hmn-tech",
        "/v1/organizations/huawei-marine?asOf=2018-12-08&x=%20, /v1/organizations/hmn-tech?asOf=2018-12-08&x=%20",
        "/v1/organizations/huawei-marine/ownership?rule=ofac-50, /v1/organizations/hmn-tech/ownership?rule=ofac-50",
        "/v1/carriers/huawei-marine/exposures?vendor=zte, /v1/carriers/hmn-tech/exposures?vendor=zte"
    })
    void shouldLeadFromAFormerIdToThePresentOne(String former, String present) {
        for (String method : List.of("GET ", "HEAD ")) {
            RawHttp.Reply reply = http.ask(method + former);

            assertThat(reply.status()).isEqualTo(308);
            assertThat(reply.header("Location")).isEqualTo(present);
            assertThat(reply.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/exposures?asOf=2021-06-01&vendor=, vendors/0/id",
        "/v1/paths?asOf=2018-12-08&to=converge-ict&from=, from/id",
        "/v1/paths?asOf=2018-12-08&from=huawei&to=, to/id",
        "/v1/bans?asOf=2022-01-01&target=, target/0",
        "/v1/ownership?rule=ofac-50&asOf=2018-12-08&listed=, listed/0/id"
    })
    void shouldUnderstandAFormerIdInAQuestion(String question, String place) {
        JsonNode former = api.read(question + "huawei-marine");

        assertThat(former.at("/searched/" + place).textValue()).isEqualTo("hmn-tech");
        assertThat(former).isEqualTo(api.read(question + "hmn-tech"));
    }

    @Test
    void shouldTellFormerIds() {
        assertThat(ApiClient.texts(api.read("/v1/organizations/hmn-tech").get("formerIds")))
                .containsExactly("huawei-marine");
        assertThat(api.get("/v1/ties/huawei-marine").status()).isEqualTo(404);
        JsonNode screened = api.post("/v1/screenings", "application/json", "{\"entries\":[{\"id\":\"huawei-marine\"}]}")
                .body();
        assertThat(screened.at("/results/0/organization/id").textValue()).isEqualTo("hmn-tech");
    }

    private static List<NamedCsvRecord> rows(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }

    private static String bars(JsonNode elements, String pointer) {
        List<String> texts = new ArrayList<>();
        elements.forEach(element -> texts.add(element.at(pointer).textValue()));
        return String.join("|", texts);
    }

    private static List<String> links(RawHttp.Reply reply) {
        return links(reply.header("Link"));
    }

    /** Each as {@code rel=address}. */
    private static List<String> links(String header) {
        Matcher matcher = LINK.matcher(header);
        return matcher.results()
                .map(link -> link.group(2) + "=" + link.group(1))
                .toList();
    }

    private static String target(List<String> links, String relation) {
        return links.stream()
                .filter(link -> link.startsWith(relation + "="))
                .map(link -> link.substring(relation.length() + 1))
                .findFirst()
                .orElse(null);
    }
}
