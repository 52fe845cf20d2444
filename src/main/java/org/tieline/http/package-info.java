/**
 * The API over HTTP: a server comes out of the questions and the options of the settings; requests enter, answers leave.
 *
 * <p>May use {@code question}, {@code exchange}, {@code gate}, Javalin and the values that answers consist of; knows no database. Here is
 * what binds it together: the routes, who may ask and how often, time-outs, the log of accesses and metrics. What one message says
 * stands in {@code http.message}, pages in {@code http.pages}, the protocol of reconciliation in {@code http.reconcile}; none of these
 * knows the routes.
 */
@NullMarked
package org.tieline.http;

import org.jspecify.annotations.NullMarked;
