package org.tieline;



import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tieline.config.Settings;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.web.Question;
import picocli.CommandLine.Command;


/** A question that an address of the API answers with a list. */
@Command
abstract class ListQuestionCommand extends QuestionCommand {
    ListQuestionCommand(List<QuestionOption> options) {
        super(options);
    }

    /** @param given what was given of the options, by parameter */
    abstract Question question(Map<String, List<String>> given);

    /** The parameter whose value stands in the address. */
    String idParameter() {
        return null;
    }

    @Override
    final ApiRequest request(Map<String, List<String>> given) {
        Question question = question(given);
        byte[] body = file() == null ? null : bytes(file());
        if (!question.hasId()) {
            return new ApiRequest(question.path(), null, given, body, "application/json");
        }
        Map<String, List<String>> others = new LinkedHashMap<>(given);
        List<String> ids = others.remove(idParameter());
        if (ids.size() > 1 || ids.getFirst().isBlank()) {
            throw new BadQuestion(
                    idParameter(), "%s must be one id, was %s".formatted(idParameter(), String.join(" and ", ids)));
        }
        return new ApiRequest(question.path(), ids.getFirst().strip(), others);
    }

    @Override
    final void answer(ApiRequest request, LocalDate today, Settings settings, Output form, PrintWriter out) {
        Question question = Question.at(request.path());
        Question.Asked asked = new Question.Asked(request.id(), request.parameters(), request.body(), today);
        question.check(asked);
        out.print(OwnGraph.answer(settings, question, asked, form));
    }
}
