package org.tieline.mcp;

import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.tieline.question.Json;
import org.tieline.question.Snapshot;
import org.tieline.question.records.Catalog;

/** What assistants may read besides asking. */
final class Resources {
    /** What an answer means. */
    static final String MEANING = "tieline://meaning";

    /** What is loaded. */
    static final String CATALOG = "tieline://catalog";

    private final Supplier<Snapshot> snapshots;

    Resources(Supplier<Snapshot> snapshots) {
        this.snapshots = snapshots;
    }

    List<SyncResourceSpecification> specifications() {
        return List.of(
                of(
                        MEANING,
                        "meaning",
                        "What an answer means: ties, dates, evidence and its age, bans, conflicts, ownership rules.",
                        "text/markdown",
                        () -> Briefing.MEANING),
                of(
                        CATALOG,
                        "catalog",
                        "Which data is loaded, of which version, how much, and when it was read.",
                        "application/json",
                        () -> new String(Json.bytes(catalog(snapshots.get())), StandardCharsets.UTF_8)));
    }

    private static SyncResourceSpecification of(
            String uri, String name, String sentence, String type, Supplier<String> text) {
        Resource resource =
                Resource.builder(uri, name).description(sentence).mimeType(type).build();
        return new SyncResourceSpecification(resource, (context, request) -> ReadResourceResult.builder(
                        List.of(TextResourceContents.builder(uri, text.get())
                                .mimeType(type)
                                .build()))
                .build());
    }

    private static Map<String, Object> catalog(Snapshot snapshot) {
        Map<String, Object> catalog = new LinkedHashMap<>();
        catalog.put("dataset", Catalog.data(snapshot).orElse(null));
        catalog.put("releases", Catalog.releases(snapshot));
        Catalog.Reading read = Catalog.read(snapshot);
        catalog.put("snapshot", read.version());
        catalog.put("takenAt", read.takenAt());
        catalog.put("organizations", read.organizations());
        catalog.put("ties", read.ties());
        catalog.put("bans", read.bans());
        catalog.put("sources", read.sources());
        catalog.put("problems", snapshot.problems().size());
        catalog.put("notice", Json.NOTICE);
        return catalog;
    }
}
