package org.tieline.question;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tieline.question.parameter.Paging;

/**
 * What was found, a list. What JSON says around the results, the other forms leave out.
 *
 * @param whole the list as JSON has it
 * @param results its elements as JSON has them
 * @param table its elements as a table
 * @param text the list as people read it, lines with their ends
 * @param total how many the whole list has; null if it was cut and nobody counted
 * @param page which part it is; null if the list does not come in parts
 * @param comes whether the results come while they are read, so that the first are there long before the last
 * @param cut whether there are more than were found, which nobody counted: the list was cut, or {@code total} is that of the best
 * @param <R> one result
 */
public record Answer<R>(
        Object whole,
        List<R> results,
        Supplier<AnswerTable> table,
        Supplier<String> text,
        @Nullable Long total,
        @Nullable Paging page,
        boolean comes,
        boolean cut) {
    /** Some spreadsheets know by it that a text is UTF-8. */
    public static final char BYTE_ORDER_MARK = '\uFEFF';

    public static <R> Answer<R> of(
            Object whole, List<R> results, Columns<R> columns, @Nullable Long total, @Nullable Paging page) {
        return of(whole, results, () -> columns.table(results), total, page);
    }

    public static <R> Answer<R> of(
            Object whole, List<R> results, Supplier<AnswerTable> table, @Nullable Long total, @Nullable Paging page) {
        return new Answer<>(whole, results, table, () -> text(table.get(), total), total, page, false, total == null);
    }

    /** A list that is given whole. */
    public static <R> Answer<R> of(Object whole, List<R> results, Columns<R> columns) {
        return of(whole, results, columns, (long) results.size(), null);
    }

    /** The same with a text of its own. */
    public Answer<R> told(Supplier<String> other) {
        return new Answer<>(whole, results, table, other, total, page, comes, cut);
    }

    /** The same whose table has one more column, the last: that of a day, which every row of it is about. */
    public Answer<R> on(String column, LocalDate day) {
        return new Answer<>(
                whole, results, () -> table.get().and(column, day.toString()), text, total, page, comes, cut);
    }

    /** The same whose results come while they are read. */
    public Answer<R> coming() {
        return new Answer<>(whole, results, table, text, total, page, true, cut);
    }

    /** The same of a list that was cut: there are more than its total. */
    public Answer<R> ofTheBest() {
        return new Answer<>(whole, results, table, () -> text(table.get(), null), total, page, comes, true);
    }

    private static String text(AnswerTable table, @Nullable Long total) {
        int shown = table.rows().size();
        return new TextTable(table.columns(), table.rows())
                + "%d of %s\n%s\n".formatted(shown, total == null ? "more" : total, Json.NOTICE);
    }

    /** Writes it and leaves flushing and closing to the caller. */
    public void write(OutputStream out, AnswerForm form) throws IOException {
        switch (form) {
            case JSON -> {
                try (JsonGenerator json = Json.generator(out)) {
                    json.writePOJO(whole);
                }
            }
            case LINES -> {
                try (JsonGenerator json = Json.generator(out)) {
                    for (R result : results) {
                        json.writePOJO(result);
                        json.writeRaw('\n');
                    }
                }
            }
            case CSV, MARKED_CSV -> {
                Writer rows = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                if (form == AnswerForm.MARKED_CSV) {
                    rows.write(BYTE_ORDER_MARK);
                }
                table.get().write(rows);
                rows.flush();
            }
            case TABLE -> out.write(text.get().getBytes(StandardCharsets.UTF_8));
        }
    }
}
