package org.tieline.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tieline.dataset.DatasetDifference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what one release of a data set has that another has not. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Say what changed from one folder of CSV files to another, fact by fact.",
        sortOptions = false,
        description = {
            "Facts that were added, changed cell by cell, renamed, merged and withdrawn. An organization whose formerIds has an id "
                    + "of OLD is renamed. Nothing is loaded, and the folders need not pass check.",
            "NEW may have a table reasons.csv with the columns table, id, column, old, new and reason: a row without column is "
                    + "about a fact as a whole, and one about the column id with both ids tells that a tie or ban has another id."
        })
final class DiffCommand implements Callable<Integer> {
    /** So many changes of a table fit what somebody reads on a terminal. */
    private static final int MOST_IN_TABLE = 100;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OLD", description = "Folder of the older release.")
    private Path older;

    @Parameters(index = "1", paramLabel = "NEW", description = "Folder of the newer release.")
    private Path newer;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}: for a terminal, a JSON object a line, a chapter of a changelog; "
                    + "${DEFAULT-VALUE} if absent.")
    private DifferenceForm format;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "The most changed facts that are listed, 0 for counts alone; table lists " + MOST_IN_TABLE
                    + " if absent, the other formats all.")
    private Integer limit;

    @Override
    public Integer call() {
        if (limit != null && limit < 0) {
            throw new ParameterException(spec.commandLine(), "--limit must be 0 or more, was " + limit);
        }
        DatasetDifference difference = DatasetDifference.between(older, newer);
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        int total = difference.changes().size();
        int listed = Math.min(total, most());
        format.print(difference, listed, out);
        if (listed < total) {
            err.println("cut: %d of %d changed facts are listed, --limit lists more".formatted(listed, total));
        }
        if (!difference.unusedReasons().isEmpty()) {
            err.println("rows of reasons.csv that fit no change: line "
                    + difference.unusedReasons().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        return 0;
    }

    private int most() {
        if (limit != null) {
            return limit;
        }
        return format == DifferenceForm.TABLE ? MOST_IN_TABLE : Integer.MAX_VALUE;
    }
}
