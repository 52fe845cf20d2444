package org.tieline.http.message;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.question.Answer;
import org.tieline.question.Json;
import org.tieline.question.parameter.Paging;

/**
 * An answer in the form that a client wants. It is written as a whole, after which nothing of what was found is held any more;
 * or, where its results come one after the other, while the first of them are sent. What JSON says around the results is in
 * headers for the other forms, as far as it fits there.
 *
 * @param total as {@link Answer} has it, like {@code cut} and {@code page}
 * @param whole whether the body is here to its end: it is neither sent while it is written, nor left out because nobody sends it
 */
record WrittenAnswer(
        @Nullable Long total, boolean cut, @Nullable Paging page, BodyRoom.Body body, boolean whole)
        implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WrittenAnswer.class);

    /**
     * Writes an answer.
     *
     * @param begun takes it when there is something to send and more to come, if its results come one after the other
     * @throws HttpRefusal if the server has no room for it now
     */
    static WrittenAnswer of(Answer<?> answer, Context context, Negotiation.Wanted wanted, Consumer<WrittenAnswer> begun)
            throws IOException {
        boolean empty = context.method() == HandlerType.HEAD;
        Consumer<BodyRoom.Body> first =
                part -> begun.accept(new WrittenAnswer(answer.total(), answer.cut(), answer.page(), part, false));
        BodyRoom.Body body = context.appData(BodyRoom.ROOM)
                .body(empty ? out -> {} : out -> answer.write(out, wanted.form()), answer.comes() ? first : null);
        return new WrittenAnswer(answer.total(), answer.cut(), answer.page(), body, !empty && !answer.comes());
    }

    /**
     * Takes an answer that was written before.
     *
     * @throws HttpRefusal if the server has no room for it now
     */
    static WrittenAnswer again(KeptAnswers.Kept kept, Context context) {
        try {
            BodyRoom.Body body = context.appData(BodyRoom.ROOM).body(out -> out.write(kept.body()), null);
            return new WrittenAnswer(kept.total(), kept.cut(), kept.page(), body, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Itself, for others who ask the same; empty if it is long, or its body is not here as a whole. */
    Optional<KeptAnswers.Kept> toKeep() {
        return whole && body.size() <= KeptAnswers.LONGEST
                ? Optional.of(new KeptAnswers.Kept(total, cut, page, body.copy()))
                : Optional.empty();
    }

    /** Headers that belong to every answer are set by then. */
    void send(Context context, Negotiation.Wanted wanted) {
        context.header(Answers.NOTICE, Json.NOTICE);
        if (cut) {
            context.header("Tieline-Truncated", "true");
        }
        if (total != null) {
            context.header(Answers.TOTAL, total.toString());
        }
        PageLinks.of(context, wanted, total, page).ifPresent(links -> context.header("Link", links));
        context.contentType(wanted.contentType());
        if (context.method() == HandlerType.HEAD) {
            Answers.sendHead(context);
            return;
        }
        try {
            body.sendTo(context.outputStream());
        } catch (IOException e) {
            if (BodyRoom.isBrokenOff(e)) {
                LOG.error("the answer of {} broke off", context.path(), e);
                Requests.breakOff(context);
                return;
            }
            LOG.debug("the client of {} went away: {}", context.path(), e.getMessage());
        }
    }

    /** Gives back what it holds for the client. */
    @Override
    public void close() {
        body.close();
    }
}
