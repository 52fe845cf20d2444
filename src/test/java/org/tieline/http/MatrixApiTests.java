package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tieline.http.ApiClient.elements;
import static org.tieline.http.ApiClient.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The matrix over HTTP on the shipped data. */
class MatrixApiTests extends ShippedApiTest {
    private static final String DECEMBER = "/v1/matrix?asOf=2018-12-08";
    private static final String ALL = "&limit=1000";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&vendor=huawei",
                "&vendor=huawei,zte,nokia,sprint&maxHops=6",
                "&certainty=certain&minStake=0",
                "&knownAt=2018-12-08&evidencedSince=2016-01-01&minEvidence=announced",
                "&carrierCountry=JP,US&minHops=2",
                "&relation=parent,group&country=US",
            })
    void shouldSayOfEachPairWhatItsOwnQuestionSays(String options) {
        JsonNode matrix = api.read(DECEMBER + options + ALL);

        Map<String, String> cells = new TreeMap<>();
        for (JsonNode row : matrix.get("results")) {
            row.get("exposures")
                    .properties()
                    .forEach(cell ->
                            cells.put(row.at("/carrier/id").textValue() + " " + cell.getKey(), pair(cell.getValue())));
        }
        Map<String, String> single = new TreeMap<>();
        for (JsonNode vendor : matrix.at("/searched/vendors")) {
            String question = "/v1/exposures?asOf=2018-12-08" + options.replaceAll("&vendor=[^&]*", "") + "&vendor="
                    + vendor.get("id").textValue();
            JsonNode answer = api.read(question + ALL);
            for (JsonNode found : answer.get("results")) {
                single.put(
                        found.at("/carrier/id").textValue() + " "
                                + found.at("/vendor/id").textValue(),
                        pair(found));
            }
        }
        assertThat(single).isNotEmpty();
        assertThat(cells).isEqualTo(single);
    }

    private static String pair(JsonNode exposure) {
        return "%s %s %s".formatted(exposure.get("hops"), exposure.get("relation"), exposure.get("evidence"));
    }

    @Test
    void shouldLeadToThePathOfEachPair() {
        JsonNode matrix = api.read(DECEMBER + "&vendor=huawei&minStake=10&carrierCountry=US" + ALL);
        JsonNode sprint = elements(matrix.get("results")).stream()
                .filter(row -> row.at("/carrier/id").textValue().equals("sprint"))
                .findFirst()
                .orElseThrow()
                .at("/exposures/huawei");

        JsonNode single = api.read(sprint.at("/links/self").textValue());

        assertThat(single.at("/searched/minStake").intValue()).isEqualTo(10);
        assertThat(single.at("/results/0/path/0/to").textValue()).isEqualTo("softbank-group");
        assertThat(pair(single.at("/results/0"))).isEqualTo(pair(sprint));
    }

    @Test
    void shouldSayWhatWasSearchedAndHowToReadIt() {
        JsonNode matrix = api.read(DECEMBER);
        JsonNode single = api.read("/v1/exposures?asOf=2018-12-08");

        ObjectNode asked = single.withObject("/searched");
        asked.remove(List.of("segment", "generation", "state", "jurisdiction", "include"));
        assertThat(matrix.get("searched")).isEqualTo(asked);
        assertThat(matrix.get("notice")).isEqualTo(single.get("notice"));
        assertThat(texts(matrix.at("/searched/restricted/natures"))).containsExactly("order");
    }

    @Test
    void shouldGivePartsOfTheRows() {
        List<JsonNode> all = elements(api.read(DECEMBER + ALL).get("results"));

        JsonNode part = api.read(DECEMBER + "&limit=5&offset=3");

        assertThat(part.get("total").intValue()).isEqualTo(all.size());
        assertThat(elements(part.get("results"))).isEqualTo(all.subList(3, 8));
        assertThat(all)
                .extracting(row -> row.at("/carrier/id").textValue())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(all).allSatisfy(row -> assertThat(row.get("exposures")).isNotEmpty());
    }

    @Test
    void shouldBeEmptyWhereNobodyIsRestricted() {
        JsonNode matrix = api.read("/v1/matrix?asOf=1990-01-01");

        assertThat(matrix.get("total").intValue()).isZero();
        assertThat(matrix.get("results")).isEmpty();
        assertThat(matrix.at("/searched/vendors")).isEmpty();
    }

    @Test
    void shouldSayTheSameInATable() {
        JsonNode json = api.read(DECEMBER + ALL);

        HttpResponse<String> csv = api.text(DECEMBER + ALL + "&format=csv", "*/*");

        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=utf-8;header=present");
        assertThat(csv.headers().firstValue("Tieline-Notice"))
                .hasValue(json.get("notice").textValue());
        assertThat(csv.headers().firstValue("Tieline-Total"))
                .hasValue(json.get("total").asText());
        assertThat(csv.headers().firstValue("Tieline-Snapshot"))
                .hasValue(json.at("/searched/snapshot").textValue());
        List<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(csv.body()).stream().toList();
        assertThat(rows).hasSameSizeAs(json.get("results"));
        for (int i = 0; i < rows.size(); i++) {
            JsonNode expected = json.at("/results/" + i);
            NamedCsvRecord row = rows.get(i);
            assertThat(row.getField("carrier"))
                    .isEqualTo(expected.at("/carrier/id").textValue());
            assertThat(row.getField("name"))
                    .isEqualTo(expected.at("/carrier/name").textValue());
            for (JsonNode vendor : json.at("/searched/vendors")) {
                String id = vendor.get("id").textValue();
                for (String field : List.of("relation", "hops", "evidence")) {
                    assertThat(row.getField(id + "." + field))
                            .isEqualTo(expected.at("/exposures/%s/%s".formatted(id, field))
                                    .asText());
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                | */*                                  | application/json",
                "                | text/csv                             | text/csv",
                "                | application/json;q=0.5, text/csv     | text/csv",
                "                | text/csv;q=0.5, application/json     | application/json",
                "                | text/html, application/xml, text/csv | text/csv",
                "                | text/html, */*;q=0.1                 | application/json",
                "&format=json    | text/csv                             | application/json",
                "&format=csv     | application/json                     | text/csv",
            })
    void shouldComeInTheFormThatIsWelcome(String format, String accept, String type) {
        HttpResponse<String> answer = api.text(DECEMBER + "&limit=1" + (format == null ? "" : format), accept);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/matrix?format=xml     | 400 | format must be one of json, jsonl, csv, csv-bom, table, was xml",
                "/v1/matrix?asOf=yesterday | 400 | asOf must be a day like 2018-12-08, was yesterday",
                "/v1/matrix?limit=0        | 400 | limit must be 1..1000, was 0",
                "/v1/matrix?vendor=huawey  | 404 | there is no organization with the id huawey",
            })
    void shouldRefuseWithReason(String question, int status, String detail) {
        ApiClient.Reply reply = api.get(question);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.at("/detail").textValue()).startsWith(detail);
    }
}
