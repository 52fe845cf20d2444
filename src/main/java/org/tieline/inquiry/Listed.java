package org.tieline.inquiry;

import java.util.List;

/**
 * A part of a sorted list.
 *
 * @param results the part; what is badly made is left out of it
 * @param total how many the whole list has
 * @param page which part it is
 */
public record Listed<T>(List<T> results, long total, Page page) {
    public Listed {
        results = List.copyOf(results);
    }

    /** A part of a list that is at hand completely. */
    static <T> Listed<T> of(List<T> all, Page page) {
        return new Listed<>(page.of(all), all.size(), page);
    }
}
