package org.tieline.question.screening;

import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tieline.naming.NameIndex;
import org.tieline.question.Answer;
import org.tieline.question.AnswerForm;
import org.tieline.question.AnswerTable;
import org.tieline.question.Columns;
import org.tieline.question.Echo;
import org.tieline.question.Json;
import org.tieline.question.exposures.ExposureAnswer;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.parameter.SearchParameters;
import org.tieline.question.screening.ScreeningResult.Outcome;

/**
 * Writes a screening while it is worked: nothing but the result at hand is kept, and it is sent on after the first result
 * and then whenever a moment has passed. What a writer cannot write is an {@link UncheckedIOException}.
 */
public abstract class ScreeningWriter implements ScreeningInquiry.Sink {
    private static final long PAUSE_NANOS = 200_000_000L;
    private final Writer out;
    private final ExposureQuestion question;
    private final ScreeningColumns columns;
    private final int total;
    private long sent;

    private ScreeningWriter(Writer out, ScreeningQuestion question, List<ScreeningEntry> entries) {
        this.out = out;
        this.question = question.exposures();
        columns = entries.getFirst().columns();
        total = entries.size();
    }

    /** What the scores of this answer mean. */
    private record Scores(int matchedFrom, int ahead, int candidateFrom, int otherCountry) {
        static final Scores PUBLISHED = new Scores(
                ScreeningMatcher.MATCHED, ScreeningMatcher.AHEAD, NameIndex.CANDIDATE, NameIndex.OTHER_COUNTRY);
    }

    /**
     * The first line of JSON Lines.
     *
     * @param columns the headers of the columns that were taken for the fields of an entry; none if the entries are no table
     */
    private record Head(
            String notice,
            Echo<ExposureAnswer.FoundOut> searched,
            Scores scores,
            Map<String, String> columns,
            int total) {}

    /** The last line of JSON Lines. */
    private record End(Map<String, Integer> outcomes) {}

    /** @param entries all, at least one */
    public static ScreeningWriter of(
            AnswerForm form, Writer out, ScreeningQuestion question, List<ScreeningEntry> entries) {
        return switch (form) {
            case JSON -> new Whole(out, question, entries);
            case LINES -> new Lines(out, question, entries);
            case CSV -> new Rows(out, question, entries, false);
            case MARKED_CSV -> new Rows(out, question, entries, true);
            case TABLE -> new Text(out, question, entries);
        };
    }

    @Override
    public final void searched(ExposureAnswer.Searched searched) {
        attempt(() -> head(searched));
    }

    @Override
    public final void result(ScreeningResult result) {
        attempt(() -> {
            write(result);
            long now = System.nanoTime();
            if (sent == 0 || now - sent > PAUSE_NANOS) {
                flush();
                sent = now;
            }
        });
    }

    /** To be called after the last result. */
    public final void end(Map<Outcome, Integer> outcomes) {
        Map<String, Integer> byText = new LinkedHashMap<>();
        outcomes.forEach((outcome, count) -> byText.put(outcome.text(), count));
        attempt(() -> {
            finish(byText);
            flush();
        });
    }

    abstract void head(ExposureAnswer.Searched searched) throws IOException;

    abstract void write(ScreeningResult result) throws IOException;

    abstract void finish(Map<String, Integer> outcomes) throws IOException;

    void flush() throws IOException {
        out.flush();
    }

    private interface Attempt {
        void run() throws IOException;
    }

    private static void attempt(Attempt attempt) {
        try {
            attempt.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One object whose {@code results} come one by one; {@code outcomes} is the last field. */
    private static final class Whole extends ScreeningWriter {
        private final JsonGenerator json;

        Whole(Writer out, ScreeningQuestion question, List<ScreeningEntry> entries) {
            super(out, question, entries);
            json = Json.generator(out);
        }

        @Override
        void head(ExposureAnswer.Searched searched) throws IOException {
            json.writeStartObject();
            json.writeStringField("notice", Json.NOTICE);
            json.writePOJOField("searched", searched.echo(super.question.values()));
            json.writePOJOField("scores", Scores.PUBLISHED);
            json.writePOJOField("columns", super.columns.taken());
            json.writeNumberField("total", super.total);
            json.writeArrayFieldStart("results");
        }

        @Override
        void write(ScreeningResult result) throws IOException {
            json.writePOJO(result);
        }

        @Override
        void finish(Map<String, Integer> outcomes) throws IOException {
            json.writeEndArray();
            json.writePOJOField("outcomes", outcomes);
            json.writeEndObject();
        }

        @Override
        void flush() throws IOException {
            json.flush();
            super.flush();
        }
    }

    /** A line with the head, one for each entry, and one with {@code outcomes}. */
    private static final class Lines extends ScreeningWriter {
        private final JsonGenerator json;

        Lines(Writer out, ScreeningQuestion question, List<ScreeningEntry> entries) {
            super(out, question, entries);
            json = Json.generator(out);
        }

        @Override
        void head(ExposureAnswer.Searched searched) throws IOException {
            line(new Head(
                    Json.NOTICE,
                    searched.echo(super.question.values()),
                    Scores.PUBLISHED,
                    super.columns.taken(),
                    super.total));
        }

        @Override
        void write(ScreeningResult result) throws IOException {
            line(result);
        }

        @Override
        void finish(Map<String, Integer> outcomes) throws IOException {
            line(new End(outcomes));
        }

        private void line(Object value) throws IOException {
            json.writePOJO(value);
            json.flush();
            super.out.write('\n');
        }
    }

    /** For people, when all is known: a line for each entry, and what was searched. */
    private static final class Text extends ScreeningWriter {
        private final ScreeningTable table;

        @SuppressWarnings("NullAway.Init") // Told before any result.
        private ExposureAnswer.Searched searched;

        Text(Writer out, ScreeningQuestion question, List<ScreeningEntry> entries) {
            super(out, question, entries);
            table = new ScreeningTable(super.columns);
        }

        @Override
        void head(ExposureAnswer.Searched before) {
            searched = before;
        }

        @Override
        void write(ScreeningResult result) {
            table.add(result);
        }

        @Override
        void finish(Map<String, Integer> outcomes) throws IOException {
            super.out.write(table.text(outcomes, searched));
        }
    }

    /** A header and a row for each entry, with what else stood in its own row; marked, with a byte-order mark before it. */
    private static final class Rows extends ScreeningWriter {
        private final CsvWriter csv;
        private final Columns<ScreeningResult> told;
        private final boolean marked;

        Rows(Writer out, ScreeningQuestion question, List<ScreeningEntry> entries, boolean marked) {
            super(out, question, entries);
            this.marked = marked;
            LocalDate asOf = super.question.search().asOf();
            told = ScreeningResult.COLUMNS.and(SearchParameters.AS_OF.name(), result -> asOf);
            csv = AnswerTable.writer(out);
        }

        @Override
        void head(ExposureAnswer.Searched searched) throws IOException {
            if (marked) {
                super.out.write(Answer.BYTE_ORDER_MARK);
            }
            List<String> names = new ArrayList<>(told.names());
            super.columns.others().forEach(other -> names.add(names.contains(other) ? "given " + other : other));
            csv.writeRecord(AnswerTable.harmless(names));
        }

        @Override
        void write(ScreeningResult result) {
            List<String> row = new ArrayList<>(told.row(result));
            super.columns
                    .others()
                    .forEach(other -> row.add(result.entry().other().get(other)));
            csv.writeRecord(AnswerTable.harmless(row));
        }

        @Override
        void finish(Map<String, Integer> outcomes) {
            // A table has no end of its own; a broken transfer is known by the transfer.
        }
    }
}
