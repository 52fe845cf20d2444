package org.tieline.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tieline.question.Question;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.registry.Questions;

/** Questions that assistants may ask, made from what is declared: each tool as it is, and with each of its parameters in turn. */
public final class ToolQuestions {
    private static final Map<String, Map<String, String>> PLAIN = Map.of(
            "exposures", Map.of("vendor", "huawei", "asOf", "2018-12-08", "limit", "3"),
            "paths", Map.of("from", "huawei", "to", "sprint", "asOf", "2018-12-08", "limit", "3"),
            "changes", Map.of("from", "2018-08-01", "to", "2018-12-31", "vendor", "huawei", "limit", "1"),
            "ownership", Map.of("rule", "ofac-50", "listed", "huawei", "asOf", "2018-12-08", "limit", "3"),
            "conflicts", Map.of("asOf", "2024-01-15", "limit", "3"),
            "summary", Map.of("by", "relation", "asOf", "2018-12-08"),
            "organizations", Map.of("limit", "3"),
            "search", Map.of("q", "mobile", "limit", "3"),
            "bans", Map.of("limit", "3"),
            "ties", Map.of("id", "huawei-partners-with-softbank-group"));

    /** Of those that have no vocabulary, by what is typed for them. */
    private static final Map<String, String> VALUES = Map.of(
            "DAY",
            "2019-06-01",
            "DAY|RELEASE",
            "2019-06-01",
            "PERIOD",
            "P2Y",
            "N",
            "2",
            "PERCENT",
            "50",
            "COUNTRY",
            "GB",
            "SCOPE",
            "5g");

    private static final Map<String, String> IDS =
            Map.of("vendor", "zte", "carrier", "sprint", "target", "zte", "organization", "hmn-tech", "listed", "zte");

    private static final int MOST_TOOLS = 4;

    private ToolQuestions() {}

    /**
     * A question.
     *
     * @param given texts by parameter
     */
    public record Asked(String tool, Map<String, String> given) {
        /** As an assistant sends it: lists as lists. */
        public Map<String, Object> arguments() {
            Map<String, Object> arguments = new LinkedHashMap<>();
            given.forEach((name, text) -> arguments.put(name, text.contains(",") ? List.of(text.split(",")) : text));
            return arguments;
        }

        /** Where the API is asked the same. */
        public String address() {
            Given texts = new Given(given.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))));
            Question question = Questions.DECLARED.byName().get(tool).meant(texts);
            String address = question.address(texts);
            List<String> places = Question.placesOf(address);
            for (String place : places) {
                address = address.replace("{" + place + "}", encoded(given.get(place)));
            }
            return given.entrySet().stream()
                    .filter(entry -> !places.contains(entry.getKey()))
                    .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                    .collect(Collectors.joining("&", address + "?", ""));
        }

        /** As it is typed. */
        public String[] command() {
            List<String> words = new ArrayList<>(List.of("ask", tool, "--output", "json"));
            given.forEach((name, text) -> words.addAll(
                    List.of("--" + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT), text)));
            return words.toArray(String[]::new);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    /** All of them; of a parameter that many tools have, those of the first four. */
    public static List<Asked> all() {
        Map<String, Integer> tools = new HashMap<>();
        List<Asked> all = new ArrayList<>();
        Questions.DECLARED.offered().byName().forEach((tool, questions) -> {
            all.add(new Asked(tool, PLAIN.get(tool)));
            for (Parameter<?> parameter : questions.parameters()) {
                if (tools.merge(parameter.name(), 1, Integer::sum) <= MOST_TOOLS) {
                    all.add(varied(tool, parameter));
                }
            }
        });
        return all.stream().distinct().toList();
    }

    private static Asked varied(String tool, Parameter<?> parameter) {
        Map<String, String> given = new LinkedHashMap<>(PLAIN.get(tool));
        List<String> words = parameter.type().words();
        if (words.size() > 1 && parameter.type().several()) {
            given.put(parameter.name(), words.get(0) + "," + words.get(1));
        } else if (!words.isEmpty()) {
            given.put(parameter.name(), words.getLast());
        } else {
            given.putIfAbsent(
                    parameter.name(),
                    VALUES.getOrDefault(parameter.type().label(), IDS.getOrDefault(parameter.name(), "us-government")));
        }
        return new Asked(tool, given);
    }
}
