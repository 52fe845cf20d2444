package org.tieline.question.parameter;

/** Which part of a long list is wanted. */
public final class PageParameters {
    public static final Parameter<Integer> LIMIT = Parameter.of(
                    "limit", Types.whole(1, Paging.MOST), "The most results.")
            .orElse(Paging.DEFAULT_LIMIT);

    public static final Parameter<Integer> OFFSET = Parameter.of(
                    "offset", Types.whole(0, Integer.MAX_VALUE), "How many results to pass over.")
            .orElse(0);

    public static final Parameters ALL = Parameters.of(LIMIT, OFFSET);

    private PageParameters() {}

    public static Paging page(Values values) {
        return new Paging(values.get(LIMIT), values.get(OFFSET));
    }
}
