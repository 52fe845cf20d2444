package org.tieline.graph;

import static org.tieline.graph.PropertyReader.orRefused;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Identifier;
import org.tieline.model.IdentifierScheme;
import org.tieline.model.InvalidValue;
import org.tieline.model.PartialDate;
import org.tieline.model.Term;

/**
 * Turns a node, and the relationship that leads to it, into an identifier. It is refused without a value that its scheme knows
 * and with a day that cannot be read, as without that day it would mean the organization for longer.
 */
final class IdentifierReader {
    private final PropertyReader values;

    IdentifierReader(PropertyReader values) {
        this.values = values;
    }

    /**
     * Reads one.
     *
     * @param organization the id of the organization that it identifies
     * @param node the properties of the node
     * @param properties those of the relationship
     */
    Identifier read(@Nullable String organization, Map<String, Object> node, Map<String, Object> properties) {
        values.begin();
        IdentifierScheme scheme = scheme(PropertyReader.text(node, "scheme"));
        String value = PropertyReader.text(node, "value");
        PartialDate since = values.date(properties, "since");
        PartialDate until = values.date(properties, "until");
        if (!values.leftOut().isEmpty()) {
            throw values.leftOut().getFirst().refusal();
        }
        List<String> sources = values.texts(properties, "sources");
        Identifier identifier =
                new Identifier(orRefused(organization), scheme, orRefused(value), since, until, sources);
        values.leaveOutMissing(identifier::complete, missing -> "it has none");
        return identifier;
    }

    private static IdentifierScheme scheme(@Nullable String word) {
        try {
            return Term.parse(IdentifierScheme.class, word);
        } catch (InvalidValue e) {
            throw e.in("scheme");
        }
    }
}
