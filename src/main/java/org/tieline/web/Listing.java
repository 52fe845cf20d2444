package org.tieline.web;



import java.util.List;
import java.util.function.Function;
import org.tieline.question.ListPart;
import org.tieline.question.Paging;


/**
 * A part of a list, and what was searched.
 *
 * @param total how many the whole list has; there is more when {@code offset} and the results do not reach it
 */
record Listing<S, T>(S searched, long total, int limit, int offset, List<T> results) {
    static <S, F, T> Listing<S, T> of(S searched, ListPart<F> listed, Function<F, T> view) {
        return new Listing<>(
                searched,
                listed.total(),
                listed.page().limit(),
                listed.page().offset(),
                listed.results().stream().map(view).toList());
    }

    /** To be sent. */
    ListAnswer<T> answer(Columns<T> columns) {
        return ListAnswer.of(this, results, columns, total, new Paging(limit, offset));
    }
}
