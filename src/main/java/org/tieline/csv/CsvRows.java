package org.tieline.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The rows of a text, one by one, the header first. Empty lines are passed over, and a row may have more or fewer cells than the
 * header. What a reader cannot read is an {@link java.io.UncheckedIOException}.
 */
public final class CsvRows implements Iterator<CsvRow>, Closeable {
    /** The most cells of a row; more are a text that is no table. */
    static final int MOST_CELLS = 16_384;

    private final Gathering gathering = new Gathering();
    private final CloseableIterator<CsvRow> rows;

    /** @param text is closed with this */
    public CsvRows(Reader text) {
        rows = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .build(gathering, text)
                .iterator();
    }

    /** Knows on which line the row starts that is being read, whether or not it comes to its end. */
    private static final class Gathering extends AbstractBaseCsvCallbackHandler<CsvRow> {
        private long line = 1;
        private List<String> cells = new ArrayList<>();

        /** As many cells as the row before had, so that the list of the next need not grow. */
        private int width;

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = startingLineNumber;
            cells = new ArrayList<>(width);
        }

        @Override
        protected void handleField(int place, char[] buffer, int offset, int length, boolean quoted) {
            if (place == MOST_CELLS) {
                throw new CsvParseException("a row must have at most %d cells".formatted(MOST_CELLS));
            }
            cells.add(length == 0 ? "" : new String(buffer, offset, length));
        }

        @Override
        protected void handleEmpty() {
            cells.add("");
        }

        @Override
        protected CsvRow buildRecord() {
            width = cells.size();
            return new CsvRow(line, Collections.unmodifiableList(cells));
        }
    }

    /** @throws BrokenCsv if what follows is no CSV */
    @Override
    public boolean hasNext() {
        return attempt(rows::hasNext);
    }

    /** @throws BrokenCsv if what follows is no CSV */
    @Override
    public CsvRow next() {
        return attempt(rows::next);
    }

    private <T> T attempt(Supplier<T> step) {
        try {
            return step.get();
        } catch (CsvParseException e) {
            throw new BrokenCsv(gathering.line, Objects.requireNonNullElse(e.getMessage(), "it cannot be read"), e);
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
