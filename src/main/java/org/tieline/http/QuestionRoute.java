package org.tieline.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tieline.http.message.Answers;
import org.tieline.http.message.EntityTag;
import org.tieline.http.message.FeedDocument;
import org.tieline.http.message.FeedForm;
import org.tieline.http.message.Negotiation;
import org.tieline.http.message.PageLinks;
import org.tieline.http.message.Requests;
import org.tieline.http.message.WorkPlaces;
import org.tieline.question.Answer;
import org.tieline.question.FeedEntry;
import org.tieline.question.Json;
import org.tieline.question.Question;
import org.tieline.question.Snapshots;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.PageParameters;
import org.tieline.question.parameter.Paging;
import org.tieline.question.registry.Questions;

/** Answers the questions that are asked at one address, as they are declared. */
final class QuestionRoute implements Handler {
    private static final long QUARTER = Duration.ofMinutes(15).toSeconds();

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
        Optional<FeedForm> feed = question.isFed() ? Negotiation.ofFeed(context) : Optional.empty();
        if (feed.isPresent()) {
            feed(context, given, question, feed.get());
        } else {
            answers.list(
                    context,
                    question.large() ? WorkPlaces.LARGE : WorkPlaces.SEARCHES,
                    asked -> answer(asked, given, body, question),
                    question.isFed() ? Optional.of(quarter()) : Optional.empty());
        }
    }

    private static Answer<?> answer(Answers.Asked asked, Given given, byte @Nullable [] body, Question question) {
        return question.understand(given, body, asked.snapshot().reading(asked.today()))
                .in(asked.snapshot());
    }

    /** What happens, happens at the beginning of a quarter of an hour, or by a commit. */
    private static Instant quarter() {
        return Instant.ofEpochSecond(Instant.now().getEpochSecond() / QUARTER * QUARTER);
    }

    private void feed(Context context, Given given, Question question, FeedForm form) {
        context.addHeader("Vary", "Accept, Accept-Encoding");
        String query = context.queryString();
        Answer<?> newest = answers.found(context, asked -> newest(asked, given, question));
        long total = total(newest);
        byte[] content = new FeedDocument(
                        question.sentence(),
                        Requests.base(context),
                        context.path() + (query == null ? "" : "?" + query),
                        newest.results().stream().map(FeedEntry.class::cast).toList(),
                        total,
                        PageLinks.earlier(context, page(newest), form))
                .bytes(form);
        EntityTag tag = EntityTag.of(content).codedFor(context);
        if (tag.isHeldBy(context)) {
            Answers.sendNothing(context, tag);
            return;
        }
        Answers.name(context, tag);
        context.header(Answers.NOTICE, Json.NOTICE).header(Answers.TOTAL, String.valueOf(total));
        context.contentType(form.type() + ";charset=utf-8").result(content);
    }

    /** The last part of the answer, where the first is not all of it and nobody says which is wanted. */
    private static Answer<?> newest(Answers.Asked asked, Given given, Question question) {
        Answer<?> first = answer(asked, given, null, question);
        String offset = PageParameters.OFFSET.name();
        boolean whole = total(first) <= first.results().size() || given.has(offset);
        return whole
                ? first
                : answer(
                        asked,
                        given.with(
                                offset,
                                String.valueOf(total(first) - page(first).limit())),
                        null,
                        question);
    }

    private static long total(Answer<?> answer) {
        return Objects.requireNonNull(answer.total(), "a feed is of a list that is counted");
    }

    private static Paging page(Answer<?> answer) {
        return Objects.requireNonNull(answer.page(), "a feed is of a list that comes in parts");
    }
}
