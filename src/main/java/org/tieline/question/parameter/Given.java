package org.tieline.question.parameter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tieline.model.InvalidValue;
import org.tieline.model.TielineException.BadQuestion;

/**
 * What somebody gave of the parameters of a question, as text.
 *
 * @param texts by the name of the parameter, at least one for each; several values may stand in one text with commas between
 *     them
 * @param asides what may be given too and is no parameter of the question, as it says how to answer and not what
 * @param placed parameters whose values stand elsewhere, as in a path, where nobody can add another
 */
public record Given(Map<String, List<String>> texts, List<String> asides, Set<String> placed) {
    /** The days that a question may be about: identifiers mean those who have them on that day, or on the later of two. */
    private static final List<String> DAYS = List.of("asOf", "to");

    private static final List<String> DAYS_OF_KNOWLEDGE = List.of("knownAt", "knownTo");

    public Given {
        texts = Map.copyOf(texts);
        asides = List.copyOf(asides);
        placed = Set.copyOf(placed);
    }

    public Given(Map<String, List<String>> texts) {
        this(texts, List.of(), Set.of());
    }

    /**
     * What a program gave: texts, numbers, truth values or dates by the names of parameters, or lists of these. Null stands for
     * nothing.
     *
     * @throws BadQuestion if a value can be that of no parameter
     */
    public static Given of(Map<String, ? extends @Nullable Object> values) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value != null) {
                texts.put(name, GivenValue.texts(name, value));
            }
        });
        return new Given(texts);
    }

    /** These but for one that says how to answer and not what. */
    public Given aside(String name) {
        List<String> more = new ArrayList<>(asides);
        more.add(name);
        return new Given(without(name).texts, more, placed);
    }

    /** Those of some parameters; whatever else was given is passed over. */
    public Given among(Parameters parameters) {
        Map<String, List<String>> fewer = new LinkedHashMap<>(texts);
        fewer.keySet().removeIf(name -> parameters.named(name).isEmpty());
        return new Given(fewer, asides, placed);
    }

    /** Those that were given with a text, for clients that send empty ones for absent ones. */
    public Given filled() {
        Map<String, List<String>> fewer = new LinkedHashMap<>(texts);
        fewer.values().removeIf(given -> given.stream().allMatch(String::isBlank));
        return new Given(fewer, asides, placed);
    }

    /** These and the value of one more, or of one in place of what was given of it. */
    public Given with(String parameter, String text) {
        Map<String, List<String>> more = new LinkedHashMap<>(texts);
        more.put(parameter, List.of(text));
        return new Given(more, asides, placed);
    }

    /** Whether a parameter was given, with a value or without. */
    public boolean has(String parameter) {
        return texts.containsKey(parameter);
    }

    /** Whether one value was given of a parameter, and no more. */
    public boolean hasOne(String parameter) {
        List<String> given = texts.getOrDefault(parameter, List.of());
        return given.size() == 1
                && !given.getFirst().isBlank()
                && !given.getFirst().contains(",");
    }

    /** These without one. */
    public Given without(String parameter) {
        Map<String, List<String>> fewer = new LinkedHashMap<>(texts);
        fewer.remove(parameter);
        return new Given(fewer, asides, placed);
    }

    /** The only value of a parameter that was given, without space around it. */
    public String text(String parameter) {
        return Objects.requireNonNull(texts.get(parameter)).getFirst().strip();
    }

    /**
     * Reads what was given of some parameters, and what is absent as its default.
     *
     * @throws BadQuestion naming the first that cannot be understood, is missing, or that nobody knows
     */
    public Values read(Parameters parameters, Reading reading) {
        refuseUnknown(parameters);
        LocalDate asOf = first(parameters, reading, DAYS, LocalDate.class).orElse(reading.today());
        Reading onDay = first(parameters, reading, DAYS_OF_KNOWLEDGE, KnownAt.class)
                .map(known -> reading.at(asOf, known))
                .orElseGet(() -> reading.at(
                        asOf,
                        first(parameters, reading, DAYS_OF_KNOWLEDGE, LocalDate.class)
                                .orElse(null)));
        Values.Builder values = Values.builder(parameters);
        parameters.all().forEach(parameter -> read(parameter, onDay, values));
        return values.build();
    }

    /** The first of some parameters that has a value of a type; empty if it cannot be read, which is refused in its turn. */
    private <T> Optional<T> first(Parameters parameters, Reading reading, List<String> names, Class<T> type) {
        return names.stream()
                .flatMap(name -> parameters.named(name).stream())
                .map(parameter -> tried(parameter, reading))
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /** Null if it cannot be read, or is absent and has no default. */
    private @Nullable Object tried(Parameter<?> parameter, Reading reading) {
        List<String> given = texts.get(parameter.name());
        try {
            return given == null ? parameter.absent(reading) : parameter.read(given, reading);
        } catch (BadQuestion e) {
            return null;
        }
    }

    private <T> void read(Parameter<T> parameter, Reading reading, Values.Builder values) {
        List<String> given = texts.get(parameter.name());
        values.set(parameter, given == null ? parameter.absent(reading) : parameter.read(given, reading));
    }

    /** What to give in place of something that is no parameter, as the end of a sentence. */
    private String instead(String name, Parameters parameters) {
        return parameters.refusal(name).map(clause -> " here; " + clause).orElseGet(() -> {
            List<String> names = Stream.concat(parameters.all().stream().map(Parameter::name), asides.stream())
                    .filter(allowed -> !placed.contains(allowed))
                    .toList();
            return names.isEmpty() ? "; there are none here" : "; allowed are " + String.join(", ", names);
        });
    }

    private void refuseUnknown(Parameters parameters) {
        for (String name : new TreeSet<>(texts.keySet())) {
            if (parameters.named(name).isEmpty()) {
                throw new BadQuestion(name, "%s is not a parameter%s".formatted(name, instead(name, parameters)));
            }
        }
    }

    /**
     * The single values of what was given of one parameter, each once.
     *
     * @throws InvalidValue if there are several where one may be, or one is empty
     */
    static List<String> texts(List<String> given, boolean several) {
        if (!several && given.size() > 1) {
            throw new InvalidValue("", String.join(" and ", given), "may be given once");
        }
        Set<String> texts = given.stream()
                .flatMap(text -> several ? List.of(text.split(",", -1)).stream() : List.of(text).stream())
                .map(String::strip)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (texts.contains("")) {
            throw several && given.stream().anyMatch(text -> !text.isBlank())
                    ? new InvalidValue("", String.join(",", given), "must not have an empty element")
                    : new InvalidValue("", "empty", "must not be empty; leave it out to use its default");
        }
        return List.copyOf(texts);
    }
}
