/**
 * Reads a folder of CSV tables, and the data package that describes them, into a checked
 * {@link org.tieline.model.Dataset}; or reports everything that is wrong with it at once, each error with file, line,
 * column, value and remedy.
 *
 * <p>The way back too: facts come in and a folder or an archive that reads the same leaves.
 *
 * <p>May use {@code model}, {@code csv}, FastCSV, Jackson and an edit distance. Knows no database.
 *
 * <p>What a valid value is, the records of the model say: a row is built with them, and what they refuse becomes an error
 * of the cell that the refusal names. Only what no single record can know is checked here: form of the file, references,
 * kinds at the ends of a tie, and stakes that contradict each other.
 */
package org.tieline.dataset;
