/**
 * What every import does alike. Records of others come in by {@link org.tieline.exchange.imports.PublishedCsv} or
 * {@link org.tieline.exchange.imports.PublishedLines}, are gathered as
 * {@link org.tieline.exchange.imports.ImportedFacts}, and leave as a folder of tables with an
 * {@link org.tieline.exchange.imports.ImportReport}: what was taken, what was left, and why.
 *
 * <p>What may be as large as the world goes another way: its rows are sorted on disk by
 * {@link org.tieline.scratch.SortedRows} and written one by one into a
 * {@link org.tieline.exchange.imports.StreamedFolder}, with {@link org.tieline.exchange.imports.ImportNotes} of what was left.
 *
 * <p>An import never writes to the graph. It makes a folder like any other, so that its facts pass the same checks as those
 * that somebody wrote by hand, can be read before they are loaded, and are joined to other data by the one way there is.
 * It says no more than its source. May use {@code csv}, {@code dataset}, {@code naming}, {@code scratch} and {@code model}.
 */
@NullMarked
package org.tieline.exchange.imports;

import org.jspecify.annotations.NullMarked;
