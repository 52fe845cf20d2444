package org.tieline.question.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.dataset.DatasetReader;
import org.tieline.model.Dataset;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.Snapshot;
import org.tieline.question.SnapshotBuilder;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.Reading;
import org.tieline.testing.InMemory;

/** The series of summaries against the summaries of single days. */
class SummarySeriesTests {
    private static final Snapshot FEW = SnapshotBuilder.take(new InMemory(SummaryInquiryTests.dataset()));
    private static final Dataset SHIPPED = DatasetReader.read(Path.of("seed-data"));
    private static final Snapshot MANY = SnapshotBuilder.take(new InMemory(SHIPPED));

    @ParameterizedTest
    @EnumSource(SummaryBy.class)
    void shouldCountWhatTheSummariesOfEachDayCount(SummaryBy by) {
        compare(FEW, by, "from=2019-10-31 to=2026-09-30 step=P1M vendor=huawei,zte");
        compare(FEW, by, "from=2022-12-01 to=2023-03-01 step=P1W clock=known");
        compare(FEW, by, "from=2022-01-01 to=2026-01-01 step=P1Y certainty=certain vendor=zte carrier=c,d,g");
    }

    @ParameterizedTest
    @EnumSource(SummaryBy.class)
    void shouldCountThemOnTheShippedData(SummaryBy by) {
        compare(MANY, by, "from=2012-01-01 to=2027-12-31 step=P1Y");
        compare(MANY, by, "from=2018-12-08 to=2022-01-01 step=P5M clock=known vendor=huawei carrierCountry=EU");
        compare(MANY, by, "from=2016-06-30 to=2026-11-30 step=P14M relation=parent,group,direct minHops=2 maxAge=P2Y");
    }

    /** Sixty-three days are swept together, and the others after them. */
    @Test
    void shouldGoOnAfterTheDaysThatAreSweptTogether() {
        compare(FEW, SummaryBy.COUNTRY, "from=2019-12-25 to=2020-03-25 step=P1D vendor=huawei");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 1_000})
    void shouldTellAPartOfTheRowsAndHowManyThereAre(int limit) {
        List<String> whole = keys(ask(MANY, SummaryBy.COUNTRY, "from=2020-01-01 to=2021-01-01 step=P1Y limit=1000"));

        SummarySeriesAnswer part =
                ask(MANY, SummaryBy.COUNTRY, "from=2020-01-01 to=2021-01-01 step=P1Y offset=3 limit=" + limit);

        assertThat(part.total()).isEqualTo(whole.size()).isGreaterThan(50);
        assertThat(keys(part)).isEqualTo(whole.subList(3, Math.min(whole.size(), 3 + limit)));
    }

    @Test
    void shouldLowerALimitForWhichThereIsNoRoom() {
        SummarySeriesAnswer answer =
                ask(FEW, SummaryBy.RELATION, "from=1980-01-01 to=2079-06-01 step=P1M limit=100 vendor=huawei");

        assertThat(answer.all().points()).hasSize(1_194);
        assertThat(answer.page().limit()).isEqualTo(10);
        assertThat(answer.rows()).hasSize(8);
    }

    @Test
    void shouldBeTheOneThatStepChooses() {
        assertThatThrownBy(() -> new Given(given("by=country from=2020-01-01 to=2021-01-01"))
                        .read(SummaryQuestion.PARAMETERS, Reading.on(LocalDate.EPOCH)))
                .isInstanceOf(BadQuestion.class)
                .hasMessageContaining("a summary of many days, with step, takes it");
        assertThatThrownBy(() -> ask(FEW, SummaryBy.COUNTRY, "from=2020-01-01 to=2021-01-01 step=P1M asOf=2020-01-01"))
                .isInstanceOf(BadQuestion.class)
                .hasMessageContaining("from, to and step take its place");
    }

    private static List<String> keys(SummarySeriesAnswer answer) {
        return answer.rows().stream().map(SummarySeriesAnswer.Curve::key).toList();
    }

    /** What a row says on a day, but for conflicts. */
    private record Told(Weight onRecord, SummaryAnswer.Exposed exposed) {}

    private static void compare(Snapshot snapshot, SummaryBy by, String parameters) {
        SummarySeriesAnswer series = ask(snapshot, by, parameters + " limit=1000");

        assertThat(series.rows()).hasSize(series.total()).isNotEmpty();
        assertThat(series.all().points()).isNotEmpty();
        for (int i = 0; i < series.all().points().size(); i++) {
            int at = i;
            LocalDate day = series.all().points().get(at).day();
            SummaryAnswer single = single(snapshot, by, parameters, day);
            Map<String, Told> expected = new LinkedHashMap<>();
            single.rows().forEach(row -> expected.put(row.key(), new Told(row.onRecord(), row.exposed())));
            Map<String, Told> told = new LinkedHashMap<>();
            series.rows().forEach(row -> told.put(row.key(), told(row.points().get(at))));
            // A home of nobody on the day, and a vendor that is not restricted then, has no row in the summary of the
            // day.
            told.keySet().stream()
                    .filter(key -> !expected.containsKey(key))
                    .toList()
                    .forEach(key -> assertThat(told.remove(key)
                                    .exposed()
                                    .possibly()
                                    .weight()
                                    .carriers())
                            .as("%s on %s", key, day)
                            .isZero());
            assertThat(told).as("%s on %s", parameters, day).isEqualTo(expected);
            assertThat(told(series.all().points().get(at)))
                    .as("all on %s", day)
                    .isEqualTo(new Told(single.all().onRecord(), single.all().exposed()));
        }
    }

    private static Told told(SummarySeriesAnswer.Point point) {
        return new Told(point.onRecord(), point.exposed());
    }

    private static SummarySeriesAnswer ask(Snapshot snapshot, SummaryBy by, String parameters) {
        return SummarySeriesInquiry.ask(
                snapshot,
                SummarySeriesQuestion.of(new Given(given("by=" + by.text() + " " + parameters))
                        .read(SummarySeriesQuestion.PARAMETERS, Reading.on(LocalDate.EPOCH))));
    }

    /** The members of the Union are those of the first day, in a series; the summary of a later day is asked about them. */
    private static SummaryAnswer single(Snapshot snapshot, SummaryBy by, String parameters, LocalDate day) {
        Map<String, List<String>> given = new HashMap<>(given("by=" + by.text() + " " + parameters));
        LocalDate from = LocalDate.parse(given.remove("from").getFirst());
        given.remove("to");
        given.remove("step");
        given.put("asOf", List.of(day.toString()));
        if (given.remove("clock") != null) {
            given.put("knownAt", List.of(day.toString()));
        }
        given.computeIfPresent(
                "carrierCountry", (none, codes) -> List.copyOf(snapshot.withMembers(Set.copyOf(codes), from, null)));
        return SummaryInquiry.ask(
                snapshot,
                SummaryQuestion.of(new Given(given).read(SummaryQuestion.PARAMETERS, Reading.on(LocalDate.EPOCH))));
    }

    private static Map<String, List<String>> given(String parameters) {
        return Stream.of(parameters.split(" "))
                .map(parameter -> parameter.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> List.of(pair[1].split(","))));
    }
}
