package org.tieline.http.message;

import io.javalin.config.Key;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.model.TielineException.TooOld;
import org.tieline.question.Answer;
import org.tieline.question.Cores;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;

/**
 * Answers questions over HTTP: takes one snapshot for each, names it, computes nothing that the client has already, or that
 * {@link KeptAnswers} have, and sends what was found in the form that is wanted.
 */
public final class Answers {
    /** The header that names the state of the graph which an answer is of. */
    public static final String SNAPSHOT = "Tieline-Snapshot";

    /** The header that says how many results there are in all. */
    public static final String TOTAL = "Tieline-Total";

    /** The header that says how to read any answer. */
    public static final String NOTICE = "Tieline-Notice";

    /** The graph may change at any moment; but whoever asks whether it did need not be answered the same again. */
    private static final String ASK_AGAIN = "no-cache";

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private final Snapshots snapshots;

    public Answers(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * What a question is asked of.
     *
     * @param today the day that {@code asOf} means when it is absent
     */
    public record Asked(Snapshot snapshot, LocalDate today) {}

    /**
     * Answers in the form that is wanted.
     *
     * @param places where the work is done
     * @param until how long the answer is the same if the graph is, where that is shorter than the day
     */
    public void list(
            Context context, Key<WorkPlaces> places, Function<Asked, Answer<?>> question, Optional<Instant> until) {
        context.addHeader("Vary", "Accept, Accept-Encoding");
        Snapshot snapshot = snapshots.current();
        try {
            list(context, places, question, until, snapshot);
        } catch (TooOld e) {
            list(context, places, question, until, newerThan(snapshot, e));
        }
    }

    /** A time that another server on the database told may be one of a state that is not known here yet. */
    private Snapshot newerThan(Snapshot asked, TooOld refusal) {
        try {
            Snapshot newest = snapshots.fresh();
            if (newest != asked) {
                return newest;
            }
        } catch (DatabaseUnavailable e) {
            LOG.debug("what is too old is told by what was read before: {}", e.getMessage());
        }
        throw refusal;
    }

    private void list(
            Context context,
            Key<WorkPlaces> places,
            Function<Asked, Answer<?>> question,
            Optional<Instant> until,
            Snapshot snapshot) {
        LocalDate today = Requests.today();
        context.header(SNAPSHOT, snapshot.version());
        Negotiation.Wanted wanted = Negotiation.ofList(context);
        Optional<EntityTag> tag = isRead(context)
                ? EntityTag.of(
                        context,
                        snapshot,
                        wanted.contentType(),
                        EntityTag.coding(context),
                        until.map(Instant::toString).orElse(today.toString()))
                : Optional.empty();
        if (tag.filter(known -> known.isHeldBy(context)).isPresent()) {
            sendNothing(context, tag.get());
            return;
        }
        KeptAnswers kept = context.appData(KeptAnswers.KEPT);
        Optional<KeptAnswers.Kept> again = tag.flatMap(kept::find);
        if (again.isPresent()) {
            try (WrittenAnswer answer = WrittenAnswer.again(again.get(), context)) {
                send(context, answer, wanted, tag);
            }
            return;
        }
        Asked asked = new Asked(snapshot, today);
        WorkPlaces.Shown<WrittenAnswer> found = begin(context, places, begun -> {
            Optional<KeptAnswers.Kept> meanwhile = tag.flatMap(kept::findMeanwhile);
            if (meanwhile.isPresent()) {
                return WrittenAnswer.again(meanwhile.get(), context);
            }
            WrittenAnswer answer = WrittenAnswer.of(question.apply(asked), context, wanted, begun);
            tag.ifPresent(known -> answer.toKeep().ifPresent(whole -> kept.keep(known, whole)));
            return answer;
        });
        try (WrittenAnswer answer = found.first()) {
            send(context, answer, wanted, tag);
        } finally {
            found.rest().cancel(true);
        }
    }

    private static void send(
            Context context, WrittenAnswer answer, Negotiation.Wanted wanted, Optional<EntityTag> tag) {
        if (tag.isPresent() && EntityTag.isAnyHeldBy(context)) {
            sendNothing(context, tag.get());
        } else {
            tag.ifPresent(known -> name(context, known));
            answer.send(context, wanted);
        }
    }

    /** What a feed is made of: an answer to the same question, which is not sent itself. */
    public <T> T found(Context context, Function<Asked, T> made) {
        Snapshot snapshot = snapshots.current();
        try {
            return found(context, made, snapshot);
        } catch (TooOld e) {
            return found(context, made, newerThan(snapshot, e));
        }
    }

    private static <T> T found(Context context, Function<Asked, T> made, Snapshot snapshot) {
        context.header(SNAPSHOT, snapshot.version());
        try {
            return context.appData(WorkPlaces.SEARCHES)
                    .within(() -> Cores.answering(() -> made.apply(new Asked(snapshot, Requests.today()))));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("an answer could not be found", e);
        }
    }

    private static WorkPlaces.Shown<WrittenAnswer> begin(
            Context context, Key<WorkPlaces> places, WorkPlaces.Showing<WrittenAnswer> finding) {
        try {
            return context.appData(places).begin(begun -> Cores.answering(() -> finding.done(begun)));
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

    /** Tells a client that what it holds is still the same. */
    public static void sendNothing(Context context, EntityTag tag) {
        name(context, tag);
        context.status(HttpStatus.NOT_MODIFIED);
        context.res().setContentType(null);
        sendHead(context);
    }

    /** Sends status and headers by themselves. Else the length of nothing is told, as if GET had nothing to say. */
    static void sendHead(Context context) {
        try {
            context.res().flushBuffer();
        } catch (IOException e) {
            LOG.debug("a client went away before it was answered", e);
        }
    }
}
