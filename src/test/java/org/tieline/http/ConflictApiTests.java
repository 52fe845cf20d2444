package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bans against carriers on the shipped data, with each exposure and alone. */
class ConflictApiTests extends ShippedApiTest {
    private static final String EARLY_2024 = "/v1/conflicts?asOf=2024-01-15";

    /** When the British deadline for what is of the fifth generation has passed, and so has the age of much evidence. */
    private static final String EARLY_2028 = "/v1/conflicts?asOf=2028-01-01";

    @Test
    void shouldNotCoverTheFourthGenerationInSwedenByABanOnTheFifth() {
        JsonNode ban = ban("tele2", "2021-06-01", "se-pts-5g-2020");

        assertThat(ban.get("jurisdiction").textValue()).isEqualTo("home");
        assertThat(ban.get("state").textValue()).isEqualTo("in-force");
        assertThat(ban.get("covers").textValue()).isEqualTo("no");
        assertThat(ban.get("coveredTie").isNull()).isTrue();
        assertThat(ban.get("conflict").isNull()).isTrue();
        assertThat(ban.get("pastDeadline").textValue()).isEqualTo("no");
    }

    @Test
    void shouldFindNoConflictOfBtInDecember2018() {
        assertThat(api.read("/v1/conflicts?asOf=2018-12-08&carrier=bt")
                        .get("total")
                        .intValue())
                .isZero();
        JsonNode bt = api.read(
                        "/v1/carriers/bt/exposures?vendor=huawei&asOf=2018-12-08&minBan=reported&jurisdiction=any")
                .at("/results/0");
        assertThat(bt.get("bans")).isNotEmpty().allMatch(ban -> ban.get("conflict")
                .isNull());
    }

    /** BT said on 2 January 2024 that some was left; it ended some time in that year. */
    @ParameterizedTest
    @CsvSource({
        "2022-10-12, none,        no",
        "2022-10-13, established, no",
        "2023-12-07, established, no",
        "2023-12-30, established, no",
        "2023-12-31, established, yes",
        "2024-01-01, presumed,    yes",
        "2024-12-31, presumed,    yes",
        "2025-01-01, none,        no",
    })
    void shouldReachTheCoreOfBtByTheDirectionOnCoresWithItsDeadline(String day, String conflict, String past) {
        only("/v1/conflicts?vendor=huawei&carrier=bt&segment=core&asOf=" + day, conflict, past)
                .ifPresent(row -> {
                    assertThat(row.at("/ban/ban").textValue()).isEqualTo("uk-designated-vendor-direction-2022-core");
                    assertThat(row.get("deadline").textValue()).isEqualTo("2023-12-31");
                    assertThat(row.at("/tie/tie").textValue()).isEqualTo("huawei-supplies-bt");
                    assertThat(row.at("/tie/customer/country").textValue()).isEqualTo("GB");
                });
    }

    /** The radio sites of Three came to VodafoneThree on 31 May 2025; nobody has told of them since 25 September 2020. */
    @ParameterizedTest
    @CsvSource({
        "2025-05-30, none,        no",
        "2025-05-31, established, no",
        "2025-09-25, established, no",
        "2025-09-26, presumed,    no",
        "2027-12-30, presumed,    no",
        "2027-12-31, presumed,    unknown",
        "2028-01-01, presumed,    unknown",
    })
    void shouldReachTheRadioNetworkOfVodafoneThreeLongAfterTheLastEvidence(String day, String conflict, String past) {
        only("/v1/conflicts?vendor=huawei&carrier=vodafonethree&asOf=" + day, conflict, past)
                .ifPresent(row -> {
                    assertThat(row.at("/ban/ban").textValue()).isEqualTo("uk-designated-vendor-direction-2022");
                    assertThat(row.get("deadline").textValue()).isEqualTo("2027-12-31");
                    assertThat(row.at("/tie/tie").textValue()).isEqualTo("huawei-supplies-vodafonethree-2");
                });
    }

