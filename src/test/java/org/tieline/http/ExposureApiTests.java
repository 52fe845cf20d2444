package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tieline.http.ApiClient.elements;
import static org.tieline.http.ApiClient.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.parameter.Parameters;

/** Exposures over HTTP on the shipped data. */
class ExposureApiTests extends ShippedApiTest {
    private static final String DECEMBER = "/v1/exposures?vendor=huawei&asOf=2018-12-08";

    @Test
    void shouldTellTheExposuresToHuaweiInDecember2018() {
        Map<String, JsonNode> found = byCarrier(api.read(DECEMBER + "&limit=1000"));

        assertThat(found).containsKeys("kddi", "ntt-docomo", "bt", "sprint", "three-uk");
        for (String direct : List.of("kddi", "ntt-docomo", "bt")) {
            assertThat(found.get(direct).get("hops").intValue()).as(direct).isEqualTo(1);
            assertThat(found.get(direct).get("relation").textValue()).as(direct).isEqualTo("direct");
        }
        JsonNode sprint = found.get("sprint");
        assertThat(sprint.get("hops").intValue()).isEqualTo(2);
        assertThat(sprint.get("relation").textValue()).isEqualTo("parent");
        assertThat(sprint.at("/path/0/to").textValue()).isEqualTo("softbank-group");
        assertThat(sprint.at("/path/1/type").textValue()).isEqualTo("OWNS");
        JsonNode three = found.get("three-uk");
        assertThat(three.get("hops").intValue()).isEqualTo(2);
        assertThat(three.get("relation").textValue()).isEqualTo("network-sharing");
        assertThat(three.at("/path/0/to").textValue()).isEqualTo("ee");
    }

    @Test
    void shouldTellThatSprintWasTiedDirectlyAMonthBefore() {
        JsonNode sprint = byCarrier(api.read("/v1/exposures?vendor=huawei&asOf=2018-11-01&limit=1000"))
                .get("sprint");

        assertThat(sprint.get("hops").intValue()).isEqualTo(1);
        assertThat(sprint.get("relation").textValue()).isEqualTo("direct");
    }

    @Test
    void shouldTellTheExposuresToZteByItsOwnTies() {
        List<JsonNode> found = elements(
                api.read("/v1/exposures?vendor=zte&asOf=2018-12-08&limit=1000").get("results"));

        assertThat(found).isNotEmpty().allSatisfy(exposure -> {
            assertThat(exposure.at("/vendor/id").textValue()).isEqualTo("zte");
            assertThat(exposure.at("/path/0/from").textValue()).isEqualTo("zte");
        });
        assertThat(found)
                .anySatisfy(exposure ->
                        assertThat(exposure.get("relation").textValue()).isEqualTo("direct"));
    }

    @Test
    void shouldSpellOutOneExposureWhole() {
        JsonNode sprint = byCarrier(api.read(DECEMBER + "&limit=1000")).get("sprint");

        assertThat(names(sprint))
                .containsExactly(
                        "vendor",
                        "carrier",
                        "hops",
                        "relation",
                        "evidence",
                        "certainty",
                        "flags",
                        "path",
                        "bans",
                        "links");
        assertThat(sprint.get("vendor").toString())
                .isEqualTo("{\"id\":\"huawei\",\"name\":\"Huawei\",\"country\":\"CN\"}");
        assertThat(sprint.at("/carrier/country").textValue()).isEqualTo("US");
        assertThat(names(sprint.at("/path/0")))
                .containsExactly(
                        "tie",
                        "from",
                        "type",
                        "direction",
                        "to",
                        "since",
                        "removing",
                        "verified",
                        "until",
                        "percent",
                        "share",
                        "shareOn",
                        "segment",
                        "generation",
                        "countries",
                        "evidence",
                        "certainty",
                        "state",
                        "lastEvidenced",
                        "flags",
                        "sources");
        assertThat(sprint.at("/path/0/direction").textValue()).isIn("forward", "backward");
        assertThat(sprint.at("/path/0/percent").isNull()).isTrue();
        assertThat(sprint.at("/path/0/sources")).isNotEmpty();
        assertThat(sprint.at("/path/1/from").textValue()).isEqualTo("softbank-group");
        assertThat(sprint.get("bans")).isNotEmpty().allSatisfy(ban -> assertThat(names(ban))
                .containsExactly(
                        "ban",
                        "state",
                        "jurisdiction",
                        "covers",
                        "coveredTie",
                        "conflict",
                        "pastDeadline",
                        "removing",
                        "flags"));
    }

