package org.tieline.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tieline.dataset.DatasetReader;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.path.Certainty;
import org.tieline.model.Dataset;
import org.tieline.model.Evidence;
import org.tieline.model.Organization;
import org.tieline.model.TieType;

/** The same tables as the engine's, cell by cell. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineAgreementTests {
    private static final Path SHIPPED = Path.of("../seed-data");
    private static final int GRAPHS = 200;

    /** So few that rows of small graphs are dealt out, too. */
    private static final int PART = 3;

    private static final LocalDate DAY = LocalDate.of(2018, 2, 2);

    @TempDir
    private static Path folder;

    private SparkSession spark;
    private Dataset random;
    private Path randomTables;

    @BeforeAll
    void start() throws IOException {
        spark = Local.session();
        random = Tables.random(GRAPHS);
        randomTables = Tables.write(random, folder.resolve("random"));
    }

    @AfterEach
    void forget() {
        spark.catalog().clearCache();
    }

    @AfterAll
    void stop() throws IOException {
        spark.close();
    }

    static Stream<SearchOptions> options() {
        SearchOptions usual = SearchOptions.on(DAY);
        Set<TieType> fewer = EnumSet.complementOf(EnumSet.of(TieType.MEMBER_OF, TieType.PARTNERS_WITH));
        return Stream.of(
                usual,
                usual.withMaxHops(1),
                usual.withMaxHops(7)
                        .withMinStake(new BigDecimal("33.33"))
                        .withMaxAge(Period.ofDays(20))
                        .withCertainty(Certainty.CERTAIN),
                usual.withMaxHops(6)
                        .withMinStake(BigDecimal.ZERO)
                        .withTies(fewer)
                        .withMinEvidence(Evidence.ANNOUNCED));
    }

    @ParameterizedTest
    @MethodSource("options")
    void shouldGiveTheMatrixOfTheEngineOnRandomGraphs(SearchOptions options) {
        List<String> starts = starts();

        var matrix = new ExposureJob(tables(randomTables), starts, false, options, PART).matrix(DAY);

        List<List<String>> expected = new Engine(random).matrix(starts, options);
        assertThat(expected).hasSizeGreaterThan(50);
        Tables.requireSame(Tables.cells(matrix), expected);
    }

    @Test
    void shouldGiveTheSeriesOfTheEngineOnRandomGraphs() {
        SearchOptions options =
                SearchOptions.on(DAY).withMaxAge(Period.ofDays(40)).withMaxHops(5);
        List<LocalDate> days =
                LocalDate.of(2017, 12, 28).datesUntil(LocalDate.of(2018, 4, 15)).toList();
        List<String> starts = starts();

        var series = new ExposureJob(tables(randomTables), starts, false, options, PART).series(days);

        List<List<String>> expected = new Engine(random).series(day -> starts, options, days);
        assertThat(expected).doesNotHaveDuplicates();
        Tables.requireSame(Tables.rows(series), expected);
    }

    @Test
    void shouldGiveTheMatrixOfTheEngineOnTheShippedData() {
        Engine engine = new Engine(DatasetReader.read(SHIPPED));
        LocalDate day = LocalDate.of(2021, 3, 1);

        var matrix =
                new ExposureJob(tables(SHIPPED), List.of(), false, SearchOptions.on(day), TieRows.PART).matrix(day);

        List<List<String>> expected = engine.matrix(engine.restricted(day), SearchOptions.on(day));
        assertThat(expected).hasSizeGreaterThan(100);
        Tables.requireSame(Tables.cells(matrix), expected);
    }

    @Test
    void shouldGiveTheSeriesOfTheEngineOnTheShippedData() {
        Engine engine = new Engine(DatasetReader.read(SHIPPED));
        List<LocalDate> days = IntStream.range(0, 150)
                .mapToObj(month -> LocalDate.of(2014, 1, 31).plusMonths(month))
                .toList();
        SearchOptions options = SearchOptions.on(DAY);

        var series = new ExposureJob(tables(SHIPPED), List.of(), false, options, TieRows.PART).series(days);

        List<List<String>> expected = engine.series(engine::restricted, options, days);
        assertThat(expected.getFirst()).isNotEqualTo(expected.getLast());
        Tables.requireSame(Tables.rows(series), expected);
    }

    @Test
    void shouldReadParquetLikeCsv() {
        for (String table : List.of("organizations", "ties", "sources", "bans")) {
            spark.read()
                    .option("header", true)
                    .option("escape", "\"")
                    .csv(SHIPPED + "/" + table + ".csv")
                    .write()
                    .parquet(folder.resolve("parquet") + "/" + table + ".parquet");
        }
        SearchOptions options = SearchOptions.on(DAY);

        List<List<List<String>>> answers = Stream.of(SHIPPED, folder.resolve("parquet"))
                .map(from -> Tables.cells(
                        new ExposureJob(tables(from), List.of("huawei", "zte"), false, options, TieRows.PART)
                                .matrix(DAY)))
                .toList();

        assertThat(answers.getFirst()).hasSizeGreaterThan(50).isEqualTo(answers.getLast());
    }

    private ExportedTables tables(Path from) {
        return new ExportedTables(spark, from.toString(), false);
    }

    /** Two of each graph, of any kind. */
    private List<String> starts() {
        return random.organizations().stream()
                .map(Organization::id)
                .filter(id -> id.endsWith("-o0") || id.endsWith("-o2"))
                .toList();
    }
}