    /** The one conflict that there is, after it was seen to stand as expected; none if none is expected. */
    private Optional<JsonNode> only(String address, String conflict, String past) {
        JsonNode found = api.read(address);
        assertThat(found.get("total").intValue()).isEqualTo(conflict.equals("none") ? 0 : 1);
        if (found.get("total").intValue() == 0) {
            return Optional.empty();
        }
        JsonNode row = found.at("/results/0");
        assertThat(row.get("conflict").textValue()).isEqualTo(conflict);
        assertThat(row.get("pastDeadline").textValue()).isEqualTo(past);
        return Optional.of(row);
    }

    /** What was there before has to go, too; the direction of 2022 took the place of the removal of 2020. */
    @ParameterizedTest
    @CsvSource({
        "2020-12-30, ''",
        "2020-12-31, uk-5g-removal-2020-07",
        "2021-09-30, uk-5g-removal-2020-07",
        "2022-10-12, uk-5g-removal-2020-07",
        "2022-10-13, uk-designated-vendor-direction-2022",
    })
    void shouldReachTheFifthGenerationOfThreeByOneMeasureAfterTheOther(String day, String bans) {
        JsonNode found = api.read("/v1/conflicts?vendor=huawei&carrier=three-uk&asOf=" + day);
        Set<String> ids = new HashSet<>();
        found.get("results").forEach(row -> ids.add(row.at("/ban/ban").textValue()));

        assertThat(ids).isEqualTo(bans.isEmpty() ? Set.of() : Set.of(bans.split("\\|")));
    }

    @ParameterizedTest
    @CsvSource({
        "bt,      2020-01-31, bloc",
        "bt,      2020-02-01, foreign",
        "tele2,   2020-02-01, bloc",
        "kddi,    2020-02-01, foreign",
    })
    void shouldReachMembersOfTheUnionByItsMeasures(String carrier, String day, String jurisdiction) {
        JsonNode ban = ban(carrier, day, "eu-5g-toolbox-2020");

        assertThat(ban.get("jurisdiction").textValue()).isEqualTo(jurisdiction);
    }

    @Test
    void shouldNotKnowInJanuaryThatTheUnitedKingdomHadLeft() {
        JsonNode bans = api.read("/v1/carriers/bt/exposures?vendor=huawei&asOf=2020-06-01&knownAt=2020-01-31"
                        + "&minBan=reported")
                .at("/results/0/bans");

        assertThat(find(bans, "eu-5g-toolbox-2020").get("jurisdiction").textValue())
                .isEqualTo("bloc");
    }

    @Test
    void shouldListTheSameConflictsAsTheExposuresDo() {
        for (String day : List.of("2021-06-01", "2024-01-15", "2026-11-01")) {
            Set<String> listed = new HashSet<>();
            for (JsonNode row : api.read("/v1/conflicts?limit=1000&asOf=" + day).get("results")) {
                listed.add("%s %s %s"
                        .formatted(
                                row.at("/carrier/id").textValue(),
                                row.at("/vendor/id").textValue(),
                                row.at("/ban/ban").textValue()));
            }
            Set<String> found = new HashSet<>();
            int offset = 0;
            JsonNode page;
            do {
                page = api.read("/v1/exposures?limit=1000&asOf=%s&offset=%d".formatted(day, offset));
                page.get("results").forEach(exposure -> exposure.get("bans").forEach(ban -> {
                    if (!ban.get("conflict").isNull()) {
                        found.add("%s %s %s"
                                .formatted(
                                        exposure.at("/carrier/id").textValue(),
                                        exposure.at("/vendor/id").textValue(),
                                        ban.get("ban").textValue()));
                    }
                }));
                offset += 1000;
            } while (offset < page.get("total").intValue());

            assertThat(listed).as(day).isNotEmpty().isEqualTo(found);
        }
    }

