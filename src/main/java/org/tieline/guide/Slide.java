package org.tieline.guide;

import java.util.List;

/**
 * One slide of the guide.
 *
 * @param title its heading
 * @param queries what a reader can run there, in order; Cypher without parameters
 */
public record Slide(String title, List<String> queries) {
    public Slide {
        queries = List.copyOf(queries);
    }
}
