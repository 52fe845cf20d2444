package org.tieline.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.tieline.config.Settings;
import org.tieline.question.registry.Questions;
import org.tieline.start.LogForm;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line. Results go to standard output, the log and what went wrong to standard error. */
@Command(
        name = "tieline",
        header = "Who in telecom is tied to whom, and which carriers to a vendor that a government restricted.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ServeCommand.class,
            TrainCommand.class,
            LoadCommand.class,
            CheckCommand.class,
            DiffCommand.class,
            ReleaseCommand.class,
            KeyCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            AskCommand.class,
            McpCommand.class,
            HealthCommand.class,
            GenerateCompletion.class
        },
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed, or there is nothing with the id that was asked for",
            "2:the command line or a setting cannot be used",
            "3:the data has errors",
            "4:the database cannot be reached",
            "143:stopped by SIGTERM, in good order (130: by Ctrl-C)"
        },
        footerHeading = "%nSettings, in the environment or in the file of --settings:%n",
        footer = {
            "  TIELINE_HOME, TIELINE_HOST, TIELINE_PORT, TIELINE_BROWSER_PORT,",
            "  TIELINE_BOLT_PORT, TIELINE_DATA, TIELINE_CORS_ORIGINS,",
            "  TIELINE_EMBED_ORIGINS, TIELINE_HOSTS, TIELINE_TRUSTED_PROXIES,",
            "  TIELINE_REQUEST_TIMEOUT, TIELINE_API_KEYS_FILE, TIELINE_RATE_LIMIT,",
            "  TIELINE_KEPT_ANSWERS, TIELINE_READY_GRACE, TIELINE_LOG_FORMAT,",
            "  TIELINE_ACCESS_LOG,",
            "  NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE,",
            "  NEO4J_MAX_CONNECTIONS, NEO4J_CONNECT_TIMEOUT, NEO4J_READ_TIMEOUT"
        })
public final class TielineCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "A properties file with settings; the environment wins over it.")
    private Path settings;

    @Spec
    private CommandSpec spec;

    private TielineCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Runs one command and returns its exit code. */
    public static int run(Map<String, String> environment, PrintWriter out, PrintWriter err, String... arguments) {
        return run(Questions.DECLARED, environment, out, err, arguments);
    }

    /** The same with other questions that can be asked. */
    public static int run(
            Questions questions,
            Map<String, String> environment,
            PrintWriter out,
            PrintWriter err,
            String... arguments) {
        CommandLine line = new CommandLine(new TielineCommand(environment));
        CommandLine ask = Objects.requireNonNull(line.getSubcommands().get("ask"));
        questions.byName().forEach((name, named) -> ask.addSubcommand(new DeclaredCommand(name, named).spec()));
        ask.addSubcommand(new ScreenCommand().spec());
        line.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Failures::usage)
                .setExecutionExceptionHandler((failure, command, parsed) -> Failures.report(failure, command));
        int code = line.execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    /** @throws org.tieline.model.TielineException.BadSettings if anything is wrong with them */
    Settings settings() {
        Settings loaded = Settings.load(environment, settings);
        LogForm.use(loaded.api().logFormat());
        return loaded;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
