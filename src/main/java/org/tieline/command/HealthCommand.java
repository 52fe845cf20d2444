package org.tieline.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.tieline.config.Setting;
import org.tieline.config.Settings;
import org.tieline.model.TielineException.BadSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Asks a server on this machine how it is, for those who watch over it and have no HTTP client at hand. */
@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Ask the API that runs on this machine whether it is alive.",
        description = {
            "Asks at TIELINE_HOST and TIELINE_PORT. The exit code is 0 if it is, and 1 if it is not or does not answer within "
                    + "five seconds."
        })
final class HealthCommand implements Callable<Integer> {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @ParentCommand
    private TielineCommand tieline;

    @Spec
    private CommandSpec spec;

    @Option(names = "--ready", description = "Ask whether it can answer questions, not only whether it is alive.")
    private boolean ready;

    @Override
    public Integer call() {
        Settings settings = tieline.settings();
        if (settings.port() == 0) {
            throw new BadSettings(
                    List.of("%s must be the port of the API that is asked, was 0".formatted(Setting.TIELINE_PORT)));
        }
        URI address = URI.create(
                "http://%s:%d/health/%s".formatted(settings.urlHost(), settings.port(), ready ? "ready" : "live"));
        PrintWriter err = spec.commandLine().getErr();
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout((int) TIMEOUT.toMillis());
            connection.setReadTimeout((int) TIMEOUT.toMillis());
            int status = connection.getResponseCode();
            connection.disconnect();
            if (status == HttpURLConnection.HTTP_OK) {
                return 0;
            }
            err.println("%s answers with the status %d".formatted(address, status));
        } catch (IOException e) {
            err.println("%s does not answer: %s".formatted(address, e.getMessage()));
        }
        return Failures.FAILED;
    }
}
