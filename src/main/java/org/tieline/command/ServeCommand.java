package org.tieline.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import org.tieline.config.Settings;
import org.tieline.server.EmbeddedServer;
import org.tieline.start.Application;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Starts everything and runs until it is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Start the API, and Neo4j with Neo4j Browser.",
        description = {
            "Starts the embedded Neo4j, or uses the one that NEO4J_URI names, and brings data into it: the folder TIELINE_DATA "
                    + "whenever the graph holds other data; else the shipped data set into an empty graph or in the place of "
                    + "an older copy of itself. What somebody loaded or made stays. Prints the addresses when all is ready, "
                    + "and runs until Ctrl-C."
        })
final class ServeCommand implements Callable<Integer> {
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);

    @ParentCommand
    private TielineCommand tieline;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = tieline.settings();
        Application application = new Application(settings);
        Thread hook = Thread.ofPlatform().name("stop").unstarted(() -> stop(application));
        Runtime.getRuntime().addShutdownHook(hook);
        try (application) {
            application.start();
            printAddresses(application, settings);
            application.awaitClose();
            return 0;
        }
    }

    private void printAddresses(Application application, Settings settings) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Explorer " + application.apiUri().resolve("/"));
        out.println("API      " + application.apiUri());
        application.server().ifPresent(server -> out.println("Browser  " + server.connectingBrowserUri()));
        application
                .server()
                .map(EmbeddedServer::access)
                .filter(EmbeddedServer.Access::made)
                .ifPresent(access -> out.println("Password " + access.password()));
        out.println("Bolt     "
                + application.server().map(server -> server.boltUri()).orElse(settings.neo4jUri()));
        out.println("Try      curl '%s'".formatted(application.example()));
        out.flush();
    }

    /** Runs when the process is told to end, which it must do in time even if something hangs. */
    private static void stop(Application application) {
        Thread closing = Thread.ofPlatform().daemon().name("close").start(application::close);
        try {
            if (!closing.join(STOP_TIMEOUT)) {
                // Not kept in a field: every call of the program makes this command, and a log takes long to set up.
                LoggerFactory.getLogger(ServeCommand.class)
                        .warn("not everything was stopped within {} seconds", STOP_TIMEOUT.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
