package org.tieline;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tieline.inquiry.Parameters;
import org.tieline.inquiry.ScreeningEntry;
import org.tieline.inquiry.ScreeningInquiry;
import org.tieline.inquiry.ScreeningQuestion;
import org.tieline.inquiry.ScreeningResult.Outcome;
import org.tieline.inquiry.Snapshot;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.web.ScreeningBody;
import org.tieline.web.ScreeningWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Screens a file of names. */
@Command(
        name = "screen",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Which organizations the names of a file mean, and what is on record of them on a day.",
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "A CSV file has a header with name or id, or both, and maybe country and reference; a JSON file is the body of "
                    + "POST /v1/screenings; a JSON Lines file has a name in quotes or an object on each line. At most 10000 "
                    + "entries.",
            "Names that may mean several organizations come back with candidates and are not decided. A match is by name "
                    + "alone and is no finding of anything.",
            "Options that take several values take them with commas, or are repeated."
        })
final class ScreenCommand implements Callable<Integer> {
    private static final List<QuestionOption> OPTIONS = Stream.of(SearchQuestionOptions.ALL, BanQuestionOptions.ALL)
            .flatMap(List::stream)
            .toList();

    private static final String STANDARD_INPUT = "-";

    /** In bytes: more than the most entries can have. */
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    @ParentCommand
    private AskCommand parent;

    @Spec
    private CommandSpec spec;

    @picocli.CommandLine.Parameters(
            paramLabel = "FILE",
            description = "The names; .json and .jsonl are JSON, everything else CSV. - reads standard input.")
    private String file;

    @Option(
            names = "--input",
            paramLabel = "FORM",
            description = "What FILE is, whatever its name: ${COMPLETION-CANDIDATES}.")
    private ScreeningBody input;

    @Option(
            names = "--output",
            paramLabel = "FORM",
            defaultValue = "table",
            description = "How to print: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if absent.")
    private Output output;

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.forAnnotatedObject(new ScreenCommand());
        OPTIONS.forEach(option -> spec.addOption(option.spec()));
        return spec;
    }

    @Override
    public Integer call() {
        Parameters parameters = QuestionOption.given(OPTIONS, spec.commandLine().getParseResult());
        ScreeningQuestion question = ScreeningQuestion.read(parameters, LocalDate.now(ZoneOffset.UTC));
        List<ScreeningEntry> entries = entries();
        parent.ask(snapshot -> {
            try (ScreeningProgress progress = ScreeningProgress.of(entries.size())) {
                screen(snapshot, question, entries, progress);
            }
            return null;
        });
        return 0;
    }

    private void screen(
            Snapshot snapshot, ScreeningQuestion question, List<ScreeningEntry> entries, ScreeningProgress progress) {
        PrintWriter out = spec.commandLine().getOut();
        if (output == Output.TABLE) {
            ScreeningTable table = new ScreeningTable();
            Map<Outcome, Integer> outcomes =
                    ScreeningInquiry.ask(snapshot, question, entries, progress.counting(table));
            progress.close();
            table.print(outcomes, out);
            return;
        }
        ScreeningWriter writer = output == Output.JSON
                ? ScreeningWriter.json(out, question, entries.size())
                : ScreeningWriter.csv(out, question);
        writer.end(ScreeningInquiry.ask(snapshot, question, entries, progress.counting(writer)));
        if (output == Output.JSON) {
            out.println();
        }
    }

    private List<ScreeningEntry> entries() {
        try {
            return form().read(bytes());
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "%s cannot be read: %s".formatted(file, e));
        } catch (BadQuestion e) {
            throw new ParameterException(spec.commandLine(), "%s: %s".formatted(file, e.getMessage()));
        }
    }

    private ScreeningBody form() {
        if (input != null) {
            return input;
        }
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return ScreeningBody.JSON;
        }
        return name.endsWith(".jsonl") || name.endsWith(".ndjson") ? ScreeningBody.LINES : ScreeningBody.CSV;
    }

    private byte[] bytes() throws IOException {
        try (InputStream in = file.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(file))) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException("it has more than %d MiB".formatted(MOST_BYTES >> 20));
            }
            return bytes;
        }
    }
}
