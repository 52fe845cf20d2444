package org.tieline.question.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tieline.dataset.DatasetReader;
import org.tieline.exposure.SearchCost;
import org.tieline.question.AnswerForm;
import org.tieline.question.Question;
import org.tieline.question.Snapped;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.matrix.MatrixQuestion;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.Reading;
import org.tieline.question.screening.ScreeningEntry;
import org.tieline.question.screening.ScreeningInquiry;
import org.tieline.question.screening.ScreeningResult;
import org.tieline.question.series.SeriesAnswer;
import org.tieline.question.series.SeriesInquiry;
import org.tieline.question.series.SeriesQuestion;
import org.tieline.question.summary.SummaryQuestion;
import org.tieline.question.summary.SummarySeriesQuestion;
import org.tieline.testing.GivenQuestions;
import org.tieline.testing.Patience;

/** Answers that are worked on by several cores against those of one. */
class CoresAgreementTests {
    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);
    private static final Snapshot SHIPPED = Snapped.of(DatasetReader.read(Path.of("seed-data")));
    private static final Map<String, Question> QUESTIONS = Map.of(
            "matrix", MatrixQuestion.DECLARED,
            "series", SeriesQuestion.DECLARED,
            "summary", SummaryQuestion.DECLARED,
            "summaries", SummarySeriesQuestion.DECLARED);

    @ParameterizedTest
    @CsvSource({
        "matrix,    asOf=2020-01-01 limit=1000",
        "matrix,    asOf=2024-06-01 affiliates=ofac-50 minEvidence=announced offset=7 limit=3",
        "series,    from=2012-01-01 to=2026-11-01 step=P1M",
        "series,    from=2018-01-01 to=2021-01-01 step=P2W clock=known restrictedIn=home-or-several",
        "series,    from=2018-01-01 to=2019-01-01 step=P1M certainty=certain vendor=huawei",
        "summary,   by=country asOf=2024-01-01",
        "summary,   by=vendor asOf=2020-01-01 minEvidence=confirmed",
        "summary,   by=relation asOf=2022-01-01 restrictedIn=home-or-several",
        "summaries, by=bloc from=2012-01-01 to=2026-11-01 step=P2M",
        "summaries, by=vendor from=2012-01-01 to=2026-11-01 step=P2M limit=10",
    })
    void shouldBeTheSameBytesOnAnyNumberOfCores(String question, String parameters) throws Exception {
        byte[] one = on(1, () -> bytes(question, parameters));

        assertThat(new String(one, StandardCharsets.UTF_8)).contains("huawei");
        assertThat(on(2, () -> bytes(question, parameters))).isEqualTo(one);
        assertThat(on(7, () -> bytes(question, parameters))).isEqualTo(one);
    }

    /** Ten years of months are two blocks of days that are swept together, each once for all ties and once for certain ones. */
    @Test
    void shouldCountTheDaysOfASeriesWhileTheyAreRead() throws Exception {
        List<Long> swept = on(1, () -> {
            List<Long> counts = new ArrayList<>(List.of(SearchCost.SWEEP.count()));
            SeriesAnswer series = SeriesInquiry.ask(
                    SHIPPED,
                    GivenQuestions.series(Map.of(
                            "vendor", List.of("huawei"),
                            "from", List.of("2012-01-01"),
                            "to", List.of("2021-12-31"),
                            "step", List.of("P1M"))));
            assertThat(series.points()).hasSize(120);
            counts.add(SearchCost.SWEEP.count());
            assertThat(series.points().getFirst().day()).isEqualTo("2012-01-01");
            counts.add(SearchCost.SWEEP.count());
            assertThat(series.points().getLast().day()).isEqualTo("2021-12-01");
            counts.add(SearchCost.SWEEP.count());
            return counts;
        });

        assertThat(swept).extracting(count -> count - swept.getFirst()).containsExactly(0L, 0L, 2L, 4L);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7})
    void shouldScreenTheSameOnAnyNumberOfCores(int cores) throws Exception {
        List<Object> one = on(1, CoresAgreementTests::screened);

        assertThat(one).hasSizeGreaterThan(500);
        assertThat(on(cores, CoresAgreementTests::screened)).isEqualTo(one);
    }

    private static byte[] bytes(String question, String parameters) throws Exception {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (String each : parameters.split(" ")) {
            String[] parts = each.split("=");
            given.put(parts[0], Arrays.asList(parts[1].split(",")));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        QUESTIONS
                .get(question)
                .understand(new Given(given), null, Reading.on(DAY))
                .in(SHIPPED)
                .write(bytes, AnswerForm.JSON);
        return bytes.toByteArray();
    }

    private static List<Object> screened() {
        List<String> names = SHIPPED.organizations().values().stream()
                .flatMap(organization -> organization.aliases().stream())
                .limit(500)
                .toList();
        List<ScreeningEntry> entries = IntStream.range(0, names.size())
                .mapToObj(i -> new ScreeningEntry(i + 1, null, null, names.get(i) + "s", null, null))
                .toList();
        List<Object> told = new ArrayList<>();
        told.add(ScreeningInquiry.ask(
                SHIPPED, GivenQuestions.screening(Map.of(), DAY), entries, new ScreeningInquiry.Sink() {
                    @Override
                    public void searched(ExposureAnswer.Searched searched) {
                        told.add(searched);
                    }

                    @Override
                    public void result(ScreeningResult result) {
                        told.add(result);
                    }
                }));
        return told;
    }

    private static <T> T on(int cores, Callable<T> work) throws Exception {
        try (ForkJoinPool pool = new ForkJoinPool(cores)) {
            return Patience.get(pool.submit(work));
        }
    }
}
