package org.tieline.exchange.drawing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tieline.model.PartialDate;

/**
 * The days on which an element is in a drawing.
 *
 * @param first null if it always was
 * @param last null if no end is on record
 */
record DrawnSpan(@Nullable LocalDate first, @Nullable LocalDate last) {
    static final DrawnSpan ALWAYS = new DrawnSpan(null, null);

    /** The days on which something possibly holds. */
    static DrawnSpan of(@Nullable PartialDate since, @Nullable PartialDate until) {
        return between(since == null ? null : since.firstDay(), until == null ? null : until.overBy());
    }

    /** Up to the day before the first on which it no longer holds; at least one day. */
    static DrawnSpan between(@Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate last = to == null ? null : to.minusDays(1);
        return new DrawnSpan(from, last != null && from != null && last.isBefore(from) ? from : last);
    }
}
