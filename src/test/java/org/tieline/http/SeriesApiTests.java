package org.tieline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tieline.http.ApiClient.elements;
import static org.tieline.http.ApiClient.texts;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The series over HTTP on the shipped data. */
class SeriesApiTests extends ShippedApiTest {
    private static final String MONTHS = "/v1/changes?from=2012-01-01&to=2021-12-31&step=P1M";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&vendor=huawei",
                "&vendor=huawei,zte&maxHops=6&minStake=0",
                "&carrierCountry=DE,GB,JP&certainty=certain",
                "&knownAt=2019-06-30&relation=parent,direct",
                "&clock=known",
            })
    void shouldCountWhatTheQuestionsOfEachDayFind(String options) {
        JsonNode series = api.read(MONTHS + options);

        assertThat(series.get("total").intValue()).isEqualTo(120);
        assertThat(series.get("results")).hasSize(120);
        for (int month = 3; month < 120; month += 23) {
            JsonNode point = series.at("/results/" + month);
            String day = point.get("day").textValue();
            String onDay = options.replace("&clock=known", "&knownAt=" + day);
            JsonNode single = api.read("/v1/exposures?limit=1000&asOf=" + day + onDay);
            assertThat(single.get("total").intValue()).isLessThanOrEqualTo(1_000);
            assertThat(point.get("vendors").intValue())
                    .isEqualTo(single.at("/searched/vendors").size());
            assertThat(point.at("/pairs/total")).isEqualTo(single.get("total"));
            Map<String, Set<String>> carriers = new TreeMap<>();
            Map<String, Integer> pairs = new TreeMap<>();
            for (JsonNode found : single.get("results")) {
                String relation = found.get("relation").textValue();
                pairs.merge(relation, 1, Integer::sum);
                carriers.computeIfAbsent(relation, none -> new HashSet<>())
                        .add(found.at("/carrier/id").textValue());
            }
            point.at("/pairs/byRelation").properties().forEach(entry -> assertThat(
                            entry.getValue().intValue())
                    .as("%s pairs on %s", entry.getKey(), day)
                    .isEqualTo(pairs.getOrDefault(entry.getKey(), 0)));
            point.at("/carriers/byRelation").properties().forEach(entry -> assertThat(
                            entry.getValue().intValue())
                    .as("%s carriers on %s", entry.getKey(), day)
                    .isEqualTo(carriers.getOrDefault(entry.getKey(), Set.of()).size()));
            long distinct =
                    carriers.values().stream().flatMap(Set::stream).distinct().count();
            assertThat(point.at("/carriers/total").intValue()).isEqualTo((int) distinct);
        }
    }

    /** Nobody was restricted before the first ban, though ties of Huawei are older. */
    @Test
    void shouldStartEachDayAtTheVendorsRestrictedThen() {
        JsonNode all = api.read("/v1/changes?from=2005-01-01&to=2020-01-01&step=P5Y");
        JsonNode huawei = api.read("/v1/changes?from=2005-01-01&to=2020-01-01&step=P5Y&vendor=huawei");

        assertThat(all.at("/results/0/vendors").intValue()).isZero();
        assertThat(all.at("/results/0/pairs/total").intValue()).isZero();
        assertThat(all.at("/results/3/vendors").intValue()).isGreaterThan(1);
        assertThat(all.at("/results/3/pairs/total").intValue())
                .isGreaterThan(all.at("/results/3/carriers/total").intValue());
        assertThat(huawei.at("/results/0/vendors").intValue()).isOne();
        assertThat(huawei.at("/results/0/carriers/total").intValue()).isPositive();
        assertThat(huawei.at("/searched/restricted").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2018-01-31 | 2018-05-31 | P1M | 2018-01-31 2018-02-28 2018-03-31 2018-04-30 2018-05-31",
                "2018-01-31 | 2018-05-30 | p2m | 2018-01-31 2018-03-31",
                "2018-12-30 | 2019-01-01 | P1D | 2018-12-30 2018-12-31 2019-01-01",
                "2018-12-30 | 2018-12-30 | P1Y | 2018-12-30",
                "2018-12-03 | 2018-12-31 | P2W | 2018-12-03 2018-12-17 2018-12-31",
                "2016-02-29 | 2018-03-01 | P1Y | 2016-02-29 2017-02-28 2018-02-28",
            })
    void shouldCountTheStepsFromTheFirstDay(String from, String to, String step, String days) {
        JsonNode series = api.read("/v1/changes?vendor=huawei&from=%s&to=%s&step=%s".formatted(from, to, step));

        assertThat(elements(series.get("results")))
                .extracting(point -> point.get("day").textValue())
                .containsExactly(days.split(" "));
    }

    @Test
    void shouldSayWhatWasSearched() {
        JsonNode searched = api.read(MONTHS + "&vendor=zte&country=US&minBan=in-force&clock=known")
                .get("searched");

        assertThat(searched.get("step").textValue()).isEqualTo("P1M");
        assertThat(searched.get("clock").textValue()).isEqualTo("known");
        assertThat(searched.at("/vendors/0/id").textValue()).isEqualTo("zte");
        assertThat(texts(searched.get("ignored"))).containsExactly("country", "minBan");
        assertThat(searched.get("maxHops").intValue()).isEqualTo(4);
    }

    @Test
    void shouldSayTheSameInATable() {
        JsonNode json = api.read(MONTHS);

        HttpResponse<String> csv = api.text(MONTHS, "text/csv");

        assertThat(csv.headers().firstValue("Tieline-Total")).hasValue("120");
        List<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(csv.body()).stream().toList();
        assertThat(rows).hasSize(120);
        for (int i = 0; i < rows.size(); i++) {
            JsonNode point = json.at("/results/" + i);
            NamedCsvRecord row = rows.get(i);
            assertThat(row.getField("day")).isEqualTo(point.get("day").textValue());
            for (String counted : List.of("pairs", "carriers")) {
                assertThat(row.getField(counted))
                        .isEqualTo(point.at("/%s/total".formatted(counted)).asText());
                point.at("/%s/byRelation".formatted(counted)).properties().forEach(count -> assertThat(
                                row.getField(counted + "." + count.getKey()))
                        .isEqualTo(count.getValue().asText()));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "step=P1M&to=2018-01-01                             | from must be given: a day like 2018-08-01",
                "from=2018-01-01&to=2018-02-01&step=month           | step must be some days, weeks, months or years, like P1D, P2W, P1M or P1Y, was month",
                "from=2018-01-01&to=2018-02-01&step=P0M             | step must be some days, weeks, months or years, like P1D, P2W, P1M or P1Y, was P0M",
                "from=2018-02-01&to=2018-01-01&step=P1M             | to must not be before from (2018-02-01), was 2018-01-01",
                "from=2010-01-01&to=2019-12-31&step=P1D             | step must make 1200 days at most, P1D makes 3652 from 2010-01-01 to 2019-12-31; P4D would do, or a shorter time",
                "from=2018-01-01&to=2018-02-01&step=P1M&asOf=2018-01-01 | asOf is not a parameter here; from, to and step take its place",
                "from=2018-01-01&to=2018-02-01&step=P1M&limit=7     | limit is not a parameter here; a series is given whole",
                "from=2018-01-01&to=2018-02-01&step=P1M&clock=known&knownAt=2018-01-01 | clock=known says what is known on each day; knownAt excludes it",
                "from=2018-01-01&to=2018-02-01&step=P1M&carrier=bt  | carrier is not a parameter; allowed are",
            })
    void shouldRefuseWithReason(String question, String detail) {
        ApiClient.Reply reply = api.get("/v1/changes?" + question);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("/detail").textValue()).startsWith(detail);
    }

    @Test
    void shouldAnswerAStepThatWouldDo() {
        assertThat(api.read("/v1/changes?vendor=huawei&from=2010-01-01&to=2019-12-31&step=P4D")
                        .get("results"))
                .hasSize(913);
    }
}
