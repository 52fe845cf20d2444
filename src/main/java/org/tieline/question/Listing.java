package org.tieline.question;

import java.util.List;
import java.util.function.Function;
import org.tieline.question.parameter.Paging;

/**
 * A part of a list, and what was searched.
 *
 * @param total how many the whole list has; there is more when {@code offset} and the results do not reach it
 */
public record Listing<S, T>(S searched, long total, int limit, int offset, List<T> results) {
    public static <S, F, T> Listing<S, T> of(S searched, ListPart<F> listed, Function<F, T> view) {
        return new Listing<>(
                searched,
                listed.total(),
                listed.page().limit(),
                listed.page().offset(),
                listed.results().stream().map(view).toList());
    }

    /** To be sent. */
    public Answer<T> answer(Columns<T> columns) {
        return Answer.of(this, results, columns, total, new Paging(limit, offset));
    }
}
