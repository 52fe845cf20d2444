package org.tieline.csv;

/** Thrown where a text is no CSV as of RFC 4180. Unchecked, as iterators meet it. */
public final class BrokenCsv extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long line;

    BrokenCsv(long line, String message, Throwable cause) {
        super(message, cause);
        this.line = line;
    }

    /** The line on which the row starts that cannot be read, from 1. */
    public long line() {
        return line;
    }
}
