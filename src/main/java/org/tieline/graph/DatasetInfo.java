package org.tieline.graph;

import java.time.Instant;

public record DatasetInfo(String version, String sha256, Instant loadedAt) {}
