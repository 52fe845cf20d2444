/**
 * Full-text search over the names of organizations, as the database's own index finds them: the words of a search come in, hits
 * with their scores leave. May use the model, {@code naming.column}, and Lucene, which nothing else does.
 */
@NullMarked
package org.tieline.naming.fulltext;

import org.jspecify.annotations.NullMarked;
