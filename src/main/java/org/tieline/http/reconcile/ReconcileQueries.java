package org.tieline.http.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tieline.model.InvalidValue;
import org.tieline.model.OrganizationKind;
import org.tieline.model.Term;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.Json;
import org.tieline.question.parameter.CountryName;
import org.tieline.question.reconciliation.OrganizationProperty;
import org.tieline.question.reconciliation.ReconciliationQuery;

/**
 * Reads the queries of a batch.
 *
 * <p>What the one who set up the client got wrong, such as an unknown type or property, refuses the batch and says where.
 * What a cell of a table has, such as a country that is none, must not: the other cells of the batch did nothing wrong.
 *
 * <p>Field by field and by no binding of Jackson: most fields may have several shapes, and each would need a reader of its own.
 */
final class ReconcileQueries {
    private static final String PARAMETER = "queries";
    private static final Set<String> FIELDS = Set.of("query", "type", "limit", "properties", "type_strict");
    private static final List<String> STRICTNESS = List.of("any", "should", "all");

    private final String place;
    private final Set<OrganizationKind> types = EnumSet.noneOf(OrganizationKind.class);
    private final Set<OrganizationKind> kinds = EnumSet.noneOf(OrganizationKind.class);
    private final Set<String> countries = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> identifiers = new HashSet<>();
    private final List<String> unread = new ArrayList<>();

    private ReconcileQueries(String place) {
        this.place = place;
    }

    /**
     * The queries by their keys, in their order.
     *
     * @throws BadQuestion saying which field of which query is wrong
     */
    static Map<String, ReconciliationQuery> read(String json) {
        Map<String, ReconciliationQuery> queries = new LinkedHashMap<>();
        JsonNode given = object(PARAMETER, json);
        try {
            given.properties()
                    .forEach(each -> queries.put(
                            each.getKey(),
                            new ReconcileQueries(PARAMETER + "." + each.getKey()).query(each.getValue())));
        } catch (InvalidValue e) {
            throw new BadQuestion(PARAMETER, e);
        }
        return queries;
    }

    /** A parameter that is an object in JSON. */
    static JsonNode object(String parameter, String json) {
        JsonNode node;
        try {
            node = Json.read(json.getBytes(StandardCharsets.UTF_8), JsonNode.class);
        } catch (BadQuestion e) {
            throw new BadQuestion(parameter, e.parameter().equals("body") ? e.message(parameter) : e.getMessage());
        }
        if (!node.isObject()) {
            throw new BadQuestion(new InvalidValue(parameter, node, "must be a JSON object"));
        }
        return node;
    }

    private ReconciliationQuery query(JsonNode query) {
        if (!query.isObject()) {
            throw bad("", query, "must be an object like {\"query\": \"KDDI\"}");
        }
        query.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw bad(
                        "." + field,
                        null,
                        "is not known here; known are "
                                + FIELDS.stream().sorted().toList());
            }
        });
        if (!query.has("query") && query.path("properties").isEmpty()) {
            throw bad("", null, "must have query or properties");
        }
        JsonNode name = query.path("query");
        if (!name.isMissingNode() && !name.isTextual()) {
            throw bad(".query", name, "must be a text");
        }
        types(query.path("type"));
        String strictness = query.path("type_strict").asText("any");
        if (!STRICTNESS.contains(strictness)) {
            throw bad(".type_strict", strictness, "must be one of " + STRICTNESS);
        }
        properties(query.path("properties"));
        return built(name.textValue(), strictness.equals("all"), limit(query.path("limit")));
    }

    /** Where type and kind were both given, one must be among the others; if none is, nobody is of all. */
    private ReconciliationQuery built(String name, boolean all, int limit) {
        Set<OrganizationKind> either = EnumSet.copyOf(types);
        either.addAll(kinds);
        Set<OrganizationKind> both = EnumSet.copyOf(types);
        both.retainAll(kinds);
        boolean contradict = !types.isEmpty() && !kinds.isEmpty() && both.isEmpty();
        return new ReconciliationQuery(
                name,
                ids.stream().findFirst().orElse(null),
                identifiers,
                both.isEmpty() ? either : both,
                contradict || all && types.size() > 1,
                countries,
                unread,
                limit);
    }

    private void types(JsonNode given) {
        for (JsonNode type : given.isArray() ? given : given.isMissingNode() ? List.<JsonNode>of() : List.of(given)) {
            if (!type.isTextual()) {
                throw bad(".type", given, "must be the id of a type or a list of such");
            }
            try {
                types.add(Term.parse(OrganizationKind.class, type.textValue()));
            } catch (InvalidValue e) {
                throw e.in(place + ".type");
            }
        }
    }

    private int limit(JsonNode given) {
        if (given.isMissingNode()) {
            return ReconciliationQuery.DEFAULT_LIMIT;
        }
        boolean whole = given.isNumber() && given.doubleValue() == given.intValue();
        if (!whole || given.intValue() < 1 || given.intValue() > ReconciliationQuery.MOST_CANDIDATES) {
            throw bad(".limit", given, "must be a whole number from 1 to " + ReconciliationQuery.MOST_CANDIDATES);
        }
        return given.intValue();
    }

    private void properties(JsonNode given) {
        if (!given.isMissingNode() && !given.isArray()) {
            throw bad(".properties", given, "must be a list");
        }
        for (int i = 0; i < given.size(); i++) {
            String at = ".properties[%d]".formatted(i);
            OrganizationProperty property = property(at, given.get(i).path("pid"));
            JsonNode values = given.get(i).path("v");
            for (JsonNode value : values.isArray() ? values : List.of(values)) {
                String text = text(at, value);
                if (!text.isBlank()) {
                    take(at, property, text.strip());
                }
            }
        }
    }

    private OrganizationProperty property(String at, JsonNode given) {
        List<String> known = new ArrayList<>();
        for (OrganizationProperty property : OrganizationProperty.values()) {
            if (property.narrows() && property.text().equals(given.textValue())) {
                return property;
            }
            if (property.narrows()) {
                known.add(property.text());
            }
        }
        throw bad(at + ".pid", given.asText("absent"), "must be one of " + known);
    }

    /** An entity counts by its id. */
    private String text(String at, JsonNode value) {
        JsonNode plain = value.isObject() ? value.path("id") : value;
        if (!plain.isTextual() && !plain.isNumber() && !plain.isBoolean()) {
            throw bad(at + ".v", null, "must be a text, a number, true, false, an object with id, or a list of such");
        }
        return plain.asText();
    }

    private void take(String at, OrganizationProperty property, String text) {
        switch (property) {
            case ID -> {
                ids.add(text);
                if (ids.size() > 1) {
                    throw bad(at + ".v", null, "must be one id, were " + ids);
                }
            }
            case KIND -> {
                try {
                    kinds.add(Term.parse(OrganizationKind.class, text));
                } catch (InvalidValue e) {
                    unread.add("kind " + text);
                }
            }
            case WIKIDATA, LEI, ISIN, MCC_MNC, ASN, REGISTER ->
                identifiers.add(text.startsWith(property.text() + ":") ? text : property.text() + ":" + text);
            default -> CountryName.code(text).ifPresentOrElse(countries::add, () -> unread.add("country " + text));
        }
    }

    private InvalidValue bad(String field, @Nullable Object value, String remedy) {
        return new InvalidValue(place + field, value, remedy);
    }
}
