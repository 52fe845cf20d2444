package org.tieline.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tieline.dataset.DatasetReader;
import org.tieline.exposure.SearchOptions;
import org.tieline.model.Dataset;
import org.tieline.model.OrganizationKind;

/** The jar on executors that are processes of their own, as a cluster runs it. */
class ExecutorsIT {
    private static final String MASTER = "local-cluster[2,1,1024]";
    private static final Path SHIPPED = Path.of("../seed-data").toAbsolutePath().normalize();
    private static final int GRAPHS = 40;
    private static final LocalDate DAY = LocalDate.of(2018, 2, 2);

    @TempDir
    private Path folder;

    @Test
    void shouldShareTheWorkAmongTwoProcesses() throws IOException {
        Dataset random = Tables.random(GRAPHS);
        Path tables = Tables.write(random, folder.resolve("random"));
        List<String> vendors = random.organizations().stream()
                .filter(organization -> organization.kind() == OrganizationKind.VENDOR)
                .map(organization -> organization.id())
                .toList();
        SearchOptions options = SearchOptions.on(DAY);
        try (SparkSession spark = Local.with(MASTER)
                .config("spark.jars", System.getProperty("job.jar"))
                .getOrCreate()) {
            var matrix = new ExposureJob(
                            new ExportedTables(spark, tables.toString(), false), List.of(), true, options, 3)
                    .matrix(DAY);

            assertThat(Tables.cells(matrix)).isEqualTo(new Engine(random).matrix(vendors, options));
            assertThat(executors()).isEqualTo(2);
            assertThat(Local.tasks(spark)).hasSize(2).allSatisfy((executor, tasks) -> assertThat(tasks)
                    .as("tasks of executor %s", executor)
                    .isPositive());
        }
    }

    /** The command of docs/growing.md. */
    @Test
    void shouldBeSubmitted() throws IOException, InterruptedException {
        LocalDate day = LocalDate.of(2021, 3, 1);
        Path log = folder.resolve("log");
        Process submit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getenv("SPARK_HOME") + "/jars/*",
                        "org.apache.spark.deploy.SparkSubmit",
                        "--master",
                        MASTER,
                        "--conf",
                        "spark.sql.shuffle.partitions=2",
                        "--conf",
                        "spark.ui.enabled=false",
                        "--conf",
                        "spark.driver.host=127.0.0.1",
                        "--class",
                        "org.tieline.spark.TielineSpark",
                        System.getProperty("job.jar"),
                        "matrix",
                        "--tables=" + SHIPPED,
                        "--as-of=" + day,
                        "--into=" + folder.resolve("matrix"))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(submit.waitFor(10, TimeUnit.MINUTES)).as("in time").isTrue();
        } finally {
            submit.destroy();
        }

        assertThat(submit.exitValue()).as(Files.readString(log)).isZero();
        Engine engine = new Engine(DatasetReader.read(SHIPPED));
        assertThat(Tables.csv(folder.resolve("matrix")))
                .isEqualTo(engine.matrix(engine.restricted(day), SearchOptions.on(day)));
    }

    /** The executors that run as children of this process. */
    private static long executors() {
        try (Stream<ProcessHandle> children = ProcessHandle.current().descendants()) {
            return children.filter(
                            child -> child.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
                    .count();
        }
    }
}
