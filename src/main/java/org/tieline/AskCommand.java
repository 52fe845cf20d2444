package org.tieline;

import java.util.concurrent.Callable;
import java.util.function.Function;
import org.tieline.config.Settings;
import org.tieline.inquiry.Snapshot;
import org.tieline.inquiry.Snapshots;
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
            "Asks the database of a running server, or the one that NEO4J_URI names; starts the embedded one for the time of "
                    + "the question if no server runs."
        })
final class AskCommand implements Callable<Integer> {
    @ParentCommand
    private Tieline tieline;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Which question?");
    }

    /** Asks the graph as it is now. */
    <T> T ask(Function<Snapshot, T> question) {
        Settings settings = tieline.settings();
        try (Connection connection = Connection.visiting(settings)) {
            if (connection.server().isPresent()) {
                FirstData.reading(settings).bringTo(connection, new LoadProgress());
            }
            try (Snapshots snapshots = new Snapshots(connection.reader())) {
                snapshots.refresh();
                return question.apply(snapshots.current());
            }
        }
    }
}
