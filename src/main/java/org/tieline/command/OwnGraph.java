package org.tieline.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.tieline.config.Settings;
import org.tieline.question.Answer;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;
import org.tieline.question.parameter.Paging;
import org.tieline.start.Connection;
import org.tieline.start.FirstData;

/**
 * The graph in this process, for a question where no server runs: the embedded database, started for as long as it takes, or
 * the one that the settings name. Apart from the commands, which load nothing of this when a server answers.
 */
final class OwnGraph {
    private OwnGraph() {}

    /**
     * Asks the graph as it is now, and returns what the API would answer.
     *
     * @param err where is told what the form has no place for
     */
    static String answer(Settings settings, Question.Understood question, Output form, PrintWriter err) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ask(settings, snapshot -> {
            try {
                Answer<?> found = question.in(snapshot);
                found.write(answer, form.form());
                Paging page = found.page();
                Long total = found.total();
                boolean next = page != null && total != null && page.goesOn(total);
                form.beside(next, found.cut(), String.valueOf(total)).ifPresent(err::println);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return answer.toString(StandardCharsets.UTF_8);
    }

    static void ask(Settings settings, Consumer<Snapshot> question) {
        try (Connection connection = FirstData.visiting(settings)) {
            try (Snapshots snapshots = new Snapshots(connection.reader())) {
                snapshots.refresh();
                question.accept(snapshots.current());
            }
        }
    }
}
