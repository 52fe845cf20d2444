package org.tieline.http.reconcile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tieline.http.message.Requests;
import org.tieline.model.OrganizationKind;
import org.tieline.model.Term;
import org.tieline.model.TielineException.NotFound;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.Reading;
import org.tieline.question.parameter.Types;
import org.tieline.question.parameter.Values;
import org.tieline.question.reconciliation.OrganizationProperty;
import org.tieline.question.reconciliation.ReconciliationInquiry;
import org.tieline.question.reconciliation.Suggestion;

/** What a client of reconciliation offers people to choose from: organizations, types and properties. */
final class ReconcileSuggestRoutes {
    private static final int SUGGESTIONS = 20;
    private static final int MOST_SUGGESTIONS = 100;

    private static final Parameter<String> PREFIX =
            Parameter.of("prefix", Types.TEXT, "What was typed so far.").orElse("");

    private static final Parameter<Integer> CURSOR = Parameter.of(
                    "cursor", Types.whole(0, Integer.MAX_VALUE), "How many suggestions to pass over.")
            .orElse(0);

    private static final Parameter<Integer> MOST_PROPERTIES =
            Parameter.of("limit", Types.whole(1, MOST_SUGGESTIONS), "The most of them.");

    private static final Parameter<Integer> LIMIT = MOST_PROPERTIES.orElse(SUGGESTIONS);

    private static final Parameter<OrganizationKind> TYPE = Parameter.of(
            "type", Types.word(OrganizationKind.class), "The kind of the organizations; any if absent or empty.");

    private static final Parameters SUGGESTING = Parameters.of(PREFIX, CURSOR, LIMIT);
    private static final Parameters SUGGESTING_ENTITIES = Parameters.of(PREFIX, TYPE, CURSOR, LIMIT);
    private static final Parameters PROPOSING = Parameters.of(TYPE, MOST_PROPERTIES);

    private final Snapshots snapshots;

    ReconcileSuggestRoutes(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** @param total how many suggestions there are; of organizations 1,000 at most */
    record Suggestions(List<Suggestion> result, int total) {}

    record Flyout(String id, String html) {}

    /** @param limit absent if none was asked for */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Proposal(String type, Integer limit, List<Suggestion> properties) {}

    void suggestEntities(Context context) {
        Values asked = read(context, SUGGESTING_ENTITIES);
        suggest(context, asked, ReconciliationInquiry.suggest(snapshots.current(), asked.get(PREFIX), asked.get(TYPE)));
    }

    static void suggestTypes(Context context) {
        suggestBeginning(
                context, ReconcileManifest.types().stream().map(Suggestion::of).toList());
    }

    static void suggestProperties(Context context) {
        suggestBeginning(
                context,
                Arrays.stream(OrganizationProperty.values()).map(Suggestion::of).toList());
    }

    /** Those of which the id, the name or a word of the name begins with what was typed, in any case. */
    private static void suggestBeginning(Context context, List<Suggestion> all) {
        Values asked = read(context, SUGGESTING);
        String typed = asked.get(PREFIX).toLowerCase(Locale.ROOT);
        suggest(
                context,
                asked,
                all.stream()
                        .filter(each -> each.id().toLowerCase(Locale.ROOT).startsWith(typed)
                                || (" " + each.name().toLowerCase(Locale.ROOT)).contains(" " + typed))
                        .toList());
    }

    private static void suggest(Context context, Values asked, List<Suggestion> all) {
        int cursor = Math.min(asked.get(CURSOR), all.size());
        int limit = asked.get(LIMIT);
        Requests.answer(
                context,
                new Suggestions(all.subList(cursor, Math.min(all.size() - cursor, limit) + cursor), all.size()));
    }

    /** Under the id that was asked for, by which the client knows the answer, be it a former one. */
    void entityFlyout(Context context) {
        String id = Requests.id(context);
        Snapshot snapshot = snapshots.current();
        Requests.answer(context, new Flyout(id, ReconcilePage.flyout(snapshot.organization(snapshot.currentId(id)))));
    }

    static void typeFlyout(Context context) {
        OrganizationKind kind = word(context, OrganizationKind.class, "type");
        Requests.answer(
                context, new Flyout(kind.text(), ReconcilePage.flyout(kind.label(), "Organizations of this kind.")));
    }

    static void propertyFlyout(Context context) {
        OrganizationProperty property = word(context, OrganizationProperty.class, "property");
        Requests.answer(
                context, new Flyout(property.text(), ReconcilePage.flyout(property.title(), property.meaning())));
    }

    private static <T extends Enum<T> & Term> T word(Context context, Class<T> vocabulary, String what) {
        String id = Requests.id(context);
        return Arrays.stream(vocabulary.getEnumConstants())
                .filter(each -> each.text().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound(what, id, Term.words(vocabulary)));
    }

    /** A client that matched against no type asks with an empty one. */
    static void properties(Context context) {
        Values asked = read(context, PROPOSING);
        OrganizationKind kind = asked.get(TYPE);
        Integer limit = asked.get(MOST_PROPERTIES);
        Requests.answer(
                context,
                new Proposal(
                        kind == null ? "" : kind.text(),
                        limit,
                        ReconciliationInquiry.propertiesOf(kind).stream()
                                .limit(limit == null ? MOST_SUGGESTIONS : limit)
                                .map(Suggestion::of)
                                .toList()));
    }

    /** Clients send parameters of their own, and empty ones for absent ones. */
    private static Values read(Context context, Parameters parameters) {
        return Requests.query(context).among(parameters).filled().read(parameters, Reading.on(Requests.today()));
    }
}
