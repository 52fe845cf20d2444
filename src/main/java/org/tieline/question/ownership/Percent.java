package org.tieline.question.ownership;

import java.math.BigDecimal;

/** Shares, which are counted in hundredths of a percent, as people write them. */
public final class Percent {
    private Percent() {}

    /** {@code 12.5} for 1250. */
    static BigDecimal of(long hundredths) {
        BigDecimal stripped = BigDecimal.valueOf(hundredths, 2).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** {@code 12.5 %}. */
    public static String text(BigDecimal percent) {
        return percent.toPlainString() + " %";
    }

    /** {@code 12.5 %}, or {@code between 0 % and 12.5 %}. */
    public static String text(OwnershipAnswer.Interval interval) {
        return interval.lowest().compareTo(interval.highest()) == 0
                ? text(interval.lowest())
                : "between %s and %s".formatted(text(interval.lowest()), text(interval.highest()));
    }
}
