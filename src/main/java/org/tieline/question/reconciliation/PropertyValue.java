package org.tieline.question.reconciliation;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;

/**
 * A value of a property of an organization.
 *
 * @param shown as the protocol has it: a text, a moment, a number, or an organization by its id; empty if it is not known
 * @param evidence on what it stands, with ids, dates, percentages and sources; null if it stands for itself
 */
record PropertyValue(Map<String, Object> shown, @Nullable String evidence) {

    /** Words that say all there is to say. */
    static PropertyValue text(String text) {
        return new PropertyValue(Map.of("str", text), null);
    }

    /** A date of reduced precision is a text: as a moment it would say more than its source. */
    static PropertyValue dated(PartialDate date, String evidence) {
        return new PropertyValue(
                date.isFullDate() ? Map.of("date", date + "T00:00:00Z") : Map.of("str", date.toString()), evidence);
    }

    /** @param percent null if it is not known */
    static PropertyValue share(@Nullable BigDecimal percent, String evidence) {
        return new PropertyValue(percent == null ? Map.of() : Map.of("float", percent), evidence);
    }

    /** Another organization. */
    static PropertyValue another(Organization organization, String evidence) {
        Map<String, Object> entity = new LinkedHashMap<>();
        entity.put("id", organization.id());
        entity.put("name", organization.name());
        entity.put("description", ReconciliationAnswer.kindAndCountry(organization));
        return new PropertyValue(entity, evidence);
    }
}
