/**
 * The queries in {@code cypher/queries} as people run them: each on the shipped data with its own example parameters, and
 * the one for exposures against {@link org.tieline.exposure.NaiveExposures} on the shipped data and on random graphs.
 *
 * <p>They run inside the embedded server rather than over Bolt, because some tests ask thousands of times.
 */
package org.tieline.queries;
