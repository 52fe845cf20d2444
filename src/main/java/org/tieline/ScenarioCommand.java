package org.tieline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.tieline.inquiry.ScenarioAnswer;
import org.tieline.inquiry.ScenarioInquiry;
import org.tieline.inquiry.ScenarioText;
import org.tieline.web.AnswerJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Asks what would differ if something were so. */
@Command(
        name = "scenario",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "What would differ if ties, stakes or bans were other than they are.",
        description = "Reads the JSON that POST /v1/scenarios takes. Nothing is written.")
final class ScenarioCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @ParentCommand
    private AskCommand parent;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A JSON file; - reads standard input.")
    private String file;

    @Option(
            names = "--output",
            paramLabel = "FORM",
            defaultValue = "table",
            description = "How to print: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if absent.")
    private Output output;

    @Override
    public Integer call() {
        ScenarioText text = AnswerJson.scenario(json());
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        ScenarioAnswer answer = parent.ask(snapshot -> ScenarioInquiry.ask(snapshot, text, today));
        ChangePrint.print(answer, text, output, spec.commandLine().getOut());
        return 0;
    }

    private byte[] json() {
        try {
            return file.equals(STANDARD_INPUT) ? standardInput() : Files.readAllBytes(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new ParameterException(spec.commandLine(), "there is no file " + file);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    /** Left open: it is not ours. */
    private static byte[] standardInput() throws IOException {
        InputStream input = System.in;
        return input.readAllBytes();
    }
}
