/**
 * Which nodes and relationships facts become: a fact comes in, and what a load over Bolt would write of it leaves, for those who write
 * a whole graph otherwise. May use {@code graph} and {@code model}, and knows no way to a database.
 */
@NullMarked
package org.tieline.graph.element;

import org.jspecify.annotations.NullMarked;
