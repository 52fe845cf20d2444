package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.dataset.DatasetReader;
import org.tieline.question.Json;
import org.tieline.question.Snapshots;
import org.tieline.question.registry.Inquiries;
import org.tieline.testing.Assistants;
import org.tieline.testing.InMemory;

/** An assistant asks over HTTP, with the client of the SDK. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class McpRouteTests {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Four characters are about a token. */
    private static final int MOST = 8_000 * 4;

    private Snapshots snapshots;
    private Api served;
    private ApiClient api;
    private McpSyncClient assistant;

    @BeforeAll
    void connect() {
        snapshots = new Snapshots(new InMemory(DatasetReader.read(Path.of("seed-data"))));
        snapshots.refresh();
        served = Api.start("127.0.0.1", 0, new Inquiries(snapshots), PatientApi.OPTIONS);
        api = new ApiClient(served.port());
        assistant = Assistants.over("http://127.0.0.1:" + served.port());
    }

    @AfterAll
    void disconnect() {
        assistant.close();
        api.close();
        served.close();
        snapshots.close();
    }

    @Test
    void shouldAnswerWithPathSourcesAgeAndWhereItComesFrom() {
        CallToolResult result =
                call("exposures", Map.of("vendor", List.of("huawei"), "asOf", "2018-12-08", "carrier", "sprint"));

        JsonNode content = content(result);
        JsonNode found = content.at("/answer/results/0");
        assertThat(result.isError()).isFalse();
        assertThat(found.at("/relation").textValue()).isEqualTo("parent");
        assertThat(found.at("/path/1/tie").textValue()).isEqualTo("softbank-group-owns-sprint");
        assertThat(found.at("/path/0/lastEvidenced").textValue()).isNotBlank();
        assertThat(found.at("/path/0/sources")).isNotEmpty();
        assertThat(content.at("/answer/notice").textValue()).isEqualTo(Json.NOTICE);
        assertThat(content.at("/answer/searched/asOf").textValue()).isEqualTo("2018-12-08");
        assertThat(content.at("/snapshot").textValue())
                .isEqualTo(snapshots.current().version());
        assertThat(content.at("/more")).isEmpty();
        assertThat(content.at("/next").isNull()).isTrue();
        assertThat(content.at("/page").textValue())
                .isEqualTo(
                        "http://127.0.0.1:%d/carriers/sprint?vendor=huawei&asOf=2018-12-08".formatted(served.port()));
        assertThat(get(content)).isEqualTo(content.get("answer"));
        assertThat(text(result))
                .contains("sprint", "parent", content.at("/page").textValue());
    }

    @Test
    void shouldGiveALongAnswerInPartsThatFit() {
        List<JsonNode> seen = new ArrayList<>();
        JsonNode next = JSON.createObjectNode().put("offset", 0);
        int calls = 0;
        while (!next.isNull() && calls < 40) {
            CallToolResult result = call(
                    "exposures",
                    Map.of(
                            "vendor",
                            "huawei",
                            "asOf",
                            "2018-12-08",
                            "offset",
                            next.get("offset").intValue()));
            JsonNode content = content(result);
            assertThat(content.toString().length() + text(result).length()).isLessThan(MOST);
            assertThat(get(content)).isEqualTo(content.get("answer"));
            content.at("/answer/results").forEach(seen::add);
            next = content.get("next");
            calls++;
            assertThat(content.get("more").isEmpty()).isEqualTo(next.isNull());
        }

        assertThat(calls).isGreaterThan(3);
        List<JsonNode> first = seen.subList(0, Math.min(seen.size(), 100));
        assertThat(first)
                .isEqualTo(api.get("/v1/exposures?vendor=huawei&asOf=2018-12-08")
                        .results()
                        .subList(0, first.size()));
    }

    @Test
    void shouldSayThatASearchHasTheBestAlone() {
        JsonNode cut = content(call("search", Map.of("q", "telecom", "offset", 90)));
        JsonNode whole = content(call("search", Map.of("q", "huawei")));

        assertThat(cut.at("/answer/truncated").booleanValue()).isTrue();
        assertThat(cut.at("/more/0").textValue()).contains("more than these 100");
        assertThat(whole.get("more")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "paths         | {'from': 'huawei', 'to': 'vodafone-group', 'asOf': '2019-06-01', 'maxHops': 6}",
                "changes       | {'from': '2018-01-01', 'to': '2020-12-31'}",
                "conflicts     | {'asOf': '2024-01-15', 'include': ['sources', 'ties', 'organizations']}",
                "ownership     | {'rule': 'ofac-50', 'listed': ['huawei'], 'asOf': '2018-12-08'}",
                "summary       | {'by': 'country', 'asOf': '2018-12-08'}",
                "organizations | {'limit': 1000}",
                "organizations | {'id': 'huawei'}",
                "organizations | {'id': 'vodafone-group'}",
                "bans          | {'limit': 1000}",
                "search        | {'q': 'telecom', 'limit': 100}"
            })
    void shouldKeepEveryAnswerSmall(String tool, String arguments) throws Exception {
        CallToolResult result = call(tool, map(arguments));

        JsonNode content = content(result);
        assertThat(result.isError()).as(text(result)).isFalse();
        assertThat(content.toString().length() + text(result).length()).isLessThan(MOST);
        assertThat(content.toString()).contains("notice");
        if (content.get("more").isEmpty()) {
            assertThat(get(content)).isEqualTo(content.get("answer"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exposures | {'asOf': 'soon'}        | asOf must be a day like 2018-12-08, was soon",
                "exposures | {'size': 3}             | size is not a parameter; allowed are vendor, affiliates",
                "exposures | {'vendor': []}          | vendor must not be an empty list; leave it out to use its default",
                "exposures | {'vendor': {'id': 1}}   | vendor must be a text, number or date, or a list of these, was a map",
                "exposures | {'vendor': 'huawey'}    | there is no organization with the id huawey; did you mean huawei",
                "paths     | {'from': 'huawei'}      | to must be given",
                "ties      | {'id': 'nothing'}       | there is no tie with the id nothing"
            })
    void shouldSayWhatWouldBeRight(String tool, String arguments, String sentence) throws Exception {
        CallToolResult result = call(tool, map(arguments));

        assertThat(result.isError()).isTrue();
        assertThat(text(result)).startsWith(sentence);
        assertThat(content(result).get("error").textValue()).isEqualTo(text(result));
    }

    @Test
    void shouldOfferToolsThatOnlyRead() {
        List<Tool> tools = assistant.listTools().tools();

        assertThat(tools).extracting(Tool::name).contains("exposures", "search").doesNotContain("scenario");
        assertThat(tools).allMatch(tool -> tool.annotations().readOnlyHint());
    }

    @Test
    void shouldTellWhatAnAnswerMeansAndWhatIsLoaded() throws Exception {
        List<String> texts = assistant.listResources().resources().stream()
                .map(Resource::uri)
                .map(uri ->
                        assistant.readResource(ReadResourceRequest.builder(uri).build()))
                .map(read -> ((TextResourceContents) read.contents().getFirst()).text())
                .toList();

        assertThat(texts).hasSize(2).anyMatch(text -> text.startsWith("# What an answer means"));
        JsonNode catalog = JSON.readTree(
                texts.stream().filter(text -> text.startsWith("{")).findFirst().orElseThrow());
        assertThat(catalog.get("ties").intValue())
                .isEqualTo(snapshots.current().search().graph().tieCount());
        assertThat(catalog.at("/dataset/sha256").textValue())
                .isEqualTo(snapshots.current().sha256());
    }

    /** The answer of the API at the address that an answer names. */
    private JsonNode get(JsonNode content) {
        String address = content.get("address").textValue();
        String base = "http://127.0.0.1:" + served.port();
        assertThat(address).startsWith(base + "/v1/");
        return api.read(address.substring(base.length()));
    }

    private CallToolResult call(String tool, Map<String, Object> arguments) {
        return assistant.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
    }

    /** @param json with single quotes */
    private static Map<String, Object> map(String json) throws IOException {
        return JSON.readValue(json.replace('\'', '"'), new TypeReference<>() {});
    }

    private static JsonNode content(CallToolResult result) {
        return JSON.valueToTree(result.structuredContent());
    }

    private static String text(CallToolResult result) {
        return ((TextContent) result.content().getFirst()).text();
    }
}
