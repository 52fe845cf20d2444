package org.tieline.http;

import org.jspecify.annotations.Nullable;
import org.tieline.standing.Follower;
import org.tieline.standing.Subscriptions;

/**
 * What the API needs of those who follow the graph for others.
 *
 * @param subscriptions null if nobody may subscribe
 * @param counts of deliveries
 */
public record Subscribing(@Nullable Subscriptions subscriptions, Follower.Counts counts) {
    public static final Subscribing NONE = new Subscribing(null, new Follower.Counts());
}
