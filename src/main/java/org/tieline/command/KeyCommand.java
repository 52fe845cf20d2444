package org.tieline.command;

import java.util.concurrent.Callable;
import org.tieline.http.ApiKeys;
import org.tieline.model.InvalidValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a key for a client of the API. */
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Make a key for a client of the API.",
        description = {
            "Prints a line for the file that TIELINE_API_KEYS_FILE names, and on standard error the key itself, which is "
                    + "kept nowhere: hand it to the client. So `tieline key NAME >> FILE` puts the line where it belongs. A "
                    + "server that runs reads the file again when it changes; remove the line to revoke the key."
        })
final class KeyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            description = "Name of the client in file and log: letters, digits, dots, underscores and hyphens.")
    private String name;

    @Override
    public Integer call() {
        try {
            ApiKeys.Made made = ApiKeys.make(name);
            spec.commandLine().getOut().println(made.line());
            spec.commandLine().getErr().println("key of %s: %s".formatted(name, made.key()));
            return 0;
        } catch (InvalidValue e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }
}
