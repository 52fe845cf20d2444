package org.tieline.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tieline.dataset.DatasetReader;
import org.tieline.exposure.SearchOptions;
import picocli.CommandLine;

/** What is asked for on the command line, and what is written. */
class TielineSparkTests {
    private static final String SHIPPED = "../seed-data";

    @TempDir
    private static Path folder;

    private final StringWriter errors = new StringWriter();

    /** Which the command finds, and closes. */
    @BeforeEach
    void start() {
        Local.session();
    }

    @AfterEach
    void stop() throws IOException {
        Local.session().close();
    }

    @Test
    void shouldWriteTheSeriesAsCsv() throws IOException {
        Path into = folder.resolve("series");
        int code = run(
                "series",
                "--from=2018-01-31",
                "--to=2018-04-30",
                "--vendor=huawei,zte",
                "--max-hops=2",
                "--tables=" + SHIPPED,
                "--into=" + into);

        assertThat(errors.toString()).isEmpty();
        assertThat(code).isZero();
        List<LocalDate> days = List.of(
                LocalDate.of(2018, 1, 31),
                LocalDate.of(2018, 2, 28),
                LocalDate.of(2018, 3, 31),
                LocalDate.of(2018, 4, 30));
        List<List<String>> written = Tables.csv(into);
        assertThat(written.getFirst())
                .startsWith("day", "vendors", "pairs", "pairs.direct")
                .hasSize(38);
        assertThat(written.subList(1, written.size()))
                .isEqualTo(new Engine(DatasetReader.read(Path.of(SHIPPED)))
                        .series(
                                day -> List.of("huawei", "zte"),
                                SearchOptions.on(days.getFirst()).withMaxHops(2),
                                days));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '#',
            value = {
                "--tables=../seed-data --vendor=huawai; vendor must be the id of an organization of the tables, was huawai",
                "--tables=../nowhere; tables must name a folder with organizations.csv or organizations.parquet, was ../nowhere",
                "--tables=../seed-data --max-hops=11; maxHops must be 1..10, was 11",
                "--tables=../seed-data --form=xlsx; form must be csv or parquet, was xlsx",
                "--tables=../seed-data --certainty=sure; Invalid value for option '--certainty'",
            })
    void shouldSayWhatWouldBeRight(String options, String message) {
        String[] asked = ("matrix --as-of=2018-12-08 --into=" + folder.resolve("nothing") + " " + options).split(" ");

        assertThat(run(asked)).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(errors.toString()).contains(message);
        assertThat(folder.resolve("nothing")).doesNotExist();
    }

    @Test
    void shouldNotPassOverARowThatItCannotRead() throws IOException {
        Path tables = Files.createDirectory(folder.resolve("broken"));
        for (String table : List.of("organizations", "sources", "bans")) {
            Files.copy(Path.of(SHIPPED, table + ".csv"), tables.resolve(table + ".csv"));
        }
        Files.writeString(
                tables.resolve("ties.csv"),
                "id,from,type,to,evidence,sources,summary\nt1,huawei,SUPLIES,sprint,confirmed,,One\n");

        assertThat(run("matrix", "--as-of=2018-12-08", "--tables=" + tables, "--into=" + folder.resolve("none")))
                .isNotZero();
        assertThat(errors.toString()).contains("SUPLIES");
    }

    private int run(String... args) {
        return TielineSpark.commandLine().setErr(new PrintWriter(errors, true)).execute(args);
    }
}
