package org.tieline.question.summary;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Carriers, and the mobile subscribers of those for which a count is on record.
 *
 * @param carriers how many there are
 * @param counted how many of them have a count on the day
 * @param share those that have one of all, in percent, with one decimal; null if there are no carriers
 * @param groups how many counts are left out of the sum, as that of a company which the carrier owns is in it
 * @param subscribers the sum of the other counts, in millions; null if there is none
 */
public record Weight(
        int carriers,
        int counted,
        @Nullable BigDecimal share,
        int groups,
        @Nullable BigDecimal subscribers) {}
