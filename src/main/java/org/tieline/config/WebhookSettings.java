package org.tieline.config;

import java.time.Duration;

/**
 * Whom events are delivered to.
 *
 * @param privateAddresses whether also to this machine, to private networks, and without TLS
 * @param timeout how long the taking of an event may take, more than zero
 * @param most how many subscriptions each key may have
 */
public record WebhookSettings(boolean privateAddresses, Duration timeout, int most) {}
