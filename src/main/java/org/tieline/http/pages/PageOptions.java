package org.tieline.http.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the pages may lead to, and who may show them.
 *
 * @param browser where the explorer opens queries; null if there is none
 * @param embedders origins of pages that may show cards of the explorer in a frame, or {@code *} for all; may be empty
 */
public record PageOptions(@Nullable Neo4jBrowser browser, List<String> embedders) {
    /** No Neo4j Browser, and nobody who frames a card. */
    public static final PageOptions DEFAULT = new PageOptions(null, List.of());

    public PageOptions {
        embedders = List.copyOf(embedders);
    }

    /** The same with a Neo4j Browser. */
    public PageOptions opening(@Nullable Neo4jBrowser other) {
        return new PageOptions(other, embedders);
    }

    /** The same for pages that frame cards. */
    public PageOptions framedBy(List<String> others) {
        return new PageOptions(browser, others);
    }
}
