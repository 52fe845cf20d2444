/**
 * Data in the forms of other people. Files of theirs come in and leave as a folder of CSV tables, with a report of what was
 * taken, what was left, and why; the graph comes in as a stream and leaves in their forms.
 *
 * <p>May use {@code model}, {@code dataset}, the stream of {@code graph}, {@code spelling}, Jackson and FastCSV.
 *
 * <p>An import never writes to the graph. It makes a folder like any other, so that its facts pass the same checks as those
 * that somebody wrote by hand, can be read before they are loaded, and are joined to other data by the one way there is.
 * It says no more than its source: a foreign claim that has no counterpart here is left with the reason.
 */
package org.tieline.exchange;
