package org.tieline.question.records;

import java.math.BigDecimal;
import java.util.List;
import org.tieline.model.PartialDate;
import org.tieline.model.SubscriberCount;
import org.tieline.question.Links;

/**
 * How many mobile subscribers an organization had, with the ids of the sources.
 *
 * @param on what the count was stated for
 * @param millions how many, in millions
 */
record SubscribersView(PartialDate on, BigDecimal millions, List<String> sources, IdentifierView.Addresses links) {
    static SubscribersView of(SubscriberCount count) {
        return new SubscribersView(
                count.on(),
                count.millions(),
                count.sources(),
                new IdentifierView.Addresses(Links.sources(count.sources())));
    }
}