    @Test
    void shouldPutEstablishedOnesFirstThenTheEarliestDeadline() {
        List<String> keys = new ArrayList<>();
        for (JsonNode row : api.read(EARLY_2028).get("results")) {
            keys.add("%s %s %s %s %s"
                    .formatted(
                            row.get("conflict").textValue(),
                            row.get("deadline").isNull()
                                    ? "9999"
                                    : row.get("deadline").textValue(),
                            row.at("/carrier/id").textValue(),
                            row.at("/vendor/id").textValue(),
                            row.at("/ban/ban").textValue()));
        }

        assertThat(keys).hasSizeGreaterThan(10).isSorted();
        assertThat(keys.getFirst()).startsWith("established 2026-12-31 tdc huawei");
        assertThat(keys).anyMatch(key -> key.startsWith("presumed 2027-12-31 vodafonethree huawei"));
        assertThat(keys.getLast()).startsWith("presumed 9999 odido huawei");
    }

    @ParameterizedTest
    @CsvSource({
        "pastDeadline=yes,                   bt",
        "pastDeadline=yes&conflict=presumed, bt",
        "pastDeadline=yes&conflict=established, ''",
        "pastDeadline=unknown,               ''",
        "pastDeadline=unknown&conflict=established, ''",
        "segment=core&vendor=huawei,         bt|kpn|odido|viaero",
        "segment=core&generation=3G,         bt",
        "segment=core&state=standing,        kpn",
        "segment=core&state=removing,        bt|odido|viaero",
        "segment=core&generation=4G&state=removing, odido|viaero",
        "dueWithin=P2Y,                      ''",
        "dueWithin=P3Y,                      tdc",
        "dueWithin=P4Y,                      ee|tdc|three-uk",
        "dueWithin=P1445D,                   tdc",
        "dueWithin=P1446D,                   ee|tdc|three-uk",
        "dueWithin=P4Y&pastDeadline=no,      ee|tdc|three-uk",
        "pastDeadline=yes&country=GB,        bt",
        "pastDeadline=yes&country=US,        ''",
        "scope=core&government=gov-uk,       bt",
        "carrierCountry=NL&vendor=huawei,    kpn|odido",
        "carrierCountry=US&vendor=huawei,    nemont|pine-telephone|union-wireless|viaero",
        "vendor=zte,                         pine-belt|vodafone-idea",
        "minHops=2,                          ''",
        "nature=advice,                      ''",
    })
    void shouldNarrow(String parameters, String carriers) {
        assertThat(carriers(EARLY_2024 + "&" + parameters))
                .isEqualTo(carriers.isEmpty() ? Set.of() : Set.of(carriers.split("\\|")));
    }

    @ParameterizedTest
    @CsvSource({
        "pastDeadline=yes,                        ''",
        "pastDeadline=unknown,                    bt|ee|tdc|vodafonethree",
        "pastDeadline=unknown&conflict=presumed,  vodafonethree",
        "pastDeadline=unknown&conflict=established, bt|ee|tdc",
        "pastDeadline=unknown&country=GB,         bt|ee|vodafonethree",
        "pastDeadline=unknown&country=US,         ''",
        "pastDeadline=unknown&state=standing,     vodafonethree",
        "conflict=presumed,                       kpn|odido|vodafonethree",
        "minHops=2,                               1und1|bt",
        "dueWithin=P2Y,                           1und1|deutsche-telekom|elisa-estonia|telefonica-deutschland|vodafone-germany",
    })
    void shouldNarrowWhereDeadlinesHavePassed(String parameters, String carriers) {
        assertThat(carriers(EARLY_2028 + "&" + parameters))
                .isEqualTo(carriers.isEmpty() ? Set.of() : Set.of(carriers.split("\\|")));
    }

    private Set<String> carriers(String address) {
        Set<String> carriers = new HashSet<>();
        api.read(address)
                .get("results")
                .forEach(row -> carriers.add(row.at("/carrier/id").textValue()));
        return carriers;
    }

