package org.tieline.question;

import java.util.List;
import org.tieline.question.parameter.Paging;

/**
 * A part of a sorted list.
 *
 * @param results the part; what is badly made is left out of it
 * @param total how many the whole list has
 * @param page which part it is
 */
public record ListPart<T>(List<T> results, long total, Paging page) {
    public ListPart {
        results = List.copyOf(results);
    }

    /** A part of a list that is at hand completely. */
    public static <T> ListPart<T> of(List<T> all, Paging page) {
        return new ListPart<>(page.of(all), all.size(), page);
    }
}
