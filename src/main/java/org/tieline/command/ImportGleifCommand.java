package org.tieline.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tieline.exchange.gleif.GleifImport;
import org.tieline.exchange.imports.ImportProgress;
import org.tieline.exchange.imports.ProgressLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Imports golden copies of GLEIF. */
@Command(
        name = "gleif",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Of golden copies of GLEIF: who is who, and who consolidates whom.",
        description = {
            "The files are those of level 1 (LEI-CDF) and level 2 (RR-CDF, reporting exceptions) as CSV, as they are or in the "
                    + "zip as published; they are read once, row by row.",
            "Whoever is above an entity that is taken is taken too, to the top, whatever its country.",
            "A direct consolidation becomes an OWNS tie of the parent without percentage, as accounts do not say one; an "
                    + "ultimate one only where no direct ones lead to the same parent."
        })
final class ImportGleifCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--entities", paramLabel = "FILE", required = true, description = "Level 1, .csv or .csv.zip.")
    private Path entities;

    @Option(
            names = "--relationships",
            paramLabel = "FILE",
            description = "Level 2, .csv or .csv.zip. Without it organizations alone are taken.")
    private Path relationships;

    @Option(
            names = "--exceptions",
            paramLabel = "FILE",
            description =
                    "The reporting exceptions of level 2, .csv or .csv.zip: the report then says how many parents are "
                            + "known to be none, and of how many nothing is known.")
    private Path exceptions;

    @Option(
            names = "--lei-list",
            paramLabel = "FILE",
            description = "The entities to take: a file with one LEI a line.")
    private Path leiList;

    @Option(
            names = "--countries",
            paramLabel = "CODE",
            split = ",",
            description = "Take the entities whose legal address is there, besides those of --lei-list: SE,NO.")
    private List<String> countries = List.of();

    @Option(names = "--all", description = "Take every entity of the file.")
    private boolean all;

    @Option(
            names = "--published",
            paramLabel = "DATE",
            description = "The day of the golden copy; taken from the name of the file if absent.")
    private String published;

    @Mixin
    private ImportCommand.TargetOptions target;

    @Override
    public Integer call() {
        GleifImport.Request request = new GleifImport.Request(
                entities,
                relationships,
                exceptions,
                leiList == null ? Set.of() : GleifImport.leis(leiList),
                Set.copyOf(countries),
                all,
                ImportFtmCommand.date(published, spec));
        PrintWriter err = spec.commandLine().getErr();
        ImportProgress progress = new ProgressLines(line -> {
            err.println(line);
            err.flush();
        });
        return ImportCommand.print(
                GleifImport.run(request, target.target(), progress),
                target.target().into(),
                spec.commandLine());
    }
}
