package org.tieline.http.reconcile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tieline.model.BanState;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.question.Json;
import org.tieline.question.reconciliation.ExtensionAnswer;
import org.tieline.question.reconciliation.ExtensionAnswer.Values;
import org.tieline.question.reconciliation.ExtensionQuestion;
import org.tieline.question.reconciliation.OrganizationProperty;
import org.tieline.question.reconciliation.PropertyValue;

/**
 * Properties of organizations as the Reconciliation Service API 0.2 has them, with what they stand on besides.
 *
 * @param notice how to read them
 * @param version the state of the graph that was asked
 * @param problems how many things in it are badly made and left out; {@code /v1/catalog} lists them
 * @param searched on which day, and how, each property was looked for
 * @param rows by id and property; an unknown number is an empty object
 * @param evidence by id and property what each value stands on, in their order; only of values that do not say it themselves
 * @param cut the properties that have more values than their limit
 * @param unknown the ids that nobody has
 */
record ReconcileExtensionView(
        String notice,
        String version,
        int problems,
        List<Searched> searched,
        List<Meta> meta,
        Map<String, Map<String, List<Map<String, Object>>>> rows,
        Map<String, Map<String, List<String>>> evidence,
        List<Cut> cut,
        List<String> unknown) {

    record Searched(String property, LocalDate asOf, LocalDate knownAt, BanState minBan, int limit) {
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
    record Meta(String id, String name, ReconcileView.Type type) {
        static Meta of(OrganizationProperty property) {
            return new Meta(
                    property.text(),
                    property.title(),
                    property == OrganizationProperty.EXPOSED_TO
                            ? ReconcileView.Type.of(OrganizationKind.VENDOR)
                            : null);
        }
    }

    /** A list of values that was cut. */
    record Cut(String id, String property, int total) {}

    static ReconcileExtensionView of(ExtensionQuestion question, ExtensionAnswer answer) {
        Map<String, Map<String, List<Map<String, Object>>>> rows = new LinkedHashMap<>();
        Map<String, Map<String, List<String>>> evidence = new LinkedHashMap<>();
        List<Cut> cut = new ArrayList<>();
        for (ExtensionAnswer.Row row : answer.rows()) {
            Map<String, List<Map<String, Object>>> cells = new LinkedHashMap<>();
            Map<String, List<String>> stands = new LinkedHashMap<>();
            for (ExtensionQuestion.Wanted wanted : question.wanted()) {
                String property = wanted.property().text();
                Values values = row.values().get(wanted.property());
                cells.put(
                        property,
                        values.first().stream()
                                .map(ReconcileExtensionView::value)
                                .toList());
                if (values.first().stream().anyMatch(each -> each.evidence() != null)) {
                    stands.put(
                            property,
                            values.first().stream().map(PropertyValue::evidence).toList());
                }
                if (values.total() > values.first().size()) {
                    cut.add(new Cut(row.id(), property, values.total()));
                }
            }
            rows.put(row.id(), cells);
            if (!stands.isEmpty()) {
                evidence.put(row.id(), stands);
            }
        }
        return new ReconcileExtensionView(
                Json.NOTICE,
                answer.version(),
                answer.problems(),
                question.wanted().stream().map(Searched::of).toList(),
                question.wanted().stream().map(each -> Meta.of(each.property())).toList(),
                rows,
                evidence,
                cut,
                answer.unknown());
    }

    /** A date of reduced precision is a text: as a moment it would say more than its source. */
    private static Map<String, Object> value(PropertyValue value) {
        return switch (value) {
            case PropertyValue.Text text -> Map.of("str", text.text());
            case PropertyValue.Dated dated ->
                dated.date().isFullDate()
                        ? Map.of("date", dated.date() + "T00:00:00Z")
                        : Map.of("str", dated.date().toString());
            case PropertyValue.Share share -> share.percent() == null ? Map.of() : Map.of("float", share.percent());
            case PropertyValue.Another another -> entity(another.organization());
        };
    }

    private static Map<String, Object> entity(Organization organization) {
        Map<String, Object> entity = new LinkedHashMap<>();
        entity.put("id", organization.id());
        entity.put("name", organization.name());
        entity.put("description", ReconcileView.kindAndCountry(organization));
        return entity;
    }
}
