package org.tieline.question;

import java.util.List;
import java.util.function.Function;
import org.tieline.question.parameter.Paging;

/**
 * The beginning of a list inside something else.
 *
 * @param truncated whether the list has more than {@code limit}
 */
public record FirstResults<T>(long total, int limit, boolean truncated, List<T> results) {
    /** The first of a list that is at hand completely. */
    public static <T> FirstResults<T> of(List<T> all) {
        return of(ListPart.of(all, Paging.FIRST));
    }

    public static <T> FirstResults<T> of(ListPart<T> listed) {
        return of(listed, Function.identity());
    }

    public static <F, T> FirstResults<T> of(ListPart<F> listed, Function<F, T> view) {
        int limit = listed.page().limit();
        return new FirstResults<>(
                listed.total(),
                limit,
                listed.total() > limit,
                listed.results().stream().map(view).toList());
    }
}
