/**
 * Tables as text: characters come in, rows with their lines leave, and where a text is no CSV, or a file no text in UTF-8, its
 * line is told. Data folders, foreign files and bodies of requests are read by it, so that each says the same of the same
 * mistake. Uses FastCSV alone, whose failures say their line in words only.
 */
@NullMarked
package org.tieline.csv;

import org.jspecify.annotations.NullMarked;
