package org.tieline.question.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.model.BanState;
import org.tieline.model.OrganizationKind;
import org.tieline.question.reconciliation.ReconciliationAnswer.Type;

/**
 * Properties of organizations as the Reconciliation Service API 0.2 has them, with what they stand on besides.
 *
 * @param notice how to read them
 * @param version the state of the graph that was asked
 * @param problems how many things in it are badly made and left out; {@code /v1/catalog} lists them
 * @param searched on which day, and how, each property was looked for
 * @param rows by id and property, in the order of the question; an unknown number is an empty object
 * @param evidence by id and property what each value stands on, in their order; only of values that do not say it themselves
 * @param cut the properties that have more values than their limit
 * @param unknown the ids that nobody has; their rows have no values
 */
public record ExtensionAnswer(
        String notice,
        String version,
        int problems,
        List<Searched> searched,
        List<Meta> meta,
        Map<String, Map<String, List<Map<String, Object>>>> rows,
        Map<String, Map<String, List<String>>> evidence,
        List<Cut> cut,
        List<String> unknown) {

    /** How a property was looked for. */
    public record Searched(
            String property, LocalDate asOf, @Nullable LocalDate knownAt, BanState minBan, int limit) {
        static Searched of(ExtensionQuestion.Wanted wanted) {
            return new Searched(
                    wanted.property().text(),
                    wanted.on().search().asOf(),
                    wanted.on().search().knownAt(),
                    wanted.on().bans().minBan(),
                    wanted.limit());
        }
    }

    /** @param type of the organizations that are the values; absent if they are no organizations, or of several kinds */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Meta(String id, String name, @Nullable Type type) {
        static Meta of(OrganizationProperty property) {
            return new Meta(
                    property.text(),
                    property.title(),
                    property == OrganizationProperty.EXPOSED_TO ? Type.of(OrganizationKind.VENDOR) : null);
        }
    }

    /** A list of values that was cut. */
    public record Cut(String id, String property, int total) {}
}
