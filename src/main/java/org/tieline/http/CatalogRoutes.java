package org.tieline.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.http.message.Answers;
import org.tieline.http.message.ProblemType;
import org.tieline.http.message.Problems;
import org.tieline.http.message.Requests;
import org.tieline.model.TielineException.DatabaseUnavailable;
import org.tieline.model.TielineException.NotFound;
import org.tieline.question.Snapshots;
import org.tieline.question.records.Catalog;

/** What is loaded, whether the server is well, and what its addresses and problems mean. */
final class CatalogRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogRoutes.class);

    private final Snapshots snapshots;

    CatalogRoutes(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * @param status {@code up}, or {@code down} with the reason in words
     * @param note what is not well and keeps the server from nothing; null if all is
     */
    record Health(
            String status,
            @Nullable String reason,
            @Nullable String note) {}

    record Index(String name, List<String> routes, List<QuestionView> questions) {}

    record Explanation(String type, String title, int status, String meaning) {
        static Explanation of(ProblemType type) {
            return new Explanation(type.address(), type.title(), type.status(), type.meaning());
        }
    }

    void catalog(Context context) {
        Requests.refuseParameters(context);
        catchUp();
        snapshots.latest().ifPresent(snapshot -> context.header(Answers.SNAPSHOT, snapshot.version()));
        Requests.answer(context, CatalogView.of(Catalog.of(snapshots), Instant.now()));
    }

    /** Whoever has just loaded something asks here what is there; without the database, what was read before must do. */
    private void catchUp() {
        if (snapshots.latest().isPresent() && snapshots.health().failedSince() == null) {
            try {
                snapshots.fresh();
            } catch (DatabaseUnavailable e) {
                LOG.debug("the catalogue tells what was read before: {}", e.getMessage());
            }
        }
    }

    /** Whether the process answers at all. */
    void live(Context context) {
        Requests.answer(context, new Health("up", null, null));
    }

    /** Whether it should be sent questions. */
    void ready(Context context) {
        String reason = Readiness.missing(snapshots, context.appData(Readiness.GRACE), Instant.now());
        if (reason != null) {
            context.status(HttpStatus.SERVICE_UNAVAILABLE).header("Retry-After", Problems.RETRY_AFTER_SECONDS);
        }
        Requests.answer(context, new Health(reason == null ? "up" : "down", reason, Readiness.note(snapshots)));
    }

    static void index(Context context, List<String> routes, List<QuestionView> questions) {
        Requests.answer(context, new Index("Tieline", routes, questions));
    }

    static void problem(Context context) {
        String id = Requests.id(context);
        ProblemType type = Arrays.stream(ProblemType.values())
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("kind of problem", id, List.of()));
        Requests.answer(context, Explanation.of(type));
    }
}
