package org.tieline.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.tieline.config.Settings;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;
import org.tieline.start.Connection;
import org.tieline.start.FirstData;

/**
 * The graph in this process, for a question where no server runs: the embedded database, started for as long as it takes, or
 * the one that the settings name. Apart from the commands, which load nothing of this when a server answers.
 */
final class OwnGraph {
    private OwnGraph() {}

    /** Asks the graph as it is now, and returns what the API would answer. */
    static String answer(Settings settings, Question.Understood question, Output form) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ask(settings, snapshot -> {
            try {
                question.in(snapshot).write(answer, form.form());
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
