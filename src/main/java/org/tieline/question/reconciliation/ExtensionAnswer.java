package org.tieline.question.reconciliation;

import java.util.List;
import java.util.Map;

/**
 * Properties of organizations.
 *
 * @param rows one for each id, in the order of the question
 * @param unknown the ids that nobody has; their rows have no values
 * @param version the state of the graph that was asked
 * @param problems how many things in it are badly made and left out
 */
public record ExtensionAnswer(List<Row> rows, List<String> unknown, String version, int problems) {

    /** One organization, with the properties in the order of the question. */
    public record Row(String id, Map<OrganizationProperty, Values> values) {}

    /**
     * The values of a property.
     *
     * @param first as many as were wanted
     * @param total how many there are
     */
    public record Values(List<PropertyValue> first, int total) {
        static final Values NONE = new Values(List.of(), 0);

        static Values of(List<? extends PropertyValue> all, int limit) {
            return new Values(List.copyOf(all.subList(0, Math.min(limit, all.size()))), all.size());
        }
    }
}
