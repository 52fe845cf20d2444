package org.tieline.web;



import java.util.List;
import java.util.function.Function;
import org.tieline.question.ListPart;


/**
 * The beginning of a list inside something else.
 *
 * @param truncated whether the list has more than {@code limit}
 */
record Part<T>(long total, int limit, boolean truncated, List<T> results) {
    static <F, T> Part<T> of(ListPart<F> listed, Function<F, T> view) {
        int limit = listed.page().limit();
        return new Part<>(
                listed.total(),
                limit,
                listed.total() > limit,
                listed.results().stream().map(view).toList());
    }
}
