package org.tieline.config;

/**
 * Whom events are delivered to.
 *
 * @param privateAddresses whether also to this machine, to private networks, and without TLS
 * @param most how many subscriptions each key may have
 */
public record WebhookSettings(boolean privateAddresses, int most) {}
