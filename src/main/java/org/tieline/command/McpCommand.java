package org.tieline.command;

import java.io.BufferedInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.tieline.config.Settings;
import org.tieline.mcp.McpDoor;
import org.tieline.mcp.StandardStreams;
import org.tieline.question.registry.Questions;
import org.tieline.start.OpenGraph;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Answers an assistant that has started this process. */
@Command(
        name = "mcp",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Answer an assistant over standard input and output.",
        description = {
            "Speaks the Model Context Protocol, a message on each line, until the input ends; an assistant starts this command "
                    + "itself. Asks the database of the server that runs on the data folder, or the one that NEO4J_URI names; starts "
                    + "the embedded one if no server runs. A running server answers assistants at /mcp as well."
        })
final class McpCommand implements Callable<Integer> {
    @ParentCommand
    private TielineCommand tieline;

    @Override
    public Integer call() {
        Settings settings = tieline.settings();
        InputStream in = new BufferedInputStream(System.in);
        PrintStream out = System.out;
        // Whatever else the process has to say would be no message.
        System.setOut(System.err);
        try (OpenGraph graph = OpenGraph.of(settings)) {
            McpDoor door = new McpDoor(
                    Questions.DECLARED, graph::snapshot, settings.api().requestTimeout());
            new StandardStreams(door, in, out, graph::api).serve();
        } finally {
            System.setOut(out);
        }
        return 0;
    }
}