    @Test
    void shouldListEstablishedConflictsAlone() {
        JsonNode all = api.read(EARLY_2024);
        JsonNode established = api.read(EARLY_2024 + "&conflict=established");

        assertThat(established.get("total")).isEqualTo(all.get("established"));
        assertThat(established.get("results")).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get("conflict").textValue()).isEqualTo("established");
            assertThat(row.at("/tie/certainty").textValue()).isEqualTo("certain");
        });
        assertThat(all.get("total").intValue())
                .isEqualTo(established.get("total").intValue()
                        + api.read(EARLY_2024 + "&conflict=presumed")
                                .get("total")
                                .intValue());
    }

    @Test
    void shouldPresumeLessTheLongerEvidenceCarries() {
        JsonNode presumed =
                api.read(EARLY_2028 + "&carrier=vodafonethree&maxAge=P7Y").at("/results/0");
        JsonNode established =
                api.read(EARLY_2028 + "&carrier=vodafonethree&maxAge=P8Y").at("/results/0");
        String supply = "Huawei supplied equipment for the radio network (4G, 5G) to VodafoneThree; ";
        String order =
                ". An order of the Government of the United Kingdom, in force since 13 October 2022, covers it; its "
                        + "deadline was 31 December 2027, and whether the equipment was still there then no evidence on record tells.";

        assertThat(presumed.get("conflict").textValue()).isEqualTo("presumed");
        assertThat(presumed.get("sentence").textValue())
                .isEqualTo(supply + "nobody on record has confirmed it since 25 September 2020" + order);
        assertThat(established.get("conflict").textValue()).isEqualTo("established");
        assertThat(established.get("pastDeadline").textValue()).isEqualTo("unknown");
        assertThat(established.get("sentence").textValue())
                .isEqualTo(supply + "it was last confirmed on 25 September 2020" + order);
    }

    @Test
    void shouldCountTheLastDayOfAPeriod() {
        // 2027-12-31 is exactly three years, eleven months and sixteen days after 2024-01-15
        assertThat(api.read(EARLY_2024 + "&dueWithin=P3Y11M16D").get("total").intValue())
                .isEqualTo(3);
        assertThat(api.read(EARLY_2024 + "&dueWithin=P3Y11M15D").get("total").intValue())
                .isEqualTo(1);
    }

    @Test
    void shouldSaySoWhenItWasAskedAboutNothing() {
        JsonNode empty = api.read("/v1/conflicts?asOf=1990-01-01&dueWithin=P2W");

        assertThat(empty.get("total").intValue()).isZero();
        assertThat(empty.get("notice").textValue()).contains("not a finding");
        assertThat(empty.at("/searched/asOf").textValue()).isEqualTo("1990-01-01");
        assertThat(empty.at("/searched/restricted/natures/0").textValue()).isEqualTo("order");
        assertThat(empty.at("/searched/pastDeadline").isEmpty()).isTrue();
        assertThat(empty.at("/searched/maxAge").textValue()).isEqualTo("P5Y");
        assertThat(empty.at("/searched/dueWithin").textValue()).isEqualTo("P14D");
        assertThat(empty.at("/searched/leftOut/denied").isInt()).isTrue();
    }

    @Test
    void shouldSpellOutAConflictWithLinksThatLead() {
        JsonNode answer = api.read(EARLY_2024 + "&carrier=bt");
        JsonNode row = answer.at("/results/0");

        assertThat(answer.at("/included/bans/0/id")).isEqualTo(row.at("/ban/ban"));
        assertThat(answer.at("/included/bans/0/scope").toString()).isEqualTo("[\"core\",\"removal\"]");
        assertThat(row.at("/exposure/path/0")).isNotNull();
        assertThat(row.at("/exposure/relation").textValue()).isEqualTo("direct");
        assertThat(row.at("/tie/segment/0").textValue()).isEqualTo("core");
        assertThat(row.at("/tie/sources")).isNotEmpty();
        List<JsonNode> links = new ArrayList<>(ApiClient.elements(row.get("links")));
        links.addAll(ApiClient.elements(row.at("/links/sources")));
        assertThat(links).filteredOn(JsonNode::isTextual).hasSizeGreaterThan(5).allSatisfy(link -> assertThat(
                        api.get(link.textValue()).status())
                .isEqualTo(200));
        JsonNode exposure = api.read(row.at("/links/exposure").textValue()).at("/results/0");
        assertThat(find(exposure.get("bans"), row.at("/ban/ban").textValue())).isEqualTo(row.get("ban"));
    }

    @Test
    void shouldTellTheTieThatAConflictStandsOn() {
        JsonNode answer = api.read(EARLY_2024 + "&include=ties,sources");
        Set<String> ties = new HashSet<>();
        answer.at("/included/ties").forEach(tie -> ties.add(tie.get("id").textValue()));

        assertThat(answer.get("results")).isNotEmpty().allSatisfy(row -> assertThat(ties)
                .contains(
                        row.at("/tie/tie").textValue(),
                        row.at("/ban/coveredTie").textValue()));
        assertThat(answer.at("/included/sources")).isNotEmpty();
        assertThat(answer.at("/included/organizations").isNull()).isTrue();
    }

    @Test
    void shouldGiveAllInPages() {
        int total = api.read(EARLY_2024).get("total").intValue();
        List<JsonNode> paged = new ArrayList<>();
        for (int offset = 0; offset < total; offset += 4) {
            api.read(EARLY_2024 + "&limit=4&offset=" + offset).get("results").forEach(paged::add);
        }
        List<JsonNode> whole = new ArrayList<>();
        api.read(EARLY_2024).get("results").forEach(whole::add);

        assertThat(paged).hasSize(total).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pastDeadline=true                | pastDeadline | pastDeadline must be one of [no, unknown, yes], was true",
                "conflict=likely                  | conflict     | conflict must be one of [presumed, established], was likely",
                "maxAge=5                         | maxAge       | maxAge must be a period of ISO 8601",
                "dueWithin=1Y                     | dueWithin    | dueWithin must be a period of ISO 8601 like P1Y, P6M or P90D, of 100 years at most, was 1Y",
                "dueWithin=P0D                    | dueWithin    | dueWithin must be a period",
                "dueWithin=-P1Y                   | dueWithin    | dueWithin must be a period",
                "dueWithin=P101Y                  | dueWithin    | dueWithin must be a period",
                "dueWithin=P2147483647Y           | dueWithin    | dueWithin must be a period",
                "dueWithin=P1Y&pastDeadline=yes   | dueWithin    | dueWithin asks for deadlines that lie ahead",
                "perhaps=1                        | perhaps      | perhaps is not a parameter; allowed are vendor, affiliates, carrier, asOf",
            })
    void shouldRefuse(String parameters, String parameter, String detail) {
        ApiClient.Reply reply = api.get("/v1/conflicts?" + parameters);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().get("parameter").textValue()).isEqualTo(parameter);
        assertThat(reply.body().get("detail").textValue()).startsWith(detail);
    }

    @Test
    void shouldSuggestWhatIsThere() {
        assertThat(api.get("/v1/conflicts?carrier=btt").status()).isEqualTo(404);
    }

    private JsonNode ban(String carrier, String day, String ban) {
        String address = "/v1/carriers/%s/exposures?vendor=huawei&asOf=%s&minBan=reported&jurisdiction=any"
                .formatted(carrier, day);
        return find(api.read(address).at("/results/0/bans"), ban);
    }

    private static JsonNode find(JsonNode bans, String id) {
        for (JsonNode ban : bans) {
            if (ban.get("ban").textValue().equals(id)) {
                return ban;
            }
        }
        throw new AssertionError("no ban " + id + " in " + bans);
    }
}
