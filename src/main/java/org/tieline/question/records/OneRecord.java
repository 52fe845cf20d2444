package org.tieline.question.records;

import java.util.List;
import org.tieline.question.Answer;
import org.tieline.question.Columns;

/** Answers that are one record: a list of one where a form has nothing but lists. */
final class OneRecord {
    private OneRecord() {}

    /** @param row what tables have of it */
    static <R> Answer<Object> of(Object whole, R row, Columns<R> columns) {
        Answer<R> listed = Answer.of(whole, List.of(row), columns);
        return new Answer<>(
                whole, List.of(whole), listed.table(), listed.text(), listed.total(), null, false, listed.cut());
    }
}
