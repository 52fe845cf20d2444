package org.tieline.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.sql.SparkSession;
import org.tieline.dataset.Datasets;
import org.tieline.exposure.GeneratedFacts;
import org.tieline.exposure.SearchOptions;
import org.tieline.model.Dataset;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.Tie;

/**
 * Asks the engine and two executors the same of the same generated graph, holds the answers together cell by cell, and says what each
 * took. Arguments: ties, vendors, the master; 1,500,000, 51 and two executors of 4 GiB if absent.
 */
final class BesideTheEngine {
    private static final int TIES_OF_AN_ORGANIZATION = 5;
    private static final int MONTHS = 60;

    private BesideTheEngine() {}

    public static void main(String... args) throws IOException {
        int ties = args.length > 0 ? Integer.parseInt(args[0]) : 1_500_000;
        int vendors = args.length > 1 ? Integer.parseInt(args[1]) : 51;
        String master = args.length > 2 ? args[2] : "local-cluster[2,1,4096]";
        GeneratedFacts generated = new GeneratedFacts(ties / TIES_OF_AN_ORGANIZATION, ties);
        List<String> starts = generated
                .vendors()
                .subList(0, Math.min(vendors, generated.vendors().size()));
        Dataset facts = facts(generated);
        Path tables = Path.of("target/bench/tables-" + ties).toAbsolutePath();
        if (!Files.exists(tables.resolve("datapackage.json"))) {
            Tables.write(facts, tables);
        }
        say(
                "%d organizations, %d ties, %d vendors, %d processors",
                facts.organizations().size(),
                ties,
                starts.size(),
                Runtime.getRuntime().availableProcessors());

        SearchOptions options = SearchOptions.on(GeneratedFacts.AS_OF);
        List<LocalDate> days = IntStream.range(0, MONTHS)
                .mapToObj(month -> LocalDate.of(2014, 1, 1).plusMonths(month))
                .toList();
        Timed<Engine> engine = Timed.of(() -> new Engine(facts));
        Timed<List<List<String>>> matrix = Timed.of(() -> engine.value().matrix(starts, options));
        Timed<List<List<String>>> series = Timed.of(() -> engine.value().swept(starts, options, days));
        say(
                "engine: graph %s, matrix %s (%d carriers), series of %d days, in one sweep for each vendor, %s",
                engine.took(), matrix.took(), matrix.value().size() - 1, MONTHS, series.took());

        LongAdder shuffled = new LongAdder();
        try (SparkSession spark = Local.with(master)
                .config("spark.jars", System.getProperty("job.jar"))
                .config(
                        "spark.executor.memory",
                        master.replaceAll(".*,(\\d+)]|.*", "$1").replaceAll("^$", "1024") + "m")
                .config("spark.sql.shuffle.partitions", 8)
                .getOrCreate()) {
            spark.sparkContext().addSparkListener(new SparkListener() {
                @Override
                public void onStageCompleted(SparkListenerStageCompleted stage) {
                    shuffled.add(stage.stageInfo()
                            .taskMetrics()
                            .shuffleWriteMetrics()
                            .bytesWritten());
                }
            });
            ExposureJob job = new ExposureJob(
                    new ExportedTables(spark, tables.toString(), false), starts, false, options, TieRows.PART);
            Timed<List<List<String>>> ours = Timed.of(() -> Tables.cells(job.matrix(GeneratedFacts.AS_OF)));
            say(
                    "spark: matrix %s, %d MB shuffled, tasks %s",
                    ours.took(), shuffled.sumThenReset() >> 20, Local.tasks(spark));
            Tables.requireSame(ours.value(), matrix.value());
            Timed<List<List<String>>> counted = Timed.of(() -> Tables.rows(job.series(days)));
            say("spark: series of %d days %s, %d MB shuffled", MONTHS, counted.took(), shuffled.sum() >> 20);
            Tables.requireSame(counted.value(), series.value());
        }
        say("equal, cell by cell");
    }

    private static Dataset facts(GeneratedFacts generated) {
        List<Organization> organizations = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        List<Tie> ties = new ArrayList<>();
        generated.organizations(organizations::add);
        generated.sources(sources::add);
        generated.ties(ties::add);
        return Datasets.of("generated", organizations, ties, List.of(), sources, List.of(), List.of(), List.of());
    }

    private static void say(String form, Object... values) {
        System.out.println(form.formatted(values));
    }

    private record Timed<T>(T value, Duration duration) {
        private interface Work<T> {
            T work();
        }

        static <T> Timed<T> of(Work<T> work) {
            Instant begun = Instant.now();
            T value = work.work();
            return new Timed<>(value, Duration.between(begun, Instant.now()));
        }

        String took() {
            return "%.1f s".formatted(duration.toMillis() / 1_000.0);
        }
    }
}
