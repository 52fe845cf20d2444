package org.tieline.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.regex.Pattern;
import org.tieline.http.message.Answers;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.Snapshots;

/**
 * Sees to it that who asks several servers on one database never goes back: a client sends the name of the state that it saw
 * last, and is answered from that state or a later one.
 */
final class AtLeast {
    /** The header with what an answer before had in {@link Answers#SNAPSHOT}. */
    static final String HEADER = "Tieline-At-Least";

    /** A larger graph takes longer to read; who asks is told to come again then. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Pattern NAME = Pattern.compile("[\\w.+-]{1,100}");

    private final Snapshots snapshots;

    private AtLeast(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** To be called after {@link Guard#install}, so that strangers make no work. */
    static void install(JavalinConfig config, Snapshots snapshots) {
        config.routes.beforeMatched(new AtLeast(snapshots)::reach);
    }

    private void reach(Context context) {
        String name = context.header(HEADER);
        if (name == null || context.method() == HandlerType.OPTIONS || !Guard.guards(context)) {
            return;
        }
        if (!NAME.matcher(name).matches()) {
            throw new BadQuestion(
                    HEADER,
                    "%s must be what an answer had in %s, like 2026.11+1742, was %s"
                            .formatted(HEADER, Answers.SNAPSHOT, name));
        }
        snapshots.reach(name, PATIENCE);
    }
}
