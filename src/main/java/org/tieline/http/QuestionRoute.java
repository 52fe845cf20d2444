package org.tieline.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.tieline.http.message.Answers;
import org.tieline.http.message.Requests;
import org.tieline.question.Question;
import org.tieline.question.Snapshots;
import org.tieline.question.parameter.Given;
import org.tieline.question.registry.Questions;

/** Answers the questions that are asked at one address, as they are declared. */
final class QuestionRoute implements Handler {
    private final Questions questions;
    private final Answers answers;

    /** @param questions those of the address, of which parameters choose one */
    QuestionRoute(Questions questions, Snapshots snapshots) {
        this.questions = questions;
        answers = new Answers(snapshots);
    }

    @Override
    public void handle(Context context) {
        Given given = Requests.given(context);
        Question question = questions.meant(given);
        // Read before a place for searches is taken, which slow clients would hold otherwise.
        byte[] body = question.posted() ? Requests.jsonBody(context) : null;
        answers.list(context, asked -> question.understand(
                        given, body, asked.snapshot().reading(asked.today()))
                .in(asked.snapshot()));
    }
}
