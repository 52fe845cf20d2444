package org.tieline;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.tieline.inquiry.Parameters;
import org.tieline.inquiry.Snapshot;
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
        Parameters given = QuestionOption.given(options, spec.commandLine().getParseResult());
        ask(given, LocalDate.now(ZoneOffset.UTC), output, spec.commandLine().getOut());
        return 0;
    }

    /**
     * Asks and prints.
     *
     * @param given what was given of the options
     * @param today the day that {@code asOf} means when it is absent
     */
    abstract void ask(Parameters given, LocalDate today, Output output, PrintWriter out);

    /** Asks the graph as it is now. */
    final <T> T graph(Function<Snapshot, T> question) {
        return parent.ask(question);
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
