/**
 * What many results of one answer share, told once beside them. The results that were found come in; the records to which
 * they refer leave, each once and by id, from the snapshot that was asked.
 *
 * <p>Bans are always told: a page of exposures names the same few dozen a hundred times over.
 */
@NullMarked
package org.tieline.question.included;

import org.jspecify.annotations.NullMarked;
