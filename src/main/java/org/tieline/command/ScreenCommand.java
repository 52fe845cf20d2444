package org.tieline.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.tieline.config.Settings;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.Reading;
import org.tieline.question.parameter.Values;
import org.tieline.question.screening.ScreeningBody;
import org.tieline.question.screening.ScreeningEntry;
import org.tieline.question.screening.ScreeningInquiry;
import org.tieline.question.screening.ScreeningQuestion;
import org.tieline.question.screening.ScreeningResult.Outcome;
import org.tieline.question.screening.ScreeningWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Screens a file of names. */
@Command(
        name = "screen",
        header = "Which organizations the names of a file mean, and what is on record of them on a day.",
        description = {
            "A CSV file has a header with name, id or identifier, or several of them, and maybe country and reference, in some "
                    + "languages; other columns are handed through. A JSON file is the body of "
                    + "POST /v1/screenings; a JSON Lines file has a name in quotes or an object on each line. At most 10000 "
                    + "entries.",
            "Names that may mean several organizations come back with candidates and are not decided. A match is by name "
                    + "alone and is no finding of anything.",
            QuestionCommand.SEVERAL_VALUES
        })
final class ScreenCommand extends QuestionCommand {
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
        super(ScreeningQuestion.PARAMETERS.all());
    }

    @Override
    String file() {
        return file;
    }

    @Override
    ApiRequest request(Map<String, List<String>> typed) {
        return ApiRequest.of("/v1/screenings", new Given(typed), bytes(file()), form().type());
    }

    @Override
    void answer(Asked asked, Settings settings, Output output, PrintWriter out) {
        Given given = new Given(asked.typed());
        given.read(ScreeningQuestion.PARAMETERS, Reading.on(asked.today()));
        List<ScreeningEntry> entries =
                form().read(Objects.requireNonNull(asked.request().body()));
        OwnGraph.ask(settings, snapshot -> {
            Values values = given.read(ScreeningQuestion.PARAMETERS, snapshot.reading(asked.today()));
            ScreeningQuestion question = ScreeningQuestion.of(values);
            ScreeningWriter writer = ScreeningWriter.of(output.form(), out, question, entries);
            Map<Outcome, Integer> outcomes;
            try (ScreeningProgress progress = ScreeningProgress.of(entries.size())) {
                outcomes = ScreeningInquiry.ask(snapshot.of(values), question, entries, progress.counting(writer));
            }
            writer.end(outcomes);
        });
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
