/**
 * Who gets in at a port before anything is answered: a request comes in with what it says of its host, its origin and its
 * proxies; it leaves as the client sent it, or is refused.
 *
 * <p>May use Jetty, whose HTTP both servers speak: {@code http} and the embedded Neo4j of {@code server} ask the
 * same here, so that no port is kinder to strangers than another. A page of another site reaches this machine through the
 * browser of whoever visits it; that a port listens on loopback alone is no protection against it.
 */
@NullMarked
package org.tieline.gate;

import org.jspecify.annotations.NullMarked;
