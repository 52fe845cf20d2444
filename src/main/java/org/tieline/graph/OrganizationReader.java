package org.tieline.graph;

import static org.tieline.graph.PropertyReader.BY_ID;
import static org.tieline.graph.PropertyReader.LEFT_OUT;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.tieline.model.InvalidValue;
import org.tieline.model.Organization;
import org.tieline.model.OrganizationKind;

/** Turns the labels and properties of a node into an organization. For one thread. */
public final class OrganizationReader {
    private static final List<OrganizationKind> KINDS = List.of(OrganizationKind.values());

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
     * @throws InvalidValue if it has no right id
     */
    public Organization read(Collection<String> labels, Map<String, Object> properties) {
        values.begin();
        String id = PropertyReader.text(properties, "id");
        OrganizationKind kind = kind(labels);
        String name = values.text(properties, "name", id, BY_ID);
        String country = values.text(properties, "country", null, LEFT_OUT);
        List<String> aliases = values.texts(properties, "aliases");
        List<String> formerIds = values.texts(properties, "formerIds");
        while (true) {
            try {
                return new Organization(id, name, kind, country, aliases, formerIds);
            } catch (InvalidValue e) {
                switch (e.field()) {
                    case "name" -> name = id;
                    case "country" -> country = null;
                    case "formerIds" -> formerIds = List.of();
                    default -> throw e;
                }
                values.leaveOut(e, e.field().equals("name") ? BY_ID : LEFT_OUT);
            }
        }
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
