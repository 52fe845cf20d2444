package org.tieline.question.parameter;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a question in the order in which they are shown, each name once. Immutable. */
public final class Parameters {
    private final Map<String, Parameter<?>> byName;
    private final Map<String, String> refused;

    private Parameters(Map<String, Parameter<?>> byName, Map<String, String> refused) {
        this.byName = byName;
        this.refused = refused;
    }

    public static Parameters of(Parameter<?>... parameters) {
        return new Parameters(Map.of(), Map.of()).and(List.of(parameters));
    }

    /** These and more behind them. */
    public Parameters and(Parameter<?>... more) {
        return and(List.of(more));
    }

    /** These and all of a group behind them. */
    public Parameters and(Parameters group) {
        return and(group.all());
    }

    private Parameters and(Collection<Parameter<?>> more) {
        Map<String, Parameter<?>> all = new LinkedHashMap<>(byName);
        for (Parameter<?> parameter : more) {
            if (all.put(parameter.name(), parameter) != null) {
                throw new IllegalStateException("two parameters have the name " + parameter);
            }
        }
        return new Parameters(all, refused);
    }

    /** These without some, as another question knows them. */
    public Parameters but(Parameter<?>... left) {
        Map<String, Parameter<?>> others = new LinkedHashMap<>(byName);
        List.of(left).forEach(parameter -> others.remove(parameter.name()));
        return new Parameters(others, refused);
    }

    /**
     * These without one, and what to say to whoever gives it, as another question knows it.
     *
     * @param instead a clause about what takes its place
     */
    public Parameters refusing(Parameter<?> parameter, String instead) {
        Map<String, String> more = new LinkedHashMap<>(refused);
        more.put(parameter.name(), instead);
        return new Parameters(but(parameter).byName, more);
    }

    public List<Parameter<?>> all() {
        return List.copyOf(byName.values());
    }

    public Optional<Parameter<?>> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Whether this very parameter is one of them, and not another one of its name. */
    public boolean has(Parameter<?> parameter) {
        return byName.get(parameter.name()) == parameter;
    }

    /** What takes the place of a parameter that another question knows by a name, as a clause; empty if there is nothing to say. */
    Optional<String> refusal(String name) {
        return Optional.ofNullable(refused.get(name));
    }
}
