/**
 * The program: a command line comes in, a running server or a printed answer leaves.
 *
 * <p>May use every other package, and no other package uses it. It decides what the others must not know: in which order
 * things start and stop, where the database is, and whether a start loads data. Alone here is anything written to standard
 * output.
 */
package org.tieline;
