package org.tieline.question.conflicts;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.tieline.model.PartialDate;

/** Dates as they stand in a sentence: {@code 7 December 2018}, {@code December 2018}, {@code 2018}. */
final class DateWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private DateWords() {}

    static String of(LocalDate day) {
        return DAY.format(day);
    }

    static String of(PartialDate date) {
        return switch (date.toString().length()) {
            case 4 -> date.toString();
            case 7 -> MONTH.format(date.firstDay());
            default -> of(date.firstDay());
        };
    }

    /** With the word that goes before it: {@code on 7 December 2018}, {@code in December 2018}. */
    static String at(PartialDate date) {
        return (date.isFullDate() ? "on " : "in ") + of(date);
    }
}
