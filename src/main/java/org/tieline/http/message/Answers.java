package org.tieline.http.message;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.tieline.question.Answer;
import org.tieline.question.Json;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Values;

/**
 * Answers questions over HTTP: takes one snapshot for each, names it, computes nothing that the client has already, and
 * sends what was found in the form that is wanted.
 */
public final class Answers {
    /** The header that names the state of the graph which an answer is of. */
    public static final String SNAPSHOT = "Tieline-Snapshot";

    /** The graph may change at any moment; but whoever asks whether it did need not be answered the same again. */
    private static final String ASK_AGAIN = "no-cache";

    private static final int MOST_ATTEMPTS = 3;

    private final Snapshots snapshots;
    private final boolean looksUp;

    private Answers(Snapshots snapshots, boolean looksUp) {
        this.snapshots = snapshots;
        this.looksUp = looksUp;
    }

    /** Answers from a snapshot alone. */
    public static Answers ofSnapshot(Snapshots snapshots) {
        return new Answers(snapshots, false);
    }

    /** Answers that the database is asked for. They are asked for again if somebody commits meanwhile. */
    public static Answers ofDatabase(Snapshots snapshots) {
        return new Answers(snapshots, true);
    }

    /**
     * What a question is asked with.
     *
     * @param given in the query, but for {@code format}
     * @param today the day that {@code asOf} means when it is absent
     */
    public record Asked(Given given, Snapshot snapshot, LocalDate today) {
        /** The values of some parameters, which are all that may be given. */
        public Values read(Parameters parameters) {
            return given.read(parameters, snapshot.reading(today));
        }
    }

    /** Something that can be sent; headers that belong to every answer are set by then. */
    interface Sendable extends AutoCloseable {
        void send(Context context, Negotiation.Wanted wanted);

        /** Gives back what it holds for the client. */
        @Override
        default void close() {}
    }

    /** Makes of what was found something that can be sent: all that is heavy of it. */
    private interface Writer<F> {
        /** @throws HttpRefusal if the server has no room for it now */
        Sendable write(F found, Negotiation.Wanted wanted) throws IOException;
    }

    /**
     * Answers with one thing, as JSON. It takes no room of {@link BodyRoom}: its lists are cut, at a hundred elements or what
     * one fact says, so that it stays far below what a list may have.
     */
    public void one(Context context, Function<Asked, ?> question) {
        answer(context, Requests::query, Negotiation::ofOne, question, (found, wanted) -> {
            byte[] json = Json.bytes(found);
            return (of, form) -> Requests.answer(of, json);
        });
    }

    /** Answers with a list, in any form. */
    public void list(Context context, Function<Asked, Answer<?>> question) {
        answer(
                context,
                of -> Requests.query(of).aside(Negotiation.FORMAT),
                Negotiation::ofList,
                question,
                (found, wanted) -> WrittenAnswer.of(found, context, wanted));
    }

    private <F> void answer(
            Context context,
            Function<Context, Given> query,
            Function<Context, Negotiation.Wanted> form,
            Function<Asked, F> question,
            Writer<? super F> writer) {
        context.addHeader("Vary", "Accept, Accept-Encoding");
        LocalDate today = Requests.today();
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            Snapshot snapshot = looksUp ? snapshots.forLookUp() : snapshots.current();
            context.header(SNAPSHOT, snapshot.version());
            Given given = query.apply(context);
            Negotiation.Wanted wanted = form.apply(context);
            Optional<EntityTag> tag =
                    isRead(context) ? EntityTag.of(context, snapshot, wanted, today) : Optional.empty();
            if (tag.filter(known -> known.isHeldBy(context)).isPresent()) {
                sendNothing(context, tag.get());
                return;
            }
            Asked asked = new Asked(given, snapshot, today);
            try (Sendable answer = found(context, () -> writer.write(question.apply(asked), wanted))) {
                boolean ofOneState = !looksUp || snapshots.isNewest(snapshot);
                if (ofOneState && tag.isPresent() && EntityTag.isAnyHeldBy(context)) {
                    sendNothing(context, tag.get());
                    return;
                }
                if (ofOneState) {
                    tag.ifPresent(known -> name(context, known));
                    answer.send(context, wanted);
                    return;
                }
                if (attempt == MOST_ATTEMPTS) {
                    // Of a graph that never rests nobody can say which state the answer is of.
                    context.removeHeader(SNAPSHOT);
                    answer.send(context, wanted);
                }
            }
        }
    }

    /** What is asked of the database waits for it and computes little; what is searched for computes alone. */
    private Sendable found(Context context, Callable<Sendable> finding) {
        try {
            return looksUp
                    ? finding.call()
                    : context.appData(WorkPlaces.SEARCHES).within(context, finding);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("an answer could not be written", e);
        }
    }

    /** What is asked by POST is not kept by anybody. */
    private static boolean isRead(Context context) {
        return context.method() == HandlerType.GET || context.method() == HandlerType.HEAD;
    }

    /** Clients may keep it, and ask each time whether it is still the same. */
    public static void name(Context context, EntityTag tag) {
        context.header("ETag", tag.text()).header("Cache-Control", ASK_AGAIN);
    }

    public static void sendNothing(Context context, EntityTag tag) {
        name(context, tag);
        context.status(HttpStatus.NOT_MODIFIED);
        context.res().setContentType(null);
    }
}
