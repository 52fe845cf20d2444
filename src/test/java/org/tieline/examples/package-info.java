/**
 * The programs and the notebook of {@code examples/}, run against a server as their readers run them. An interpreter that is not
 * there is said, and what its programs ask and read is compared with what the server has.
 */
package org.tieline.examples;
