package org.tieline.question;

import java.util.List;
import java.util.function.Function;
import org.tieline.question.parameter.Paging;
import org.tieline.question.parameter.Values;

/**
 * A part of a list, and what was searched.
 *
 * @param total how many the whole list has; there is more when {@code offset} and the results do not reach it
 */
public record Listing<T>(Echo<FoundOut> searched, long total, int limit, int offset, List<T> results) {

    /**
     * What is told of the search besides its parameters.
     *
     * @param problems how many things in the graph are badly made and left out; {@code /v1/catalog} lists them
     */
    public record FoundOut(int problems) {}

    /** @param values what was asked with */
    public static <F, T> Listing<T> of(Values values, Snapshot snapshot, ListPart<F> listed, Function<F, T> view) {
        return new Listing<>(
                Echo.of(values, new FoundOut(snapshot.problems().size())),
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