    /** In bytes, not compressed. In 2026 more than a hundred bans stand beside a hundred results. */
    @ParameterizedTest
    @CsvSource({"2018-12-08, 200_000", "2020-12-31, 200_000", "2026-11-01, 275_000"})
    void shouldTellAHundredExposuresBriefly(String day, String most) {
        String body = shipped.client()
                .exchange("GET", "/v1/exposures?vendor=huawei&asOf=" + day, Map.of(), null)
                .body();

        assertThat(ContractAnswers.json(body).get("results")).hasSize(100);
        assertThat(body.getBytes(StandardCharsets.UTF_8).length).isLessThan(Integer.parseInt(most.replace("_", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&jurisdiction=any", "&jurisdiction=foreign", "&jurisdiction=home,bloc"})
    void shouldTellEachBanOnceThatAResultRefersTo(String jurisdiction) {
        JsonNode answer = api.read("/v1/exposures?asOf=2020-12-31" + jurisdiction);
        Set<String> named = new TreeSet<>();
        answer.get("results").forEach(exposure -> exposure.get("bans").forEach(ban -> {
            assertThat(texts(answer.get("jurisdictions")))
                    .contains(ban.get("jurisdiction").textValue());
            named.add(ban.get("ban").textValue());
        }));

        assertThat(ids(answer.at("/included/bans"))).isNotEmpty().containsExactlyElementsOf(named);
        assertThat(elements(api.read("/v1/bans?limit=1000&asOf=2020-12-31").get("results")))
                .containsAll(elements(answer.at("/included/bans")));
        assertThat(names(answer.get("included"))).containsExactly("bans", "sources", "ties", "organizations");
        assertThat(answer.at("/included/sources").isNull()).isTrue();
    }

    @Test
    void shouldTellTheBansOfHomeBlocAndOwnerUnlessAskedForAny() {
        JsonNode usual = api.read(DECEMBER + "&limit=1000");
        JsonNode any = api.read(DECEMBER + "&limit=1000&jurisdiction=any");

        assertThat(texts(usual.get("jurisdictions"))).containsExactly("home", "bloc", "owner");
        assertThat(texts(any.get("jurisdictions"))).containsExactly("home", "bloc", "owner", "foreign");
        List<String> near = new ArrayList<>(any.findValuesAsText("jurisdiction"));
        assertThat(near.removeIf("foreign"::equals)).isTrue();
        assertThat(usual.findValuesAsText("jurisdiction")).contains("home").isEqualTo(near);
        assertThat(any).isEqualTo(api.read(DECEMBER + "&limit=1000&jurisdiction=foreign,any"));
    }

    @Test
    void shouldTellTheRecordsBehindTheResultsAsTheyAreOnRecord() {
        JsonNode included = api.read("/v1/carriers/sprint/exposures?vendor=huawei&asOf=2018-12-08"
                        + "&include=sources,ties,organizations")
                .get("included");

        assertThat(ids(included.get("ties")))
                .containsExactly("huawei-partners-with-softbank-group", "softbank-group-owns-sprint");
        for (JsonNode tie : included.get("ties")) {
            ObjectNode whole = (ObjectNode) api.read(tie.at("/links/self").textValue());
            whole.remove("citations");
            assertThat(tie).isEqualTo(whole);
        }
        assertThat(ids(included.get("organizations")))
                .contains("huawei", "softbank-group", "sprint", "us-dod")
                .isSorted();
        List<JsonNode> listed =
                elements(api.read("/v1/organizations?limit=1000").get("results"));
        assertThat(listed).containsAll(elements(included.get("organizations")));
        Set<String> cited = new TreeSet<>();
        included.get("ties").forEach(tie -> cited.addAll(texts(tie.get("sources"))));
        included.get("bans").forEach(ban -> cited.addAll(texts(ban.get("sources"))));
        assertThat(ids(included.get("sources"))).containsExactlyElementsOf(cited);
        JsonNode source = api.read(included.at("/sources/0/links/self").textValue());
        assertThat(included.at("/sources/0").properties()).isSubsetOf(source.properties());
    }

    @Test
    void shouldTellNoMoreRecordsThanThePageRefersTo() {
        JsonNode one = api.read(DECEMBER + "&limit=1&include=ties,organizations");

        assertThat(one.at("/included/sources").isNull()).isTrue();
        assertThat(ids(one.at("/included/ties")))
                .containsAll(elements(one.at("/results/0/path")).stream()
                        .map(hop -> hop.get("tie").textValue())
                        .toList())
                .hasSizeLessThan(5);
    }

    private static List<String> ids(JsonNode records) {
        return elements(records).stream()
                .map(record -> record.get("id").textValue())
                .toList();
    }

    @Test
    void shouldLinkToPlacesThatAreThere() {
        JsonNode sprint =
                byCarrier(api.read(DECEMBER + "&minStake=30&limit=1000")).get("sprint");
        JsonNode alone = api.read(sprint.at("/links/self").textValue());

        assertThat(alone.get("total").intValue()).isEqualTo(1);
        assertThat(alone.at("/results/0")).isEqualTo(sprint);
        assertThat(api.read(sprint.at("/links/carrier").textValue()).get("id").textValue())
                .isEqualTo("sprint");
        assertThat(api.read(sprint.at("/links/vendor").textValue()).get("id").textValue())
                .isEqualTo("huawei");
    }

    @Test
    void shouldKeepEveryOptionInTheLinkToAnExposure() {
        String options = "&knownAt=2020-01-01&certainty=certain&evidencedSince=2010-01-01&minStake=12.5&maxHops=3"
                + "&ties=OWNS,SUPPLIES&minEvidence=announced&minBan=reported";
        JsonNode first = api.read("/v1/exposures?vendor=huawei&asOf=2019-01-01" + options + "&limit=1")
                .at("/results/0");

        assertThat(first.at("/links/self").textValue())
                .endsWith("exposures?vendor=huawei&asOf=2019-01-01&knownAt=2020-01-01&certainty=certain"
                        + "&evidencedSince=2010-01-01&minStake=12.5&maxHops=3&ties=SUPPLIES%2COWNS"
                        + "&minEvidence=announced&minBan=reported");
        assertThat(api.read(first.at("/links/self").textValue()).at("/results/0"))
                .isEqualTo(first);
    }

    @Test
    void shouldSayWhatWasSearched() {
        JsonNode answer = api.read(DECEMBER + "&knownAt=2018-12-08&maxHops=2&relation=parent&carrierCountry=us");
        JsonNode searched = answer.get("searched");

        assertThat(answer.get("notice").textValue()).contains("not a finding of wrongdoing");
        assertThat(searched.get("asOf").textValue()).isEqualTo("2018-12-08");
        assertThat(searched.get("knownAt").textValue()).isEqualTo("2018-12-08");
        assertThat(searched.at("/vendors/0/name").textValue()).isEqualTo("Huawei");
        assertThat(searched.get("restricted").isNull()).isTrue();
        assertThat(searched.get("maxHops").intValue()).isEqualTo(2);
        assertThat(searched.get("minStake").intValue()).isEqualTo(20);
        assertThat(searched.get("evidencedSince").isNull()).isTrue();
        assertThat(texts(searched.get("ties")))
                .containsExactly("SUPPLIES", "OWNS", "PARTNERS_WITH", "SHARES_NETWORK_WITH", "MEMBER_OF");
        assertThat(texts(searched.get("relation"))).containsExactly("parent");
        assertThat(texts(searched.get("carrierCountry"))).containsExactly("US");
        Parameters declared = ExposureQuestion.DECLARED.parameters();
        assertThat(declared.all())
                .allSatisfy(each ->
                        assertThat(searched.has(each.name())).as(each.name()).isTrue());
        assertThat(searched.get("snapshot").textValue())
                .isEqualTo(shipped.snapshots().current().version());
        assertThat(searched.at("/leftOut/notKnown").intValue()).isPositive();
    }

    @Test
    void shouldAnswerWithAnEmptyListAndWhatWasSearched() {
        JsonNode answer = api.read("/v1/exposures?vendor=huawei&asOf=1950-01-01&ties=SUPPLIES&certainty=certain");

        assertThat(answer.get("total").intValue()).isZero();
        assertThat(answer.get("results")).isEmpty();
        assertThat(answer.at("/searched/leftOut/outsideTime").intValue()).isPositive();
    }

    @Test
    void shouldUseNoSourceThatWasNotOut() {
        JsonNode answer = api.read("/v1/exposures?asOf=2018-12-08&knownAt=2018-12-08&limit=1000&minBan=reported");

        assertThat(answer.get("total").intValue()).isPositive();
        for (JsonNode exposure : elements(answer.get("results"))) {
            for (JsonNode hop : elements(exposure.get("path"))) {
                assertThat(hop.get("lastEvidenced").isNull()
                                || hop.get("lastEvidenced").textValue().compareTo("2018-12-08") <= 0)
                        .as(hop.toString())
                        .isTrue();
                for (String source : texts(hop.get("sources"))) {
                    JsonNode published = api.read("/v1/sources/" + source).get("published");
                    assertThat(published.isNull() || published.textValue().compareTo("2018-12-08") <= 0)
                            .as(source)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void shouldSearchEveryRestrictedVendorWhenNoneIsNamed() {
        JsonNode all = api.read("/v1/exposures?asOf=2020-12-31");
        JsonNode byUsa = api.read("/v1/exposures?asOf=2020-12-31&country=US");
        JsonNode strict = api.read("/v1/exposures?asOf=2020-12-31&minBan=in-force&nature=order&scope=removal");

        assertThat(vendors(all)).contains("huawei", "zte");
        assertThat(all.at("/searched/restricted/minBan").textValue()).isEqualTo("announced");
        assertThat(texts(all.at("/searched/restricted/natures"))).containsExactly("order");
        assertThat(vendors(all)).containsAll(vendors(byUsa));
        assertThat(vendors(all)).containsAll(vendors(strict)).isNotEqualTo(vendors(strict));
        String government = all.at("/included/bans/0/government").textValue();
        JsonNode byGovernment = api.read("/v1/exposures?asOf=2020-12-31&government=" + government);
        assertThat(texts(byGovernment.at("/searched/restricted/governments"))).containsExactly(government);
        assertThat(vendors(all)).containsAll(vendors(byGovernment));
        assertThat(vendors(byGovernment)).isNotEmpty();
    }

    @Test
    void shouldSearchSeveralVendorsGivenInEitherWay() {
        JsonNode commas = api.read("/v1/exposures?vendor=zte,huawei&asOf=2018-12-08&limit=1000");
        JsonNode twice = api.read("/v1/exposures?vendor=huawei&vendor=zte&asOf=2018-12-08&limit=1000");

        assertThat(commas).isEqualTo(twice);
        assertThat(vendors(commas)).containsExactly("huawei", "zte");
    }

    @ParameterizedTest
    @CsvSource({"Germany, DE", "DEU, DE", "Deutschland, DE", "UK, GB", "GBR, GB", "japan, JP"})
    void shouldUnderstandCountriesAsPeopleWriteThem(String given, String code) {
        JsonNode answer = api.read(DECEMBER + "&carrierCountry=" + given);
        JsonNode byCode = api.read(DECEMBER + "&carrierCountry=" + code);

        assertThat(texts(answer.at("/searched/carrierCountry"))).containsExactly(code);
        assertThat(answer.get("total")).isEqualTo(byCode.get("total"));
        assertThat(answer.get("total").intValue()).isPositive();
    }

    /** The United Kingdom left it in January 2020, as memberships.csv has it. */
    @Test
    void shouldTakeABlocForItsMembersOnTheDay() {
        String in2020 = "/v1/exposures?vendor=huawei&limit=1000&carrierCountry=";

        assertThat(carrierCountries(in2020 + "EU&asOf=2020-01-15"))
                .contains("DE", "GB")
                .doesNotContain("CH", "US");
        assertThat(carrierCountries(in2020 + "EU&asOf=2020-03-01"))
                .contains("DE")
                .doesNotContain("GB");
        assertThat(carrierCountries(in2020 + "EU,GB&asOf=2020-03-01")).contains("DE", "GB");
    }

    private Set<String> carrierCountries(String question) {
        return elements(api.read(question).get("results")).stream()
                .map(exposure -> exposure.at("/carrier/country").asText())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "certainty=certain, /certainty, certain",
        "relation=parent, /relation, parent",
        "carrierCountry=JP, /carrier/country, JP",
        "minHops=3, /hops, 3",
        "maxHops=1, /hops, 1",
        "minEvidence=confirmed, /evidence, confirmed"
    })
    void shouldKeepOnlyWhatAFilterWants(String filter, String pointer, String value) {
        JsonNode everything = api.read(DECEMBER + "&limit=1000");
        JsonNode filtered = api.read(DECEMBER + "&limit=1000&" + filter);

        assertThat(filtered.get("total").intValue())
                .isPositive()
                .isLessThan(everything.get("total").intValue());
        assertThat(elements(filtered.get("results"))).allSatisfy(exposure -> {
            if (filter.equals("minHops=3")) {
                assertThat(exposure.at(pointer).intValue()).isGreaterThanOrEqualTo(3);
            } else {
                assertThat(exposure.at(pointer).asText()).isEqualTo(value);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ties=SUPPLIES", "minStake=100", "evidencedSince=2018-01-01", "knownAt=2018-12-08"})
    void shouldWalkFewerTiesWithAStricterOption(String option) {
        assertThat(api.read(DECEMBER + "&" + option).get("total").intValue())
                .isPositive()
                .isLessThan(api.read(DECEMBER).get("total").intValue());
    }

    @Test
    void shouldAnswerFromTheSideOfTheCarrier() {
        JsonNode answer = api.read("/v1/carriers/sprint/exposures?asOf=2018-12-08");

        assertThat(elements(answer.get("results"))).isNotEmpty().allSatisfy(exposure -> assertThat(
                        exposure.at("/carrier/id").textValue())
                .isEqualTo("sprint"));
        assertThat(texts(answer.at("/searched/carrier"))).containsExactly("sprint");
        assertThat(vendors(answer)).contains("huawei", "zte");
    }

    @Test
    void shouldSayWhatAnOrganizationIsThatIsNoCarrier() {
        ApiClient.Reply reply = api.get("/v1/carriers/huawei/exposures");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.at("/detail").textValue())
                .isEqualTo("huawei is no carrier but of the kind vendor; /v1/organizations/huawei tells of it");
        assertThat(api.get("/v1/carriers/sprynt/exposures").at("/nearest/0").textValue())
                .isEqualTo("sprint");
    }

    @Test
    void shouldGiveTheWholeInPages() {
        JsonNode whole = api.read("/v1/exposures?vendor=huawei,zte&asOf=2018-12-08&limit=1000");
        List<JsonNode> together = new ArrayList<>();
        int total = whole.get("total").intValue();
        for (int offset = 0; offset < total; offset += 7) {
            JsonNode page = api.read("/v1/exposures?vendor=huawei,zte&asOf=2018-12-08&limit=7&offset=" + offset);
            assertThat(page.get("total").intValue()).isEqualTo(total);
            assertThat(page.get("limit").intValue()).isEqualTo(7);
            assertThat(page.get("offset").intValue()).isEqualTo(offset);
            together.addAll(elements(page.get("results")));
        }

        assertThat(total).isGreaterThan(14);
        assertThat(together).isEqualTo(elements(whole.get("results")));
        assertThat(api.read("/v1/exposures?vendor=huawei&asOf=2018-12-08&offset=100000")
                        .get("results"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "asOf=2018-13-01 | asOf | 2018-13-01",
                "asOf=1899-12-31 | asOf | 1900-01-01",
                "asOf=2018-01-01&asOf=2019-01-01 | asOf | once",
                "asOf= | asOf | empty",
                "knownAt=2018 | knownAt | 2018-12-08",
                "evidencedSince=x | evidencedSince | x",
                "certainty=perhaps | certainty | [possible, certain]",
                "minStake=140 | minStake | 0..100",
                "minStake=much | minStake | 12.5",
                "maxHops=0 | maxHops | 1..10",
                "maxHops=11 | maxHops | 1..10",
                "maxHops=two | maxHops | whole number",
                "minHops=0 | minHops | 1..10",
                "ties=BUYS | ties | SUPPLIES",
                "minEvidence=denied | minEvidence | reported, announced, confirmed",
                "minBan=ended | minBan | in-force",
                "nature=rule | nature | [order, power, advice]",
                "country=ZZ | country | ISO 3166-1",
                "carrierCountry=Jpan | carrierCountry | did you mean Japan (JP)",
                "relation=cousin | relation | vendor-affiliate",
                "scope=7g | scope | 5g",
                "limit=0 | limit | 1..1000",
                "limit=1001 | limit | 1..1000",
                "offset=-1 | offset | 0 or more",
                "vendor=huawei,, | vendor | empty",
                "vendors=huawei | vendors | allowed are vendor, affiliates, carrier, "
            })
    void shouldRefuseWhatItCannotUnderstand(String query, String parameter, String hint) {
        ApiClient.Reply reply = api.get("/v1/exposures?" + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json;charset=utf-8");
        assertThat(reply.at("/type").textValue()).isEqualTo("/problems/bad-question");
        assertThat(reply.at("/status").intValue()).isEqualTo(400);
        assertThat(reply.at("/instance").textValue()).isEqualTo("/v1/exposures");
        assertThat(reply.at("/parameter").textValue()).isEqualTo(parameter);
        assertThat(reply.at("/detail").textValue()).contains(parameter).contains(hint);
    }

    @Test
    void shouldSuggestTheNearestIdToAnUnknownOne() {
        ApiClient.Reply vendor = api.get("/v1/exposures?vendor=huawe");
        ApiClient.Reply government = api.get("/v1/exposures?government=nobody-at-all-of-this-name");

        assertThat(vendor.status()).isEqualTo(404);
        assertThat(vendor.at("/type").textValue()).isEqualTo("/problems/unknown-id");
        assertThat(vendor.at("/nearest/0").textValue()).isEqualTo("huawei");
        assertThat(government.status()).isEqualTo(404);
        assertThat(government.at("/nearest")).isEmpty();
    }

    private static Map<String, JsonNode> byCarrier(JsonNode answer) {
        return elements(answer.get("results")).stream()
                .collect(Collectors.toMap(exposure -> exposure.at("/carrier/id").textValue(), Function.identity()));
    }

    private static List<String> vendors(JsonNode answer) {
        return elements(answer.at("/searched/vendors")).stream()
                .map(vendor -> vendor.get("id").textValue())
                .toList();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
