package org.tieline.question.parameter;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A value for each parameter of a question. Immutable. */
public final class Values {
    private final Parameters parameters;
    private final Map<String, @Nullable Object> byName;

    private Values(Parameters parameters, Map<String, @Nullable Object> byName) {
        this.parameters = parameters;
        this.byName = byName;
    }

    static Builder builder(Parameters parameters) {
        return new Builder(parameters, Map.of());
    }

    /** To be changed in several parameters at once. */
    Builder change() {
        return new Builder(parameters, byName);
    }

    /** Takes the value of each parameter. */
    static final class Builder {
        private final Parameters parameters;
        private final Map<String, @Nullable Object> byName;

        private Builder(Parameters parameters, Map<String, @Nullable Object> byName) {
            this.parameters = parameters;
            this.byName = new HashMap<>(byName);
        }

        /** @throws IllegalArgumentException if the question does not have it */
        <T> Builder set(Parameter<T> parameter, @Nullable T value) {
            requireIn(parameters, parameter);
            byName.put(parameter.name(), value);
            return this;
        }

        Values build() {
            return new Values(parameters, byName);
        }
    }

    /** The defaults of all; null for those that have none, or another one each day. */
    public static Values usual(Parameters parameters) {
        Builder values = builder(parameters);
        parameters.all().forEach(parameter -> setUsual(parameter, values));
        return values.build();
    }

    private static <T> void setUsual(Parameter<T> parameter, Builder values) {
        values.set(parameter, parameter.ordinary());
    }

    /**
     * The value of a parameter.
     *
     * @throws IllegalArgumentException if the question does not have it
     */
    // What is set under its name is of its type, and null if it may be absent.
    @SuppressWarnings({"unchecked", "NullAway"})
    public <T> T get(Parameter<T> parameter) {
        requireIn(parameters, parameter);
        return (T) byName.get(parameter.name());
    }

    /** The version of the release that is asked; null for the facts of the graph. */
    public @Nullable String release() {
        return byName.get(SearchParameters.KNOWN_AT.name()) instanceof KnownAt known ? known.release() : null;
    }

    /** Whether the question has a parameter and its value is not the default. */
    public <T> boolean isChosen(Parameter<T> parameter) {
        return parameters.has(parameter) && !parameter.isDefault(get(parameter));
    }

    /** The same with another value of one parameter. */
    public <T> Values with(Parameter<T> parameter, @Nullable T value) {
        return change().set(parameter, value).build();
    }

    private static void requireIn(Parameters parameters, Parameter<?> parameter) {
        if (!parameters.has(parameter)) {
            throw new IllegalArgumentException("the question has no parameter " + parameter);
        }
    }

    /**
     * What another question is to be asked: the values of the parameters that both have, and the defaults of the others.
     *
     * @param others those of the other question
     */
    public Values as(Parameters others) {
        Builder values = builder(others);
        others.all().forEach(parameter -> take(parameter, values));
        return values.build();
    }

    private <T> void take(Parameter<T> parameter, Builder values) {
        values.set(parameter, parameters.has(parameter) ? get(parameter) : parameter.ordinary());
    }

    /**
     * An address that asks the same at any later time: all that is not as by default, and the day.
     *
     * @param path may hold names of parameters in braces, whose values then stand there
     */
    public String address(String path) {
        String filled = path;
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (Parameter<?> parameter : parameters.all()) {
            String place = "{" + parameter.name() + "}";
            String text = encoded(written(parameter));
            if (filled.contains(place)) {
                filled = filled.replace(place, text);
            } else if (!text.isEmpty()) {
                query.add(parameter.name() + "=" + text);
            }
        }
        return filled + query;
    }

    private <T> List<String> written(Parameter<T> parameter) {
        T value = get(parameter);
        return value == null || parameter.isDefault(value)
                ? List.of()
                : parameter.type().write(value);
    }

    /** All of them by name, in order, as they were understood: several as a sorted list, null where nothing stands for an absent one. */
    public Map<String, @Nullable Object> echo() {
        Map<String, @Nullable Object> echo = new LinkedHashMap<>();
        for (Parameter<?> parameter : parameters.all()) {
            Object value = byName.get(parameter.name());
            echo.put(
                    parameter.name(),
                    value instanceof Collection<?> several
                            ? several.stream().sorted().toList()
                            : value);
        }
        return echo;
    }

    private static String encoded(List<String> texts) {
        return URLEncoder.encode(String.join(",", texts), StandardCharsets.UTF_8);
    }
}
