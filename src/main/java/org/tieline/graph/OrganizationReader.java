package org.tieline.graph;

import static org.tieline.graph.PropertyReader.BY_ID;
import static org.tieline.graph.PropertyReader.LEFT_OUT;
import static org.tieline.graph.PropertyReader.orRefused;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.model.InvalidValue;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;
import org.tieline.model.PartialDate;

/** Turns the labels and properties of a node into an organization. For one thread. */
public final class OrganizationReader {
    private static final List<OrganizationKind> KINDS = List.of(OrganizationKind.values());

    /** Whoever has not ended has no successor. */
    private static final List<String> UNTIL = List.of("until");

    private final PropertyReader values;

    public OrganizationReader() {
        this(new PropertyReader());
    }

    OrganizationReader(PropertyReader values) {
        this.values = values;
    }

    /**
     * Reads an organization. What cannot be read is left out or replaced.
     *
     * @param labels all labels of its node
     * @param successors the ids of the organizations that succeed it; the first of several is taken
     * @throws InvalidValue if it has no right id
     */
    public Organization read(Collection<String> labels, Map<String, Object> properties, Collection<String> successors) {
        values.begin();
        String id = orRefused(PropertyReader.text(properties, "id"));
        OrganizationKind kind = kind(labels);
        String name = values.text(properties, "name", id, BY_ID);
        String country = values.text(properties, "country", null, LEFT_OUT);
        List<String> aliases = values.names(properties, "aliases");
        List<String> formerIds = values.texts(properties, "formerIds");
        PartialDate since = values.date(properties, "since");
        PartialDate until = values.date(properties, "until");
        String successor = successor(successors);
        while (true) {
            if (values.hasLeftOut(UNTIL)) {
                successor = null;
            }
            try {
                return new Organization(
                        id, orRefused(name), kind, country, aliases, formerIds, since, until, successor);
            } catch (InvalidValue e) {
                switch (e.field()) {
                    case "name" -> name = id;
                    case "country" -> country = null;
                    case "formerIds" -> formerIds = List.of();
                    case "until" -> until = null;
                    case "successor" -> successor = null;
                    default -> throw e;
                }
                values.leaveOut(e, instead(e.field(), successor));
            }
        }
    }

    private static String instead(String field, @Nullable String successor) {
        return switch (field) {
            case "name" -> BY_ID;
            case "until" ->
                successor == null ? LEFT_OUT : "it is left out, and %s does not succeed it".formatted(successor);
            default -> LEFT_OUT;
        };
    }

    private @Nullable String successor(Collection<String> successors) {
        String first = successors.stream().min(Comparator.naturalOrder()).orElse(null);
        if (successors.size() > 1) {
            values.leaveOut(
                    new InvalidValue("successor", successors, "must be one organization that SUCCEEDED_BY leads to"),
                    first + " is taken");
        }
        return first;
    }

    /** The first of several; a company if there is none. */
    private OrganizationKind kind(Collection<String> labels) {
        List<OrganizationKind> found = new ArrayList<>(1);
        for (OrganizationKind kind : KINDS) {
            if (labels.contains(kind.label())) {
                found.add(kind);
            }
        }
        OrganizationKind taken = found.isEmpty() ? OrganizationKind.COMPANY : found.getFirst();
        if (found.size() != 1) {
            values.leaveOut(
                    new InvalidValue(
                            "",
                            null,
                            "must have exactly one of the labels %s, had %s".formatted(labels(KINDS), labels(found))),
                    "it counts as a " + taken.text());
        }
        return taken;
    }

    private static List<String> labels(List<OrganizationKind> kinds) {
        return kinds.stream().map(OrganizationKind::label).toList();
    }
}
