package org.tieline.question.parameter;

import java.util.List;
import org.tieline.model.TielineException.BadQuestion;

/**
 * Which part of a list is wanted.
 *
 * @param limit the most results, 1 to {@link #MOST}
 * @param offset how many results to pass over, 0 or more
 */
public record Paging(int limit, int offset) {
    public static final int DEFAULT_LIMIT = 100;
    public static final int MOST = 1_000;

    /** The first results, as many as are given by default. */
    public static final Paging FIRST = new Paging(DEFAULT_LIMIT, 0);

    /** @throws BadQuestion if the limit or the offset is out of range */
    public Paging {
        if (limit < 1 || limit > MOST) {
            throw new BadQuestion("limit", "limit must be 1..%d, was %d".formatted(MOST, limit));
        }
        if (offset < 0) {
            throw new BadQuestion("offset", "offset must be 0 or more, was " + offset);
        }
    }

    /** Whether the result at a place of the whole list, from 0, is in this part. */
    public boolean holds(int place) {
        return place >= offset && place - offset < limit;
    }

    /** Whether a list of so many results goes on behind this part. */
    public boolean goesOn(long total) {
        return (long) offset + limit < total;
    }

    /** This part of a list that is at hand completely. */
    public <T> List<T> of(List<T> all) {
        int from = Math.min(offset, all.size());
        int to = (int) Math.min((long) from + limit, all.size());
        return all.subList(from, to);
    }
}
