package org.tieline.graph;

import java.time.Instant;

/**
 * What is known of the data set that was loaded last.
 *
 * @param version its version
 * @param sha256 the digest of its content
 * @param loadedAt when it was last loaded with a change
 * @param organizations how many it has, like the three others
 */
public record LoadedDataset(
        String version, String sha256, Instant loadedAt, int organizations, int ties, int bans, int sources) {}
