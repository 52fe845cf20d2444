/**
 * The reconciliation protocol, in which OpenRefine and its like ask: names of somebody else's table come in, organizations that
 * they may mean, with scores and properties, leave.
 *
 * <p>May use {@code http.message} and the questions that find names. The views are apart from the answers of {@code question}, because
 * their form is the protocol's and not ours.
 */
package org.tieline.http.reconcile;
