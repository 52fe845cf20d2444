package org.tieline.graph;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;

/** Turns the properties of the node that speaks of the data set into what is known of it. Nothing is refused. */
final class LoadedDatasetReader {
    private final PropertyReader values;

    LoadedDatasetReader(PropertyReader values) {
        this.values = values;
    }

    LoadedDataset read(Map<String, Object> properties) {
        values.begin();
        return new LoadedDataset(
                values.textOrEmpty(properties, "version"),
                values.textOrEmpty(properties, "sha256"),
                properties.get("loadedAt") instanceof ZonedDateTime time ? time.toInstant() : Instant.EPOCH,
                PropertyReader.count(properties, "organizations"),
                PropertyReader.count(properties, "ties"),
                PropertyReader.count(properties, "bans"),
                PropertyReader.count(properties, "sources"));
    }
}
