/** What {@code neo4j-admin database import full} takes: facts come in, files of nodes and relationships leave, with their headers. */
@NullMarked
package org.tieline.exchange.admin;

import org.jspecify.annotations.NullMarked;
