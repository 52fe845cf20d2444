package org.tieline.model;

/**
 * One thing that is wrong in a folder of data.
 *
 * @param file the name of the file
 * @param line the line on which the row starts, 1 for the header; 0 if it is about the whole file
 * @param column the name of the column; empty if it is about the whole row
 * @param value the value as it stands in the file; empty if there is none
 * @param remedy what would be right
 * @param rule what kind of rule it breaks, for those who treat some of them alike
 */
public record DataError(String file, long line, String column, String value, String remedy, Rule rule) {

    /** A kind of rule. */
    public enum Rule {
        /** Of the value, its row or its file. */
        FORM,

        /** An id that is referred to must be there. */
        KNOWN_ID,

        /** A row of an earlier folder with the same key must be the same. */
        SAME_ROW,

        /** One owner has one stake in another at a time. */
        ONE_STAKE,

        /** Stakes in one organization add up to 100 percent at most. */
        WITHIN_100
    }

    /** One about a value, its row or its file. */
    public DataError(String file, long line, String column, String value, String remedy) {
        this(file, line, column, value, remedy, Rule.FORM);
    }

    /** {@code ties.csv:12: percent: "140": must be 0..100}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        if (!column.isEmpty()) {
            text.append(": ").append(column);
        }
        if (!value.isEmpty()) {
            text.append(": \"").append(value).append('"');
        }
        return text.append(": ").append(remedy).toString();
    }
}
