package org.tieline.http.reconcile;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tieline.http.message.Requests;
import org.tieline.model.OrganizationKind;
import org.tieline.model.Term;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.model.TielineException.NotFound;
import org.tieline.question.GivenParameters;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;
import org.tieline.question.reconciliation.OrganizationProperty;
import org.tieline.question.reconciliation.ReconciliationInquiry;

/** What a client of reconciliation offers people to choose from: organizations, types and properties. */
final class ReconcileSuggestRoutes {
    private static final int SUGGESTIONS = 20;
    private static final int MOST_SUGGESTIONS = 100;

    private final Snapshots snapshots;

    ReconcileSuggestRoutes(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** @param description absent for a type, whose name says all */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Suggested(String id, String name, String description, List<ReconcileView.Type> notable) {
        static Suggested of(ReconciliationInquiry.Suggestion suggestion) {
            String name = suggestion.organization().name();
            String description = ReconcileView.kindAndCountry(suggestion.organization());
            return new Suggested(
                    suggestion.organization().id(),
                    name,
                    suggestion.matched().equals(name) ? description : description + "; " + suggestion.matched(),
                    List.of(ReconcileView.Type.of(suggestion.organization().kind())));
        }

        static Suggested of(ReconcileView.Type type) {
            return new Suggested(type.id(), type.name(), null, null);
        }

        static Suggested of(OrganizationProperty property) {
            return new Suggested(property.text(), property.title(), property.meaning(), null);
        }
    }

    /** @param total how many suggestions there are; of organizations 1,000 at most */
    record Suggestions(List<Suggested> result, int total) {}

    record Flyout(String id, String html) {}

    /** @param limit absent if none was asked for */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Proposal(String type, Integer limit, List<Suggested> properties) {}

    void suggestEntities(Context context) {
        String typed = Requests.parameters(context).textOrEmpty("prefix");
        suggest(
                context,
                ReconciliationInquiry.suggest(snapshots.current(), typed).stream()
                        .map(Suggested::of)
                        .toList());
    }

    static void suggestTypes(Context context) {
        suggest(
                context,
                beginning(
                        context,
                        ReconcileManifest.types().stream().map(Suggested::of).toList()));
    }

    static void suggestProperties(Context context) {
        suggest(
                context,
                beginning(
                        context,
                        Arrays.stream(OrganizationProperty.values())
                                .map(Suggested::of)
                                .toList()));
    }

    /** Those of which the id, the name or a word of the name begins with what was typed, in any case. */
    private static List<Suggested> beginning(Context context, List<Suggested> all) {
        String typed = Requests.parameters(context).textOrEmpty("prefix").toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(each -> each.id().toLowerCase(Locale.ROOT).startsWith(typed)
                        || (" " + each.name().toLowerCase(Locale.ROOT)).contains(" " + typed))
                .toList();
    }

    private static void suggest(Context context, List<Suggested> all) {
        GivenParameters parameters = Requests.parameters(context);
        int cursor = Math.min(number(parameters, "cursor", 0, 0, Integer.MAX_VALUE), all.size());
        int limit = number(parameters, "limit", SUGGESTIONS, 1, MOST_SUGGESTIONS);
        Requests.answer(
                context,
                new Suggestions(all.subList(cursor, Math.min(all.size() - cursor, limit) + cursor), all.size()));
    }

    /** Under the id that was asked for, by which the client knows the answer, be it a former one. */
    void entityFlyout(Context context) {
        String id = Requests.id(context);
        Snapshot snapshot = snapshots.current();
        Requests.answer(context, new Flyout(id, ReconcilePage.flyout(snapshot.organization(snapshot.living(id)))));
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
        GivenParameters parameters = Requests.parameters(context);
        String type = parameters.textOrEmpty("type");
        OrganizationKind kind = type.isEmpty()
                ? null
                : parameters.term("type", OrganizationKind.class).orElseThrow();
        Integer limit = parameters.integer("limit").isPresent()
                ? Integer.valueOf(number(parameters, "limit", MOST_SUGGESTIONS, 1, MOST_SUGGESTIONS))
                : null;
        Requests.answer(
                context,
                new Proposal(
                        type,
                        limit,
                        ReconciliationInquiry.propertiesOf(kind).stream()
                                .limit(limit == null ? MOST_SUGGESTIONS : limit)
                                .map(Suggested::of)
                                .toList()));
    }

    private static int number(GivenParameters parameters, String name, int usual, int least, int most) {
        int number = parameters.integer(name).orElse(usual);
        if (number < least || number > most) {
            throw new BadQuestion(name, "%s must be %d..%d, was %d".formatted(name, least, most, number));
        }
        return number;
    }
}
