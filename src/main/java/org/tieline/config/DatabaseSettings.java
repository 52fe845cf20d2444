package org.tieline.config;

import java.time.Duration;

/**
 * How much is asked of the database, and how long it is waited for.
 *
 * @param maxConnections connections open at once, 1 or more
 * @param connectTimeout how long one may take to open, more than zero
 * @param readTimeout how long one reading may take, more than zero
 */
public record DatabaseSettings(int maxConnections, Duration connectTimeout, Duration readTimeout) {}
