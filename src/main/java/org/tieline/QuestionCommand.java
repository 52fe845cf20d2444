package org.tieline;



import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tieline.config.Settings;
import org.tieline.model.TielineException.BadQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;


/** A question to the graph: options that are parameters of the API, and how the answer is printed. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true)
abstract class QuestionCommand implements Callable<Integer> {
    /** For the description of a question. */
    static final String SEVERAL_VALUES = "Options that take several values take them with commas, or are repeated.";

    private final List<QuestionOption> options;

    @ParentCommand
    private AskCommand parent;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--output",
            paramLabel = "FORM",
            defaultValue = "table",
            description = "How to print: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if absent.")
    private Output output;

    QuestionCommand(List<QuestionOption> options) {
        this.options = List.copyOf(options);
    }

    /** The command with all its options. */
    final CommandSpec spec() {
        CommandSpec whole = CommandSpec.forAnnotatedObject(this);
        options.forEach(option -> whole.addOption(option.spec()));
        return whole;
    }

    @Override
    public final Integer call() {
        Map<String, List<String>> given =
                QuestionOption.given(options, spec.commandLine().getParseResult());
        PrintWriter out = spec.commandLine().getOut();
        try {
            ask(given, LocalDate.now(ZoneOffset.UTC), out);
        } catch (BadQuestion e) {
            boolean ofAnOption =
                    options.stream().anyMatch(option -> option.parameter().equals(e.parameter()));
            throw ofAnOption || file() == null ? e : refused("%s: %s".formatted(file(), e.getMessage()));
        }
        if (output == Output.JSON) {
            out.println();
        }
        return 0;
    }

    /** Asks a running server and prints what it says; else answers as it would. */
    private void ask(Map<String, List<String>> given, LocalDate today, PrintWriter out) {
        ApiRequest request = request(given);
        Settings settings = parent.settings();
        Optional<RunningServer> server = parent.server(settings);
        if (server.isPresent()) {
            server.get().ask(request, output, out);
        } else {
            answer(request, today, settings, output, out);
        }
    }

    /**
     * What the API is asked.
     *
     * @param given what was given of the options, by parameter
     */
    abstract ApiRequest request(Map<String, List<String>> given);

    /**
     * Answers without a server, and prints.
     *
     * @param today the day that {@code asOf} means when it is absent
     */
    abstract void answer(ApiRequest request, LocalDate today, Settings settings, Output form, PrintWriter out);

    /** The file that the question is read from; null if it has none. */
    String file() {
        return null;
    }

    /**
     * All of a file that holds a question, or a part of one.
     *
     * @param file its path; {@code -} is standard input
     * @throws ParameterException if it cannot be read
     */
    final byte[] bytes(String file) {
        try {
            return QuestionFile.read(file);
        } catch (IOException e) {
            throw refused("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    /** What a user gave is not right. */
    final ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Options of several groups, one after the other. */
    static List<QuestionOption> joined(List<List<QuestionOption>> groups) {
        return groups.stream().flatMap(List::stream).toList();
    }
}
