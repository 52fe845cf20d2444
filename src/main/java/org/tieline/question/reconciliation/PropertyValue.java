package org.tieline.question.reconciliation;

import java.math.BigDecimal;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;

/** A value of a property of an organization. */
public sealed interface PropertyValue {
    /** On what it stands, with ids, dates, percentages and sources; null if it stands for itself. */
    default String evidence() {
        return null;
    }

    /** Words that say all there is to say. */
    record Text(String text) implements PropertyValue {}

    /** A date as its source gave it. */
    record Dated(PartialDate date, String evidence) implements PropertyValue {}

    /** @param percent null if it is not known */
    record Share(BigDecimal percent, String evidence) implements PropertyValue {}

    /** Another organization. */
    record Another(Organization organization, String evidence) implements PropertyValue {}
}
