package org.tieline.exchange.gleif;

import org.jspecify.annotations.Nullable;
import org.tieline.exchange.imports.PublishedCsv;
import org.tieline.model.InvalidValue;
import org.tieline.model.PartialDate;

/** Dates of any precision as the decimal digits of a number, month and day 00 where they are not known; 0 for no date. */
final class PackedDate {
    static final int NONE = 0;

    private static final int DAY = 10;

    private PackedDate() {}

    static int of(@Nullable PartialDate date) {
        if (date == null) {
            return NONE;
        }
        String digits = date.toString().replace("-", "");
        return Integer.parseInt((digits + "0000").substring(0, 8));
    }

    static @Nullable PartialDate date(int packed) {
        if (packed == NONE) {
            return null;
        }
        int year = packed / 10_000;
        int month = packed / 100 % 100;
        int day = packed % 100;
        if (month == 0) {
            return PartialDate.parse("%04d".formatted(year));
        }
        return PartialDate.parse(
                day == 0 ? "%04d-%02d".formatted(year, month) : "%04d-%02d-%02d".formatted(year, month, day));
    }

    /**
     * The day in a cell as it is written, whatever the time zone behind it; null if the cell is empty.
     *
     * @throws InvalidValue if it is no date
     */
    static @Nullable PartialDate day(PublishedCsv.Row row, String column) {
        String text = row.get(column);
        return text.isEmpty() ? null : PartialDate.parse(text.substring(0, Math.min(text.length(), DAY)));
    }
}
