/**
 * The guide through the graph for Neo4j Browser: one text in Markdown comes in; slides, the HTML that Browser plays and a page
 * for the documentation leave.
 *
 * <p>May use a library that reads Markdown, and nothing of this program: {@code http} serves what it makes. A text and not HTML
 * is the source because people read it in the repository too, and the two forms cannot drift apart.
 */
@NullMarked
package org.tieline.guide;

import org.jspecify.annotations.NullMarked;
