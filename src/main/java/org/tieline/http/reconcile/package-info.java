/**
 * The reconciliation protocol, in which OpenRefine and its like ask: names of somebody else's table come in, organizations that
 * they may mean, with scores and properties, leave.
 *
 * <p>May use {@code http.message} and the questions that find names. Answers of {@code question.reconciliation} have the
 * protocol's form and go out as they are; here are its routes, what is sent to it, its manifest and its pages.
 */
@NullMarked
package org.tieline.http.reconcile;

import org.jspecify.annotations.NullMarked;
