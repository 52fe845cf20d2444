package org.tieline.spark;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.path.Certainty;
import org.tieline.model.Evidence;
import org.tieline.model.InvalidValue;
import org.tieline.model.TieType;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code spark-submit} runs: {@code matrix} or {@code series}, with the options of {@code tieline ask} as far as there are any. */
@Command(
        name = "tieline-spark",
        mixinStandardHelpOptions = true,
        header = "Matrix and series of tables that exceed one machine.",
        subcommands = {TielineSpark.MatrixCommand.class, TielineSpark.SeriesCommand.class})
public final class TielineSpark {
    private TielineSpark() {}

    /** Ends with code 2 where the question is wrong, and with 1 where the job failed. */
    public static void main(String... args) {
        int code = commandLine().execute(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new TielineSpark())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof InvalidValue || failure instanceof IllegalArgumentException) {
                        command.getErr().println(failure.getMessage());
                        return command.getCommandSpec().exitCodeOnInvalidInput();
                    }
                    throw failure;
                });
    }

    /** Options of both questions. */
    private static final class Common {
        @Option(
                names = "--tables",
                required = true,
                paramLabel = "FOLDER",
                description = "What tieline export wrote, as CSV or Parquet.")
        private String tables;

        @Option(
                names = "--line-breaks",
                description = "Cells of CSV may hold line breaks; one task then reads each file.")
        private boolean lineBreaks;

        @Option(
                names = "--into",
                required = true,
                paramLabel = "FOLDER",
                description = "Where the table goes; must not be there.")
        private String into;

        @Option(
                names = "--form",
                paramLabel = "FORM",
                defaultValue = "csv",
                description = "csv, one file, or parquet, in parts. If absent: ${DEFAULT-VALUE}.")
        private String form;

        @Option(
                names = "--checkpoints",
                paramLabel = "FOLDER",
                description =
                        "Where each level is written, so that the job outlives executors; in their memory and on their disks if absent.")
        private @Nullable String checkpoints;

        @Option(
                names = "--vendor",
                split = ",",
                paramLabel = "ID",
                description = "Vendors to start at; every vendor while it is restricted if absent.")
        private List<String> vendors = List.of();

        @Option(names = "--every-vendor", description = "Start at every vendor, restricted or not.")
        private boolean everyVendor;

        @Option(
                names = "--certainty",
                paramLabel = "WORD",
                defaultValue = "possible",
                description = "possible or certain. If absent: ${DEFAULT-VALUE}.")
        private Certainty certainty;

        @Option(
                names = "--max-age",
                paramLabel = "PERIOD",
                defaultValue = "P5Y",
                description = "For how long evidence carries. If absent: ${DEFAULT-VALUE}.")
        private Period maxAge;

        @Option(
                names = "--min-stake",
                paramLabel = "PERCENT",
                defaultValue = "20",
                description = "Stakes that are known to be smaller are not walked. If absent: ${DEFAULT-VALUE}.")
        private BigDecimal minStake;

        @Option(
                names = "--max-hops",
                paramLabel = "N",
                defaultValue = "4",
                description = "The most ties that a path may have. If absent: ${DEFAULT-VALUE}.")
        private int maxHops;

        @Option(
                names = "--ties",
                split = ",",
                paramLabel = "WORD",
                description = "The types of ties that are walked; all if absent.")
        private Set<TieType> ties = EnumSet.allOf(TieType.class);

        @Option(
                names = "--min-evidence",
                paramLabel = "WORD",
                defaultValue = "reported",
                description = "The weakest evidence that counts. If absent: ${DEFAULT-VALUE}.")
        private Evidence minEvidence;

        private void run(LocalDate day, Function<ExposureJob, Dataset<Row>> question) throws IOException {
            if (!form.equals("csv") && !form.equals("parquet")) {
                throw new InvalidValue("form", form, "must be csv or parquet");
            }
            SearchOptions options =
                    new SearchOptions(day, null, certainty, null, maxAge, minStake, maxHops, ties, minEvidence);
            try (SparkSession spark = ExposureJob.session().getOrCreate()) {
                if (checkpoints != null) {
                    spark.sparkContext().setCheckpointDir(checkpoints);
                }
                ExposureJob job = new ExposureJob(
                        new ExportedTables(spark, tables, lineBreaks), vendors, everyVendor, options, TieRows.PART);
                write(question.apply(job));
            }
        }

        private void write(Dataset<Row> table) {
            if (form.equals("parquet")) {
                table.write().mode(SaveMode.ErrorIfExists).parquet(into);
            } else {
                table.coalesce(1)
                        .write()
                        .mode(SaveMode.ErrorIfExists)
                        .option("header", true)
                        .option("escape", "\"")
                        .option("nullValue", "")
                        .option("emptyValue", "")
                        .csv(into);
            }
        }
    }

    @Command(
            name = "matrix",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            header = "A row for each exposed carrier, three columns for each vendor.")
    static final class MatrixCommand implements Callable<Integer> {
        @Mixin
        private Common common;

        @Option(
                names = "--as-of",
                required = true,
                paramLabel = "DAY",
                description = "The day in the world that is asked about.")
        private LocalDate asOf;

        @Override
        public Integer call() throws IOException {
            common.run(asOf, job -> job.matrix(asOf));
            return 0;
        }
    }

    @Command(
            name = "series",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            header = "A row for each day: how many carriers were exposed, by relation.")
    static final class SeriesCommand implements Callable<Integer> {
        @Mixin
        private Common common;

        @Option(names = "--from", required = true, paramLabel = "DAY", description = "The first day.")
        private LocalDate from;

        @Option(names = "--to", required = true, paramLabel = "DAY", description = "No day is later.")
        private LocalDate to;

        @Option(
                names = "--step",
                paramLabel = "PERIOD",
                defaultValue = "P1M",
                description = "From one day to the next: P1D, P1M and the like. If absent: ${DEFAULT-VALUE}.")
        private Period step;

        @Override
        public Integer call() throws IOException {
            List<LocalDate> days = days();
            common.run(from, job -> job.series(days));
            return 0;
        }

        /** Each is counted from the first, so that the last of January is followed by the last of February and of March. */
        private List<LocalDate> days() {
            if (step.isNegative() || step.isZero()) {
                throw new InvalidValue("step", step, "must be some days, weeks, months or years, like P1D or P1M");
            }
            if (to.isBefore(from)) {
                throw new InvalidValue("to", to, "must not be before from (%s)".formatted(from));
            }
            return Stream.iterate(0, steps -> steps + 1)
                    .map(steps -> from.plus(step.multipliedBy(steps)))
                    .takeWhile(day -> !day.isAfter(to))
                    .toList();
        }
    }
}
