package org.tieline.http.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tieline.model.InvalidValue;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.parameter.Given;
import org.tieline.question.reconciliation.ExtensionQuestion;
import org.tieline.question.reconciliation.ExtensionQuestion.Wanted;

/** Reads which properties of which organizations are wanted. Fields that it does not know are the client's own. */
final class ReconcileExtension {
    private static final String PARAMETER = "extend";

    private ReconcileExtension() {}

    /**
     * @param today the day of a property that sets none
     * @throws BadQuestion saying which field is wrong
     */
    static ExtensionQuestion read(String json, LocalDate today) {
        JsonNode query = ReconcileQueries.object(PARAMETER, json);
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode id : list(query, "ids")) {
            if (!id.isTextual()) {
                throw bad("ids", null, "must be texts, one was " + id);
            }
            ids.add(id.textValue());
        }
        List<Wanted> wanted = new ArrayList<>();
        for (JsonNode property : list(query, "properties")) {
            String place = "properties[%d]".formatted(wanted.size());
            if (!property.path("id").isTextual()) {
                throw bad(place, property, "must be an object with id");
            }
            try {
                wanted.add(Wanted.read(property.get("id").textValue(), settings(property.path("settings")), today));
            } catch (BadQuestion e) {
                throw new BadQuestion(PARAMETER, "%s.%s: %s".formatted(PARAMETER, place, e.getMessage()));
            }
        }
        return new ExtensionQuestion(ids, wanted);
    }

    private static JsonNode list(JsonNode query, String field) {
        JsonNode list = query.path(field);
        if (!list.isArray()) {
            throw bad(field, list.isMissingNode() ? "absent" : list, "must be a list");
        }
        return list;
    }

    /** Forms send what nobody filled in as empty texts, and numbers as texts too. */
    private static Given settings(JsonNode given) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        given.properties().forEach(setting -> {
            JsonNode value = setting.getValue();
            if (value.isContainerNode()) {
                throw new BadQuestion(new InvalidValue(setting.getKey(), value, "must be a text or a number"));
            }
            String text = value.isIntegralNumber() || !value.isNumber()
                    ? value.asText()
                    : value.decimalValue().stripTrailingZeros().toPlainString();
            if (!value.isNull() && !text.isBlank()) {
                values.put(setting.getKey(), List.of(text));
            }
        });
        return new Given(values);
    }

    private static BadQuestion bad(String field, @Nullable Object value, String remedy) {
        return new BadQuestion(PARAMETER, new InvalidValue(PARAMETER + "." + field, value, remedy));
    }
}
