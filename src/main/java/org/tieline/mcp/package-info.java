/**
 * The questions as tools of assistants, over the Model Context Protocol: a message comes in, the message that answers it leaves.
 *
 * <p>A door like {@code http}: it reads declarations and knows no question by name. What is offered, under which name and with which
 * parameters is what the questions declare. May use {@code question}, the SDK of the protocol and JSON; knows no HTTP, no process and no
 * database: {@code http} brings messages of the API's port, {@code command} those of standard input. Whoever asks is a program with
 * little room, so lists of tools and answers have a largest size, and whatever is cut says so and how to go on.
 */
@NullMarked
package org.tieline.mcp;

import org.jspecify.annotations.NullMarked;
