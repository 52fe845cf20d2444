/**
 * Reads a folder of CSV tables, and the data package that describes them, into a checked
 * {@link org.tieline.model.Dataset}; or reports everything that is wrong with it at once, each error with file, line,
 * column, value and remedy.
 *
 * <p>The way back too: facts come in and a folder or an archive that reads the same leaves. And the way from one release to the
 * next: two folders come in, as text, and a {@link DatasetDifference} leaves.
 *
 * <p>May use {@code model}, {@code csv}, {@code naming}, {@code scratch}, FastCSV and Jackson. Knows no database. Rows are checked one by one
 * against the few bytes that {@code dataset.known} keeps of others.
 *
 * <p>What a valid value is, the records of the model say: a row is built with them, and what they refuse becomes an error
 * of the cell that the refusal names. Only what no single record can know is checked here: form of the file, references,
 * kinds at the ends of a tie, and rows that contradict each other. What is no error and still doubtful is told apart from errors.
 */
@NullMarked
package org.tieline.dataset;

import org.jspecify.annotations.NullMarked;
