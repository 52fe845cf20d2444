package org.tieline.procedure;

import java.util.Map;
import java.util.stream.Stream;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.TerminationGuard;
import org.tieline.question.registry.Questions;

/** The procedure that asks any question as it is declared. */
public final class AskProcedure {
    @Context
    public GraphDatabaseService database;

    @Context
    public TerminationGuard termination;

    @Procedure(name = "tieline.ask", mode = Mode.READ)
    @Description(
            "Any question of the API by its name, like exposures, paths or changes. A row for each result, with the fields "
                    + "that the API has for it. Example: "
                    + "CALL tieline.ask('matrix', {vendor: 'huawei,zte', asOf: date('2018-12-08')}) YIELD result. "
                    + "body is what the API is posted, for questions that need it."
                    + TielineProcedures.COMMON)
    public Stream<AnswerRow> ask(
            @Name("question") String question,
            @Name(value = "options", defaultValue = "{}") Map<String, Object> options,
            @Name(value = "body", defaultValue = "null") Map<String, Object> body) {
        return new DeclaredCall(Questions.DECLARED, database, termination).ask(question, options, body);
    }
}
