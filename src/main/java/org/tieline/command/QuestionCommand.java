package org.tieline.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tieline.config.Settings;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.parameter.Parameter;
import org.tieline.start.RunningServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ParseResult;
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

    private final List<Parameter<?>> parameters;

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

    QuestionCommand(List<Parameter<?>> parameters) {
        this.parameters = List.copyOf(parameters);
    }

    /** The command with all its options. */
    CommandSpec spec() {
        CommandSpec whole = CommandSpec.forAnnotatedObject(this);
        parameters.forEach(parameter -> whole.addOption(option(parameter)));
        return whole;
    }

    /** Its value is handed on as text, so that rules and messages are those of all doors. */
    private static OptionSpec option(Parameter<?> parameter) {
        List<String> words = parameter.type().words();
        return OptionSpec.builder(Failures.option(parameter.name()))
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel(parameter.type().label())
                .description(description(parameter))
                .completionCandidates(words)
                .build();
    }

    /** The sentence, the words that may be given, and the default. */
    private static String description(Parameter<?> parameter) {
        StringBuilder text = new StringBuilder(parameter.sentence());
        List<String> words = parameter.type().words();
        if (!words.isEmpty()) {
            text.append(" One of ").append(String.join(", ", words)).append('.');
        }
        return text.append(parameter.defaultSentence()).toString().replace("%", "%%");
    }

    /** What was given of the options, by parameter. */
    private Map<String, List<String>> typed() {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        for (Parameter<?> parameter : parameters) {
            String option = Failures.option(parameter.name());
            if (parsed().hasMatchedOption(option)) {
                typed.put(parameter.name(), parsed().matchedOption(option).originalStringValues());
            }
        }
        return typed;
    }

    /** Where is told what belongs to no answer. */
    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** What was typed. */
    final ParseResult parsed() {
        return spec.commandLine().getParseResult();
    }

    /**
     * What is asked.
     *
     * @param typed what was given of the options, by parameter
     * @param request the same as the API is asked
     * @param today the day that {@code asOf} means when it is absent
     */
    record Asked(Map<String, List<String>> typed, ApiRequest request, LocalDate today) {}

    @Override
    public final Integer call() {
        Map<String, List<String>> typed = typed();
        PrintWriter out = spec.commandLine().getOut();
        try {
            ask(typed, LocalDate.now(ZoneOffset.UTC), out);
        } catch (BadQuestion e) {
            boolean ofAnOption =
                    parameters.stream().anyMatch(parameter -> parameter.name().equals(e.parameter()));
            throw ofAnOption || file() == null ? e : refused("%s: %s".formatted(file(), e.getMessage()));
        }
        if (output == Output.JSON) {
            out.println();
        }
        return 0;
    }

    /** Asks a running server and prints what it says; else answers as it would. */
    private void ask(Map<String, List<String>> typed, LocalDate today, PrintWriter out) {
        ApiRequest request = request(typed);
        Settings settings = parent.settings();
        Optional<RunningServer> server = parent.server(settings);
        if (server.isPresent()) {
            new ApiCall(server.get(), output, out, err()).ask(request);
        } else {
            answer(new Asked(typed, request, today), settings, output, out);
        }
    }

    /**
     * What the API is asked.
     *
     * @param typed what was given of the options, by parameter
     */
    abstract ApiRequest request(Map<String, List<String>> typed);

    /** Answers without a server, and prints. */
    abstract void answer(Asked asked, Settings settings, Output form, PrintWriter out);

    /** The file that the question is read from. */
    @Nullable
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
}
