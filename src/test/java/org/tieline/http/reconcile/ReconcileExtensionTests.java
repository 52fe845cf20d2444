package org.tieline.http.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.dataset.DatasetReader;
import org.tieline.http.ApiClient;
import org.tieline.model.Dataset;
import org.tieline.model.Organization;

/** Adds properties to ids, over the shipped data. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReconcileExtensionTests {
    private static final Dataset FACTS = DatasetReader.read(Path.of("seed-data"));
    private static final String DAY = "\"settings\":{\"asOf\":\"2018-12-08\",\"limit\":100}";

    private final ReconcileClient service = new ReconcileClient(FACTS);

    @AfterAll
    void stop() {
        service.close();
    }

    private JsonNode extend(String ids, String... properties) {
        return service.extend("{\"ids\":[%s],\"properties\":[%s]}"
                .formatted(
                        ids,
                        Arrays.stream(properties)
                                .map(each -> "{\"id\":\"%s\",%s}".formatted(each, DAY))
                                .collect(Collectors.joining(","))));
    }

    @Test
    void shouldShowWhatAnExposureStandsOn() {
        JsonNode answer = extend("\"sprint\"", "country", "exposedTo", "exposurePath");
        String evidence = answer.at("/evidence/sprint/exposedTo/0").textValue();

        assertThat(answer.get("notice").textValue()).isEqualTo("A tie is not a finding of wrongdoing.");
        assertThat(answer.get("version").textValue()).isNotBlank();
        assertThat(answer.at("/searched/1/asOf").textValue()).isEqualTo("2018-12-08");
        assertThat(answer.at("/meta/1").toString())
                .isEqualTo(
                        "{\"id\":\"exposedTo\",\"name\":\"Exposed to\",\"type\":{\"id\":\"vendor\",\"name\":\"Vendor\"}}");
        assertThat(answer.at("/rows/sprint/country/0/str").textValue()).isEqualTo("US");
        assertThat(answer.at("/rows/sprint/exposedTo/0/id").textValue()).isEqualTo("huawei");
        assertThat(evidence)
                .startsWith("parent, 2 ties, confirmed, certain, unknownStake: huawei-partners-with-softbank-group (")
                .contains("sources reuters-2018-12-07-japan-ban", "softbank-group-owns-sprint", "until 2020-04-01")
                .contains("huawei is restricted by au-5g-2018");
        assertThat(answer.at("/rows/sprint/exposurePath/0/str").textValue()).isEqualTo(evidence);
    }

    /** A table that was matched long ago has ids of that day; its rows are asked back under them. */
    @Test
    void shouldUnderstandFormerIds() {
        JsonNode answer = extend("\"huawei-marine\",\"hmn-tech\"", "id", "owner");

        assertThat(answer.at("/rows/huawei-marine/id/0/str").textValue()).isEqualTo("hmn-tech");
        assertThat(answer.at("/rows/huawei-marine/owner")).isNotEmpty().isEqualTo(answer.at("/rows/hmn-tech/owner"));
        assertThat(answer.get("unknown")).isEmpty();
        JsonNode flyout = service.read(ReconcileRules.FLYOUT, "/reconcile/flyout/entity/huawei-marine");
        assertThat(flyout.get("id").textValue()).isEqualTo("huawei-marine");
        assertThat(flyout.get("html").textValue()).startsWith("<h1>HMN Tech</h1>");
        assertThat(service.api().text("/reconcile/preview/huawei-marine", "*/*").body())
                .contains("<a href=\"/v1/organizations/hmn-tech\"");
        assertThat(service.query("\"properties\":[{\"pid\":\"id\",\"v\":\"huawei-marine\"}]")
                        .at("/result/0/id")
                        .textValue())
                .isEqualTo("hmn-tech");
    }

    /** The exposures of a day, vendor by vendor as the exposures themselves are asked. */
    @Test
    void shouldFindTheExposuresOfTheDay() {
        Map<String, List<String>> expected = new TreeMap<>();
        ApiClient.elements(service.api()
                        .read("/v1/exposures?asOf=2018-12-08&limit=1000")
                        .get("results"))
                .forEach(each -> expected.computeIfAbsent(each.at("/carrier/id").textValue(), none -> new ArrayList<>())
                        .add(each.at("/vendor/id").textValue()));
        JsonNode rows = extend(
                        FACTS.organizations().stream()
                                .map(each -> "\"" + each.id() + "\"")
                                .collect(Collectors.joining(",")),
                        "exposedTo")
                .get("rows");

        Map<String, List<String>> found = new TreeMap<>();
        rows.properties().forEach(row -> row.getValue().get("exposedTo").forEach(vendor -> found.computeIfAbsent(
                        row.getKey(), none -> new ArrayList<>())
                .add(vendor.get("id").textValue())));
        assertThat(rows.size()).isEqualTo(FACTS.organizations().size());
        assertThat(found).hasSizeGreaterThan(50);
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        found.forEach((carrier, vendors) ->
                assertThat(vendors).as(carrier).containsExactlyInAnyOrderElementsOf(expected.get(carrier)));
    }

    @Test
    void shouldTellSinceWhenAnOrganizationIsRestricted() {
        JsonNode huawei = extend("\"huawei\"", "restrictedSince", "restrictedBy");
        JsonNode hikvision = service.extend(
                "{\"ids\":[\"hikvision\"],\"properties\":[{\"id\":\"restrictedSince\",\"settings\":{\"asOf\":\"2019-01-01\"}}]}");

        assertThat(huawei.at("/rows/huawei/restrictedSince").toString()).isEqualTo("[{\"str\":\"2011\"}]");
        assertThat(huawei.at("/evidence/huawei/restrictedSince/0").textValue())
                .isEqualTo(
                        "tw-ncc-core-2011: TW, announced since 2011, reducedPrecision; sources telecoms-2011-07-06-taiwan");
        JsonNode screened = service.api()
                .post("/v1/screenings?asOf=2018-12-08", "application/json", "{\"entries\":[{\"id\":\"huawei\"}]}")
                .at("/results/0/finding/restrictedBy");
        List<String> bans = ApiClient.elements(screened).stream()
                .map(ban -> "%s: %s, %s since %s"
                        .formatted(
                                ban.get("id").textValue(),
                                ban.get("country").textValue(),
                                ban.get("state").textValue(),
                                ban.get("since").textValue()))
                .toList();
        assertThat(huawei.at("/rows/huawei/restrictedBy"))
                .extracting(each -> each.get("str").textValue().split("[;]|, [a-z]+[A-Z]")[0])
                .containsExactlyElementsOf(bans)
                .hasSizeGreaterThan(3);
        assertThat(hikvision.at("/rows/hikvision/restrictedSince/0/date").textValue())
                .endsWith("T00:00:00Z");
    }

    @Test
    void shouldNotCallAnybodyRestrictedBeforeItWasKnown() {
        JsonNode early = service.extend(
                "{\"ids\":[\"huawei\"],\"properties\":[{\"id\":\"restrictedSince\","
                        + "\"settings\":{\"asOf\":\"2018-12-08\",\"knownAt\":\"2010-01-01\",\"limit\":\"\",\"minBan\":null}}]}");

        assertThat(early.at("/rows/huawei/restrictedSince")).isEmpty();
        assertThat(early.at("/searched/0/knownAt").textValue()).isEqualTo("2010-01-01");
    }

    @Test
    void shouldListOwnersWithTheirStakesInTheSameOrder() {
        JsonNode answer = service.extend("""
                {"ids":["t-mobile-us","sprint"],"properties":[
                  {"id":"owner","settings":{"asOf":"2020-05-01"}},
                  {"id":"ownerPercent","settings":{"asOf":"2020-05-01"}},
                  {"id":"ownerTie","settings":{"asOf":"2020-05-01"}}]}""");
        JsonNode row = answer.at("/rows/t-mobile-us");

        assertThat(row.get("owner"))
                .extracting(each -> each.get("id").textValue())
                .containsExactly("deutsche-telekom", "softbank-group");
        assertThat(row.get("ownerPercent").toString()).isEqualTo("[{\"float\":44},{\"float\":24.7}]");
        assertThat(row.at("/ownerTie/1/str").textValue())
                .startsWith(
                        "softbank-group-owns-t-mobile-us (holds 24.7 %, since 2020-04-01, until 2020-06, confirmed, certain; sources ")
                .isEqualTo(answer.at("/evidence/t-mobile-us/owner/1").textValue())
                .isEqualTo(answer.at("/evidence/t-mobile-us/ownerPercent/1").textValue());
        assertThat(extend("\"sprint\"", "ownerPercent")
                        .at("/rows/sprint/ownerPercent")
                        .toString())
                .isEqualTo("[{}]");
    }

    @Test
    void shouldTellNamesInEveryScript() {
        Organization huawei = FACTS.organizations().stream()
                .filter(each -> each.id().equals("huawei"))
                .findFirst()
                .orElseThrow();
        JsonNode row = extend("\"huawei\"", "id", "name", "kind", "alias").at("/rows/huawei");

        assertThat(row.at("/id/0/str").textValue()).isEqualTo("huawei");
        assertThat(row.at("/name/0/str").textValue()).isEqualTo("Huawei");
        assertThat(row.at("/kind/0/str").textValue()).isEqualTo("vendor");
        assertThat(row.get("alias"))
                .extracting(each -> each.get("str").textValue())
                .containsExactlyElementsOf(huawei.aliases());
    }

    @Test
    void shouldSayWhatIsCutAndWhatIsUnknown() {
        JsonNode answer =
                service.extend("{\"ids\":[\"nobody\",\"huawei\",\"nobody\"],\"properties\":[{\"id\":\"restrictedBy\","
                        + "\"settings\":{\"asOf\":\"2018-12-08\",\"limit\":2}}]}");

        assertThat(answer.get("unknown").toString()).isEqualTo("[\"nobody\"]");
        assertThat(answer.at("/rows/nobody/restrictedBy")).isEmpty();
        assertThat(answer.at("/rows/huawei/restrictedBy")).hasSize(2);
        assertThat(answer.at("/cut/0/id").textValue()).isEqualTo("huawei");
        assertThat(answer.at("/cut/0/property").textValue()).isEqualTo("restrictedBy");
        assertThat(answer.at("/cut/0/total").intValue())
                .isEqualTo(extend("\"huawei\"", "restrictedBy")
                        .at("/rows/huawei/restrictedBy")
                        .size());
        assertThat(extend("\"huawei\"", "restrictedBy").get("cut")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"ids\":[]}                                        | extend.properties must be a list, was absent",
                "{\"properties\":[]}                                 | extend.ids must be a list, was absent",
                "{\"ids\":[3],\"properties\":[]}                     | extend.ids must be texts, one was 3",
                "{\"ids\":[],\"properties\":[\"country\"]}           | extend.properties[0] must be an object with id",
                "{\"ids\":[],\"properties\":[{\"id\":\"revenue\"}]}  | extend.properties[0]: id must be one of [id, kind, country, name,",
                "{\"ids\":[],\"properties\":[{\"id\":\"name\"},{\"id\":\"name\"}]} | properties must name each once, name was named twice",
                "{\"ids\":[],\"properties\":[{\"id\":\"owner\",\"settings\":{\"asOf\":\"2018\"}}]} | extend.properties[0]: asOf must be a day like 2018-12-08, was 2018",
                "{\"ids\":[],\"properties\":[{\"id\":\"owner\",\"settings\":{\"limit\":\"1000\"}}]} | extend.properties[0]: limit must be 1..100, was 1000",
                "{\"ids\":[],\"properties\":[{\"id\":\"owner\",\"settings\":{\"limit\":1.5}}]} | extend.properties[0]: limit must be a whole number, was 1.5",
                "{\"ids\":[],\"properties\":[{\"id\":\"owner\",\"settings\":{\"perhaps\":1}}]} | extend.properties[0]: perhaps is not a parameter; allowed are limit,",
                "{\"ids\":[],\"properties\":[{\"id\":\"owner\",\"settings\":{\"asOf\":[]}}]} | extend.properties[0]: asOf must be a text or a number, was []",
                "[]                                                  | extend must be a JSON object, was []",
                "{                                                   | extend cannot be read as JSON",
            })
    void shouldSayWhatIsWrong(String extend, String detail) {
        ApiClient.Reply reply = service.post("extend", extend);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/detail").textValue()).contains(detail);
    }

    @Test
    void shouldRefuseTooManyIds() {
        String ids =
                IntStream.range(0, 1_001).mapToObj(i -> "\"n%d\"".formatted(i)).collect(Collectors.joining(","));

        assertThat(service.post("extend", "{\"ids\":[%s],\"properties\":[]}".formatted(ids))
                        .at("/detail")
                        .textValue())
                .isEqualTo("ids may be 1000 at most, were 1001");
    }
}
