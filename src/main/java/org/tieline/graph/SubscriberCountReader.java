package org.tieline.graph;

import static org.tieline.graph.PropertyReader.orRefused;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.model.InvalidValue;
import org.tieline.model.PartialDate;
import org.tieline.model.SubscriberCount;

/** Turns a node, and the relationship that leads to it, into a count. It is refused without day and number. */
final class SubscriberCountReader {
    private static final String RIGHT = "a number of millions";

    private final PropertyReader values;

    SubscriberCountReader(PropertyReader values) {
        this.values = values;
    }

    /**
     * Reads one.
     *
     * @param organization the id of the organization that has the subscribers
     * @param node the properties of the node
     * @param properties those of the relationship
     */
    SubscriberCount read(@Nullable String organization, Map<String, Object> node, Map<String, Object> properties) {
        values.begin();
        PartialDate on = values.date(node, "on");
        BigDecimal millions = values.number(node, "millions", RIGHT);
        if (!values.leftOut().isEmpty()) {
            throw values.leftOut().getFirst().refusal();
        }
        if (on == null) {
            throw new InvalidValue("on", null, "must be a date like 2018, 2018-08 or 2018-08-23");
        }
        if (millions == null) {
            throw PropertyReader.wrongType("millions", RIGHT, null);
        }
        List<String> sources = values.texts(properties, "sources");
        SubscriberCount count = new SubscriberCount(orRefused(organization), on, millions, sources);
        values.leaveOutMissing(count::complete, missing -> "it has none");
        return count;
    }
}
