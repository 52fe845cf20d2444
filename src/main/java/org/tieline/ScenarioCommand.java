package org.tieline;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import org.tieline.inquiry.Parameters;
import org.tieline.inquiry.ScenarioAnswer;
import org.tieline.inquiry.ScenarioInquiry;
import org.tieline.inquiry.ScenarioText;
import org.tieline.web.AnswerJson;
import picocli.CommandLine.Command;

/** Asks what would differ if something were so. */
@Command(
        name = "scenario",
        header = "What would differ if ties, stakes or bans were other than they are.",
        description = "Reads the JSON that POST /v1/scenarios takes. Nothing is written.")
final class ScenarioCommand extends QuestionCommand {
    @picocli.CommandLine.Parameters(paramLabel = "FILE", description = "A JSON file; - reads standard input.")
    private String file;

    ScenarioCommand() {
        super(List.of());
    }

    @Override
    void ask(Parameters given, LocalDate today, Output output, PrintWriter out) {
        ScenarioText text = AnswerJson.scenario(bytes(file));
        ScenarioAnswer answer = graph(snapshot -> ScenarioInquiry.ask(snapshot, text, today));
        ChangePrint.print(answer, text, output, out);
    }
}
