package org.tieline.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tieline.exchange.imports.ImportReport;
import org.tieline.exchange.imports.ImportTarget;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes folders of data of the files of other people. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Make a folder of CSV files of data in another form.",
        description = {
            "Nothing is loaded: the folder can be looked at, checked and loaded, alone or beside another one, as in "
                    + "tieline load seed-data DIR. The report says what was taken, what was left, and why."
        },
        synopsisSubcommandLabel = "FORM",
        subcommands = {ImportGleifCommand.class, ImportFtmCommand.class})
final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Which form?");
    }

    /** Where an import goes. */
    static final class TargetOptions {
        @Option(
                names = "--into",
                paramLabel = "DIR",
                required = true,
                description = "The folder that is made. It must not be there yet, or be empty.")
        private Path into;

        @Option(
                names = "--beside",
                paramLabel = "DIR",
                description = "A folder of data beside which it will be loaded: the two are checked together.")
        private Path beside;

        @Option(
                names = "--ids",
                paramLabel = "FILE",
                description = "A CSV file with the columns foreign and id: which foreign id is which organization of "
                        + "--beside. Its row is then used as it is.")
        private Path ids;

        ImportTarget target() {
            return new ImportTarget(into, beside, ids);
        }
    }

    /** Prints what was done and returns the exit code: an import that took nothing is of a file that is none of its form. */
    static int print(ImportReport report, Path into, CommandLine command) {
        PrintWriter out = command.getOut();
        ImportReport.Taken taken = report.taken();
        report.read().forEach(read -> out.println("read: %d rows of %s".formatted(read.rows(), read.file())));
        if (report.isEmpty()) {
            print("left", report.left(), out);
            command.getErr().println("nothing was taken, so %s was not made".formatted(into));
            return Failures.INVALID_DATA;
        }
        out.println("%s: %d organizations, %d ties, %d bans, %d sources%s, no errors"
                .formatted(
                        into,
                        taken.organizations(),
                        taken.ties(),
                        taken.bans(),
                        taken.sources(),
                        taken.identifiers() == 0 ? "" : ", %d identifiers".formatted(taken.identifiers())));
        print("left", report.left(), out);
        print("taken in part", report.changed(), out);
        if (!report.told().isEmpty()) {
            print("told, without a place in the tables", report.told(), out);
        }
        return 0;
    }

    private static void print(String what, List<ImportReport.Reason> reasons, PrintWriter out) {
        long total = reasons.stream().mapToLong(ImportReport.Reason::count).sum();
        out.println("%s: %d".formatted(what, total));
        for (ImportReport.Reason reason : reasons) {
            out.println("%8d  %s".formatted(reason.count(), reason.text()));
            reason.examples().forEach(example -> out.println("          " + example));
        }
    }
}
