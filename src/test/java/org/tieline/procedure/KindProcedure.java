package org.tieline.procedure;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;
import org.tieline.handbook.KindQuestion;
import org.tieline.question.registry.Questions;

/** As {@link AskProcedure}, of a question that only tests declare. */
public final class KindProcedure {
    @Context
    public GraphDatabaseService database;

    @Context
    public TerminationGuard termination;

    @Procedure(name = "test.ask", mode = Mode.READ)
    public Stream<AnswerRow> ask(
            @Name("question") String question,
            @Name(value = "options", defaultValue = "{}") Map<String, Object> options,
            @Name(value = "body", defaultValue = "null") Map<String, Object> body) {
        return new DeclaredCall(new Questions(List.of(KindQuestion.DECLARED)), database, termination)
                .ask(question, options, body);
    }
}
