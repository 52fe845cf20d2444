package org.tieline.http.reconcile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tieline.http.message.Requests;
import org.tieline.model.OrganizationKind;
import org.tieline.question.Links;
import org.tieline.question.reconciliation.ExtensionQuestion;
import org.tieline.question.reconciliation.ReconciliationAnswer.Type;
import org.tieline.restriction.BanFilter;

/**
 * What the service can do, as the Reconciliation Service API 0.2 wants it said.
 *
 * @param authentication absent if nobody needs a key
 */
record ReconcileManifest(
        List<String> versions,
        String name,
        String identifierSpace,
        String schemaSpace,
        String documentation,
        List<Type> defaultTypes,
        View view,
        @JsonProperty("feature_view") View featureView,
        Preview preview,
        Suggest suggest,
        Extend extend,
        int batchSize,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Authentication authentication) {
    /** The most queries of a batch. */
    static final int BATCH = 100;

    /** In pixels, like the height. */
    private static final int WIDTH = 480;

    private static final int HEIGHT = 280;

    /** An address in which <code>{{id}}</code> stands for an id. */
    record View(String url) {}

    record Preview(String url, int width, int height) {}

    record Suggest(Service entity, Service type, Service property) {
        static Suggest at(String base) {
            return new Suggest(Service.at(base, "entity"), Service.at(base, "type"), Service.at(base, "property"));
        }
    }

    record Service(
            @JsonProperty("service_url") String url,
            @JsonProperty("service_path") String path,
            @JsonProperty("flyout_service_url") String flyoutUrl,
            @JsonProperty("flyout_service_path") String flyoutPath) {
        static Service at(String base, String what) {
            return new Service(
                    base,
                    ReconcileRoutes.PATH + "/suggest/" + what,
                    base,
                    "%s/flyout/%s/${id}".formatted(ReconcileRoutes.PATH, what));
        }
    }

    record Extend(
            @JsonProperty("propose_properties") Place proposeProperties,
            @JsonProperty("property_settings") List<Setting> propertySettings) {}

    record Place(
            @JsonProperty("service_url") String url,
            @JsonProperty("service_path") String path) {}

    /** @param choices absent unless the type is {@code select} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Setting(
            String name,
            String label,
            String type,
            @JsonProperty("default") Object usual,
            @JsonProperty("help_text") String help,
            @Nullable List<Choice> choices) {}

    record Choice(String value, String name) {
        static Choice of(String word) {
            return new Choice(word, word);
        }
    }

    /** How a client shows who it is, in the words of OpenAPI, of whose ways the specification takes this one for keys. */
    record Authentication(String type, String name, String in) {
        static final Authentication BY_KEY = new Authentication("apiKey", Requests.KEY_HEADER, "header");
    }

    /**
     * @param base address of the server as the client knows it, without a slash at its end
     * @param keyed whether clients need keys for all else
     */
    static ReconcileManifest at(String base, boolean keyed) {
        return new ReconcileManifest(
                List.of("0.2"),
                "Tieline: telecom organizations, their ties and bans",
                base + "/v1/organizations/",
                "https://schema.org/Organization",
                base + "/docs",
                types(),
                new View(base + Links.organization("{{id}}")),
                new View(base + ReconcileRoutes.PATH + "/features/{{id}}"),
                new Preview(base + ReconcileRoutes.PATH + "/preview/{{id}}", WIDTH, HEIGHT),
                Suggest.at(base),
                new Extend(new Place(base, ReconcileRoutes.PATH + "/properties"), settings()),
                BATCH,
                keyed ? Authentication.BY_KEY : null);
    }

    static List<Type> types() {
        return Arrays.stream(OrganizationKind.values()).map(Type::of).toList();
    }

    private static List<Setting> settings() {
        return List.of(
                new Setting(
                        "asOf",
                        "Day",
                        "text",
                        "",
                        "The day that is asked about, like 2018-12-08; empty for today",
                        null),
                new Setting(
                        "knownAt",
                        "Known by",
                        "text",
                        "",
                        "What was published by this day counts, like 2018-12-08; empty for everything on record",
                        null),
                new Setting(
                        "limit",
                        "Most values",
                        "number",
                        ExtensionQuestion.DEFAULT_LIMIT,
                        "1 to " + ExtensionQuestion.MOST_VALUES,
                        null),
                new Setting(
                        "minBan",
                        "Bans that restrict",
                        "select",
                        BanFilter.DEFAULT.minBan().text(),
                        "The weakest state in which a ban restricts",
                        List.of(
                                Choice.of("reported"),
                                Choice.of("proposed"),
                                Choice.of("announced"),
                                Choice.of("in-force"))));
    }
}
