package org.tieline.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tieline.config.Settings;
import org.tieline.dataset.DatasetReader;
import org.tieline.exchange.ExportFormat;
import org.tieline.exchange.exports.Export;
import org.tieline.exchange.exports.ExportWriter;
import org.tieline.exchange.exports.Exports;
import org.tieline.graph.bolt.DriverGraphReader;
import org.tieline.model.InvalidValue;
import org.tieline.model.Term;
import org.tieline.model.TielineException.InvalidData;
import org.tieline.start.Connection;
import org.tieline.start.FirstData;
import org.tieline.start.LoadProgress;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Writes the graph for other programs. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Write the whole graph in a format of other programs.",
        sortOptions = false,
        description = {
            "Facts of one state of the graph, sorted, so that equal facts give equal files. What is badly made in the graph is "
                    + "left out, and told on standard error. Until it is complete the output has another name.",
            "Formats: csv, the folder that load takes; neo4j-admin, for neo4j-admin database import full; graphml; gexf; ftm, FollowTheMoney entities."
        })
final class ExportCommand implements Callable<Integer> {
    private static final int MOST_SHOWN = 20;

    @ParentCommand
    private TielineCommand tieline;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            converter = FormatName.class,
            completionCandidates = FormatName.Candidates.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private ExportFormat format;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "PATH",
            description =
                    "The file; for csv and neo4j-admin a folder, or a zip archive if the name ends with .zip. May not be there, or "
                            + "be an empty folder.")
    private Path path;

    @Option(
            names = "--force",
            description =
                    "Put it in the place of a file, or of a folder that holds what an export wrote and nothing else.")
    private boolean force;

    @Option(names = "--strict", description = "Write nothing and end with code 3 if something would be left out.")
    private boolean strict;

    /** Reads the name of a format. */
    private static final class FormatName implements ITypeConverter<ExportFormat> {
        /** What completion offers. */
        private static final class Candidates extends ArrayList<String> {
            Candidates() {
                super(Term.words(ExportFormat.class));
            }
        }

        @Override
        public ExportFormat convert(String text) {
            try {
                return Term.parse(ExportFormat.class, text);
            } catch (InvalidValue e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = tieline.settings();
        PrintWriter err = spec.commandLine().getErr();
        try (ExportTarget target = ExportTarget.at(path, format, force);
                Export export = take(settings)) {
            tellLeftOut(export, err);
            if (strict && export.leftOutTotal() > 0) {
                err.println("nothing was written");
                return Failures.INVALID_DATA;
            }
            try (ExportWriter writer = target.open()) {
                export.writeTo(writer, new LoadProgress());
            }
            int code = check(target, err);
            target.complete();
            print(export);
            return code;
        }
    }

    private static Export take(Settings settings) {
        try (Connection connection = FirstData.visiting(settings)) {
            return new Exports(DriverGraphReader.whole(connection.neo4j())).take();
        }
    }

    private static void tellLeftOut(Export export, PrintWriter err) {
        if (export.leftOutTotal() == 0) {
            return;
        }
        err.println("left out, as badly made in the graph: %d".formatted(export.leftOutTotal()));
        export.leftOut().stream()
                .limit(MOST_SHOWN)
                .forEach(problem ->
                        err.println("  %s %s: %s".formatted(problem.what(), problem.where(), problem.message())));
        if (export.leftOutTotal() > MOST_SHOWN) {
            err.println("  and %d more".formatted(export.leftOutTotal() - MOST_SHOWN));
        }
    }

    /** What people made by hand may keep to the rules of the graph and break those of a data set. */
    private int check(ExportTarget target, PrintWriter err) {
        if (format != ExportFormat.CSV || !target.isFolder()) {
            return 0;
        }
        try {
            DatasetReader.check(List.of(target.written()));
            return 0;
        } catch (InvalidData invalid) {
            err.println("the folder is written and cannot be loaded, as the graph breaks rules of a data set: %d errors"
                    .formatted(invalid.inAll()));
            invalid.errors().stream().limit(MOST_SHOWN).forEach(error -> err.println("  " + error));
            return Failures.INVALID_DATA;
        }
    }

    private void print(Export export) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("%s: data set %s, sha256 %s: %d organizations, %d ties, %d bans, %d sources, %d memberships"
                .formatted(
                        path,
                        export.dataset().version(),
                        export.dataset().sha256(),
                        export.dataset().organizations(),
                        export.dataset().ties(),
                        export.dataset().bans(),
                        export.dataset().sources(),
                        export.dataset().memberships()));
    }
}
