package org.tieline;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import picocli.CommandLine.Option;

/** Screens a file of names. */
@Command(
        name = "screen",
        header = "Which organizations the names of a file mean, and what is on record of them on a day.",
        description = {
            "A CSV file has a header with name or id, or both, and maybe country and reference; a JSON file is the body of "
                    + "POST /v1/screenings; a JSON Lines file has a name in quotes or an object on each line. At most 10000 "
                    + "entries.",
            "Names that may mean several organizations come back with candidates and are not decided. A match is by name "
                    + "alone and is no finding of anything.",
            QuestionCommand.SEVERAL_VALUES
        })
final class ScreenCommand extends QuestionCommand {
    private static final List<QuestionOption> OPTIONS =
            joined(List.of(SearchQuestionOptions.ALL, BanQuestionOptions.ALL));

    @picocli.CommandLine.Parameters(
            paramLabel = "FILE",
            description = "The names; .json and .jsonl are JSON, everything else CSV. - reads standard input.")
    private String file;

    @Option(
            names = "--input",
            paramLabel = "FORM",
            description = "What FILE is, whatever its name: ${COMPLETION-CANDIDATES}.")
    private ScreeningBody input;

    ScreenCommand() {
        super(OPTIONS);
    }

    @Override
    void ask(Parameters given, LocalDate today, Output output, PrintWriter out) {
        ScreeningQuestion question = ScreeningQuestion.read(given, today);
        List<ScreeningEntry> entries = entries();
        graph(snapshot -> {
            try (ScreeningProgress progress = ScreeningProgress.of(entries.size())) {
                screen(snapshot, question, entries, progress, output, out);
            }
            return null;
        });
    }

    private static void screen(
            Snapshot snapshot,
            ScreeningQuestion question,
            List<ScreeningEntry> entries,
            ScreeningProgress progress,
            Output output,
            PrintWriter out) {
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
        byte[] bytes = bytes(file);
        try {
            return form().read(bytes);
        } catch (BadQuestion e) {
            throw refused("%s: %s".formatted(file, e.getMessage()));
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
}
