package org.tieline.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tieline.exchange.ftm.FtmImport;
import org.tieline.model.InvalidValue;
import org.tieline.model.PartialDate;
import org.tieline.model.Scope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports FollowTheMoney entities. */
@Command(
        name = "ftm",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Of FollowTheMoney entities, JSON Lines.",
        description = {
            "Company, Organization and PublicBody become organizations, Ownership a stake, Sanction a ban, and an UnknownLink "
                    + "a tie if its role is the type of one. Every other schema is left and counted.",
            "A claim cites its documents (proof), else the addresses it gives (sourceUrl), else the file."
        })
final class ImportFtmCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "One entity a line, .json or .jsonl, or packed in a .zip or .gz.")
    private Path file;

    @Option(names = "--publisher", paramLabel = "NAME", description = "Who publishes the file.")
    private String publisher;

    @Option(names = "--published", paramLabel = "DATE", description = "When the file was published.")
    private String published;

    @Option(names = "--url", paramLabel = "URL", description = "Where the file can be had.")
    private String url;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            description = "What sanctions forbid whose provisions do not say it in the words of a ban's scope, like "
                    + "export-control. Without it they are left.")
    private String scope;

    @Mixin
    private ImportCommand.TargetOptions target;

    @Override
    public Integer call() {
        FtmImport.Request request = new FtmImport.Request(
                file, publisher, date(published, spec), url, parsed("--scope", scope, spec, Scope::new));
        return ImportCommand.print(
                FtmImport.run(request, target.target()), target.target().into(), spec.commandLine());
    }

    static @Nullable PartialDate date(@Nullable String published, CommandSpec spec) {
        return parsed("--published", published, spec, PartialDate::parse);
    }

    private static <T> @Nullable T parsed(
            String option, @Nullable String text, CommandSpec spec, Function<String, T> parse) {
        try {
            return text == null ? null : parse.apply(text);
        } catch (InvalidValue e) {
            throw new ParameterException(spec.commandLine(), e.in(option).getMessage());
        }
    }
}
