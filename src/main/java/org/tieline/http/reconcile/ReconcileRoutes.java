package org.tieline.http.reconcile;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tieline.http.message.HttpRefusal;
import org.tieline.http.message.ProblemDocument;
import org.tieline.http.message.Requests;
import org.tieline.http.message.WorkPlaces;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.model.TielineException.NotFound;
import org.tieline.question.Cores;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Reading;
import org.tieline.question.parameter.SearchParameters;
import org.tieline.question.parameter.Types;
import org.tieline.question.parameter.Values;
import org.tieline.question.reconciliation.ExtensionInquiry;
import org.tieline.question.reconciliation.ExtensionQuestion;
import org.tieline.question.reconciliation.MatchFeatures;
import org.tieline.question.reconciliation.ReconciliationAnswer;
import org.tieline.question.reconciliation.ReconciliationInquiry;
import org.tieline.question.reconciliation.ReconciliationQuery;
import org.tieline.question.screening.ScreeningQuestion;

/**
 * The Reconciliation Service API 0.2 of the W3C's Entity Reconciliation Community Group, by which OpenRefine and others match
 * the names of a table.
 *
 * <p>Where its clients send parameters of their own, as they do when they ask for suggestions and previews, those are passed
 * over; at the main address they are refused as everywhere else.
 */
public final class ReconcileRoutes {
    public static final String PATH = "/reconcile";

    private static final Parameter<String> QUERIES =
            Parameter.of("queries", Types.TEXT, "A batch of queries by their keys, as JSON.");

    private static final Parameter<String> EXTEND =
            Parameter.of("extend", Types.TEXT, "Ids, and the properties that are wanted of them, as JSON.");

    private static final Parameter<String> AGAINST_CACHES =
            Parameter.of("_", Types.TEXT, "Anything; clients give it so that no cache answers.");

    private static final Parameters ASKED = Parameters.of(QUERIES, EXTEND);
    private static final Parameters READ = Parameters.of(AGAINST_CACHES).and(ASKED);
    private static final Parameters DAY = Parameters.of(SearchParameters.AS_OF);

    private final Snapshots snapshots;

    public ReconcileRoutes(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** What is asked by GET, by path. */
    public Map<String, Handler> read() {
        ReconcileSuggestRoutes suggest = new ReconcileSuggestRoutes(snapshots);
        Map<String, Handler> routes = new LinkedHashMap<>();
        routes.put(PATH, this::asked);
        routes.put(PATH + "/suggest/entity", suggest::suggestEntities);
        routes.put(PATH + "/suggest/type", ReconcileSuggestRoutes::suggestTypes);
        routes.put(PATH + "/suggest/property", ReconcileSuggestRoutes::suggestProperties);
        routes.put(PATH + "/flyout/entity/{id}", suggest::entityFlyout);
        routes.put(PATH + "/flyout/type/{id}", ReconcileSuggestRoutes::typeFlyout);
        routes.put(PATH + "/flyout/property/{id}", ReconcileSuggestRoutes::propertyFlyout);
        routes.put(PATH + "/properties", ReconcileSuggestRoutes::properties);
        routes.put(PATH + "/preview/{id}", this::preview);
        routes.put(PATH + "/features/{id}", ReconcileRoutes::feature);
        return routes;
    }

    /**
     * Whether a request is for the manifest, which tells how to ask and of no organization, so that the specification wants it
     * open to clients without a key.
     *
     * @throws BadQuestion if the query cannot be read
     */
    public static boolean isForManifest(Context context) {
        if (context.method() == HandlerType.POST) {
            return false;
        }
        Values asked = Requests.passingOver(context, ASKED);
        return asked.get(QUERIES) == null && asked.get(EXTEND) == null;
    }

    /** The manifest; or what the parameters ask. */
    private void asked(Context context) throws Exception {
        Values asked = Requests.query(context).read(READ, Reading.on(Requests.today()));
        Optional<String> queries = Optional.ofNullable(asked.get(QUERIES));
        Optional<String> extend = Optional.ofNullable(asked.get(EXTEND));
        if (queries.isEmpty() && extend.isEmpty()) {
            Requests.answer(context, ReconcileManifest.at(Requests.base(context), context.appData(Requests.KEYED)));
        } else {
            answer(context, queries, extend);
        }
    }

    /** The same questions in a form, which may be longer. */
    public void posted(Context context) throws Exception {
        Values asked = Requests.form(context).read(ASKED, Reading.on(Requests.today()));
        Optional<String> queries = Optional.ofNullable(asked.get(QUERIES));
        Optional<String> extend = Optional.ofNullable(asked.get(EXTEND));
        if (queries.isEmpty() && extend.isEmpty()) {
            throw new BadQuestion("queries", "queries or extend must be given, as a field of the form");
        }
        answer(context, queries, extend);
    }

    private void answer(Context context, Optional<String> queries, Optional<String> extend) throws Exception {
        context.appData(WorkPlaces.SEARCHES)
                .within(() -> Cores.answering(() -> {
                    find(context, queries, extend);
                    return null;
                }));
    }

    private void find(Context context, Optional<String> queries, Optional<String> extend) {
        if (queries.isPresent() && extend.isPresent()) {
            throw new BadQuestion("extend", "extend and queries must be asked one by one");
        }
        if (extend.isPresent()) {
            ExtensionQuestion question = ReconcileExtension.read(extend.get(), Requests.today());
            Requests.answer(context, ExtensionInquiry.ask(snapshots.current(), question));
            return;
        }
        Map<String, ReconciliationQuery> batch = ReconcileQueries.read(queries.orElseThrow());
        if (batch.size() > ReconcileManifest.BATCH) {
            throw tooLarge(batch.size());
        }
        Snapshot snapshot = snapshots.current();
        Map<String, ReconciliationAnswer> results = new LinkedHashMap<>();
        batch.forEach((key, query) -> results.put(key, ReconciliationInquiry.ask(snapshot, query)));
        Requests.answer(context, results);
    }

    /** The status that the specification names for it. */
    private static HttpRefusal tooLarge(int size) {
        return new HttpRefusal(ProblemDocument.ofStatus(
                HttpStatus.CONTENT_TOO_LARGE.getCode(),
                "The batch is too large",
                "a batch may have %d queries, had %d; batchSize of the manifest says so"
                        .formatted(ReconcileManifest.BATCH, size)));
    }

    private void preview(Context context) {
        Snapshot snapshot = snapshots.current();
        String id = Requests.id(context);
        ScreeningQuestion question = ScreeningQuestion.of(
                Requests.query(context).among(DAY).read(ScreeningQuestion.PARAMETERS, Reading.on(Requests.today())));
        try {
            ReconcilePage.preview(context, ReconciliationInquiry.about(snapshot, snapshot.currentId(id), question));
        } catch (NotFound e) {
            context.status(HttpStatus.NOT_FOUND);
            ReconcilePage.unknown(context, id, e.getMessage());
        }
    }

    private static void feature(Context context) {
        String id = Requests.id(context);
        Requests.answer(context, MatchFeatures.meaning(id).orElseThrow(() -> new NotFound("feature", id, List.of())));
    }
}
