package org.tieline.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.tieline.config.Settings;
import org.tieline.start.HomeLock;
import org.tieline.start.RunningServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Asks the graph one question. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "QUESTION",
        header = "Ask the graph a question.",
        description = {
            "Asks the server that runs on the data folder, or the database that NEO4J_URI names; starts the embedded one for "
                    + "the time of the question if no server runs."
        })
final class AskCommand implements Callable<Integer> {
    @ParentCommand
    private TielineCommand tieline;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Which question?");
    }

    Settings settings() {
        return tieline.settings();
    }

    /** The server that runs on the data folder of the settings, waited for if it starts just now; empty if there is none. */
    Optional<RunningServer> server(Settings settings) {
        return settings.embedded() ? HomeLock.server(settings.home()) : Optional.empty();
    }
}
