package org.tieline.mcp;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tieline.question.Answer;
import org.tieline.question.AnswerForm;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.PageParameters;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Reading;
import org.tieline.question.parameter.Values;
import org.tieline.question.registry.Questions;

/**
 * Questions that share a name, as a tool of that name.
 *
 * @param questions of which parameters choose one
 */
record QuestionTool(String name, Questions questions) {
    /**
     * Asks, and for fewer results where there are more than fit.
     *
     * @param base the address of the API, without a slash at its end; null if there is none
     * @throws org.tieline.model.TielineException if it cannot be understood, or names something that is not there
     */
    ToolAnswer ask(Map<String, Object> arguments, Snapshot snapshot, @Nullable String base) {
        Given given = Given.of(arguments);
        Question question = questions.meant(given);
        Reading reading = snapshot.reading(LocalDate.now(ZoneOffset.UTC));
        String limit = PageParameters.LIMIT.name();
        Given asked = given;
        Answer<?> answer = answer(question, given, reading, snapshot);
        AnswerTree tree = AnswerTree.of(answer);
        int wanted = answer.results().size();
        while (question.parameters().named(limit).isPresent()
                && answer.results().size() > 1
                && !tree.fits()) {
            asked = asked.with(limit, String.valueOf(tree.fewer(answer.results().size())));
            answer = answer(question, asked, reading, snapshot);
            tree = AnswerTree.of(answer);
        }
        Values values = given.read(question.parameters(), reading);
        Values answered = asked.read(question.parameters(), reading);
        return new ToolAnswer(
                answer,
                tree.fitting(),
                wanted,
                snapshot.version(),
                address(base, answered.address(question.address(given))),
                address(base, page(question, given, values)));
    }

    private static Answer<?> answer(Question question, Given given, Reading reading, Snapshot snapshot) {
        return question.understand(given, null, reading).in(snapshot);
    }

    private static String address(@Nullable String base, String path) {
        return base == null ? path : base + path;
    }

    /** The page of the explorer, which shows all results; where there is none, the address with the answer as a text. */
    private static String page(Question question, Given given, Values values) {
        Optional<String> page = question.page(given);
        if (page.isPresent()) {
            Parameters shown = question.parameters().but(PageParameters.LIMIT, PageParameters.OFFSET);
            return values.as(shown).address(page.get());
        }
        String address = values.address(question.address(given));
        return address + (address.contains("?") ? "&" : "?") + "format=" + AnswerForm.TABLE.word();
    }
}
