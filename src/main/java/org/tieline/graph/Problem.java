package org.tieline.graph;

/**
 * Something in the graph that was written badly and is left out.
 *
 * @param what the kind of thing: "organization", "tie", "ban", "source" or "membership"
 * @param where its id; without one, where to find it, as in {@code huawei -SUPPLIES-> bt}
 * @param message what is wrong and what would be right
 */
public record Problem(String what, String where, String message) {}
