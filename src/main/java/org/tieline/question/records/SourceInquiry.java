package org.tieline.question.records;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tieline.graph.bolt.Sources;
import org.tieline.model.Source;
import org.tieline.model.TielineException.NotFound;
import org.tieline.question.Snapshot;
import org.tieline.question.Snapshots;

/** Looks sources up. */
public final class SourceInquiry {
    private final Snapshots snapshots;
    private final Sources sources;

    public SourceInquiry(Snapshots snapshots, Sources sources) {
        this.snapshots = snapshots;
        this.sources = sources;
    }

    /** @throws NotFound if there is none with this id */
    public Source about(String id) {
        snapshots.requireDatabase();
        return sources.find(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("source", id, snapshots.nearest(id, Snapshot::sources)));
    }

    /** Those of the sources that are on record, in the order of the ids. */
    List<Source> inOrder(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, Source> found = sources.find(ids).stream()
                .collect(Collectors.toMap(Source::id, Function.identity(), (first, second) -> first));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
