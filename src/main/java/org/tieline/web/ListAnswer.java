package org.tieline.web;



import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.question.Paging;


/**
 * A list that was found. What JSON says around the results is in headers for the other forms, as far as it fits there.
 *
 * @param whole the list as JSON has it
 * @param results its elements as JSON has them
 * @param table its elements as a table
 * @param text the list as people read it, lines with their ends
 * @param total how many the whole list has; null if it was cut and nobody counted
 * @param page which part it is; null if the list does not come in parts
 */
record ListAnswer<R>(
        Object whole, List<R> results, Supplier<AnswerTable> table, Supplier<String> text, Long total, Paging page)
        implements Answers.Found {
    private static final Logger LOG = LoggerFactory.getLogger(ListAnswer.class);

    /** Some spreadsheets know by it that a text is UTF-8. */
    static final char BYTE_ORDER_MARK = '\uFEFF';

    static <R> ListAnswer<R> of(Object whole, List<R> results, Columns<R> columns, Long total, Paging page) {
        return of(whole, results, () -> columns.table(results), total, page);
    }

    static <R> ListAnswer<R> of(Object whole, List<R> results, Supplier<AnswerTable> table, Long total, Paging page) {
        return new ListAnswer<>(whole, results, table, () -> text(table.get(), total), total, page);
    }

    /** A list that is given whole. */
    static <R> ListAnswer<R> of(Object whole, List<R> results, Columns<R> columns) {
        return of(whole, results, columns, (long) results.size(), null);
    }

    /** The same with a text of its own. */
    ListAnswer<R> told(Supplier<String> other) {
        return new ListAnswer<>(whole, results, table, other, total, page);
    }

    private static String text(AnswerTable table, Long total) {
        int shown = table.rows().size();
        return new TextTable(table.columns(), table.rows())
                + "%d of %s\n%s\n".formatted(shown, total == null ? "more" : total, Json.NOTICE);
    }

    /** Written as a whole, after which nothing of what was found is held any more. */
    @Override
    public Answers.Answer answer(Context context, Form.Wanted wanted) throws IOException {
        boolean empty = context.method() == HandlerType.HEAD;
        return new Written(
                total,
                page,
                context.appData(BodyRoom.ROOM).body(context, empty ? out -> {} : out -> write(out, wanted.form())));
    }

    private record Written(Long total, Paging page, BodyRoom.Body body) implements Answers.Answer {
        @Override
        public void send(Context context, Form.Wanted wanted) {
            context.header("Tieline-Notice", Json.NOTICE);
            if (total == null) {
                context.header("Tieline-Truncated", "true");
            } else {
                context.header("Tieline-Total", total.toString());
            }
            PageLinks.of(context, wanted, total, page).ifPresent(links -> context.header("Link", links));
            context.contentType(wanted.contentType());
            if (context.method() == HandlerType.HEAD) {
                return;
            }
            try {
                body.sendTo(context.outputStream());
            } catch (IOException e) {
                LOG.debug("the client of {} went away: {}", context.path(), e.getMessage());
            }
        }

        @Override
        public void close() {
            body.close();
        }
    }

    /** Writes it and leaves flushing and closing to the caller. */
    void write(OutputStream out, Form form) throws IOException {
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
                Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                if (form == Form.MARKED_CSV) {
                    text.write(BYTE_ORDER_MARK);
                }
                table.get().write(text);
                text.flush();
            }
            case TABLE -> out.write(text.get().getBytes(StandardCharsets.UTF_8));
        }
    }
}
