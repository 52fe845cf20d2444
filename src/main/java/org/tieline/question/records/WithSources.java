package org.tieline.question.records;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import java.util.List;
import java.util.Objects;
import org.tieline.question.Json;
import org.tieline.question.Snapshot;

/**
 * A tie or a ban with its sources spelled out.
 *
 * @param fact its fields stand beside {@code citations}
 * @param citations its sources that are on record, in the order of its {@code sources}
 */
record WithSources<T>(@JsonUnwrapped T fact, List<SourceView> citations) {
    static JavaType type(Class<?> fact) {
        return Json.type(WithSources.class, fact);
    }

    static <T> WithSources<T> of(T fact, List<String> sources, Snapshot snapshot) {
        return new WithSources<>(
                fact,
                sources.stream()
                        .map(snapshot.sources()::get)
                        .filter(Objects::nonNull)
                        .map(SourceView::of)
                        .toList());
    }
}
