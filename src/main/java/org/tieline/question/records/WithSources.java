package org.tieline.question.records;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.tieline.model.Source;

/**
 * A tie or a ban with its sources spelled out.
 *
 * @param fact its fields stand beside {@code citations}
 * @param citations its sources that are on record, in the order of its {@code sources}
 */
public record WithSources<T>(@JsonUnwrapped T fact, List<SourceView> citations) {
    public static <T> WithSources<T> of(T fact, List<Source> sources) {
        return new WithSources<>(fact, sources.stream().map(SourceView::of).toList());
    }
}
