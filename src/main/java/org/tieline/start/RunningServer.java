package org.tieline.start;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The server that runs on a data folder, as it tells other processes of its owner.
 *
 * @param api the address of its API, {@code http://host:port/}
 * @param key what it wants in {@code X-API-Key}; null if it wants none
 */
public record RunningServer(URI api, @Nullable String key) {}
