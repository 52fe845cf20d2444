/**
 * Data in the forms of other people. This package knows the formats in which the graph can be had; a room beside it holds
 * each form.
 *
 * <p>{@link org.tieline.exchange.ExportFormat} opens a writer of {@code exports}: the folder of tables that a load takes, or
 * what {@code admin}, {@code drawing} and {@code ftm} make. What others have comes in through {@code ftm} and {@code gleif}
 * and becomes a folder by {@code imports}. The web and the command line hand streams and folders in and say how it went.
 *
 * <p>The rooms may use {@code csv}, {@code graph}, {@code dataset}, {@code model}, {@code naming}, Jackson and FastCSV; {@code exports} and {@code imports} know no format, and no format knows another.
 */
@NullMarked
package org.tieline.exchange;

import org.jspecify.annotations.NullMarked;
