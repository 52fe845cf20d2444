package org.tieline.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tieline.config.Settings;
import org.tieline.question.Question;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.Reading;
import org.tieline.question.registry.Questions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Asks a question as it is declared: its parameters are the options, and a body is read from a file. */
@Command
final class DeclaredCommand extends QuestionCommand {
    private final String name;
    private final Questions questions;

    /** @param questions those of the name, of which options choose one */
    DeclaredCommand(String name, Questions questions) {
        super(questions.parameters());
        this.name = name;
        this.questions = questions;
    }

    @Override
    CommandSpec spec() {
        CommandSpec spec = super.spec().name(name);
        Question first = questions.all().getFirst();
        spec.usageMessage().header(first.sentence()).description((SEVERAL_VALUES + " " + first.remark()).strip());
        if (first.posted()) {
            spec.addPositional(PositionalParamSpec.builder()
                    .index("0")
                    .arity("1")
                    .type(String.class)
                    .paramLabel("FILE")
                    .description("A JSON file; - reads standard input.")
                    .build());
        }
        return spec;
    }

    @Override
    @Nullable
    String file() {
        return questions.all().getFirst().posted() ? parsed().matchedPositionalValue(0, null) : null;
    }

    @Override
    ApiRequest request(Map<String, List<String>> typed) {
        Given given = new Given(typed);
        Question question = questions.meant(given);
        byte[] body = question.posted() ? bytes(Objects.requireNonNull(file())) : null;
        return ApiRequest.of(question.address(given), given, body);
    }

    @Override
    void answer(Asked asked, Settings settings, Output form, PrintWriter out) {
        Given given = new Given(asked.typed());
        Question question = questions.meant(given);
        byte[] body = asked.request().body();
        question.understand(given, body, Reading.on(asked.today()));
        out.print(OwnGraph.answer(
                settings,
                snapshot -> question.understand(given, body, snapshot.reading(asked.today()))
                        .in(snapshot),
                form,
                err()));
    }
}
