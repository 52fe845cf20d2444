/**
 * Names that somebody wrote otherwise than they are on record: a name or word comes in, the organizations or words that it
 * may mean leave, with the reason.
 *
 * <p>The words that mean something by themselves, such as legal forms, places and words of the trade, are lists beside the
 * classes, each with where it is from; a {@code WordReader} reads a name with them, an {@code Agreement} compares what was read
 * with a name on record. A {@code NameTable} keeps the names as columns, and a {@code NameChoice} says which of them an entry
 * is compared with, so that millions of organizations cost little more than hundreds.
 *
 * <p>{@link org.tieline.naming.NameIndex} finds organizations by any of their names, in any script, and says what a candidate
 * stands on. {@link org.tieline.naming.Nearest} suggests remedies for mistyped words; settings, data and questions all use
 * it, so that the same slip of the fingers is understood everywhere. May use the model, ICU for scripts,
 * transliteration and letters that look alike, and Commons Text for slips of the pen.
 */
@NullMarked
package org.tieline.naming;

import org.jspecify.annotations.NullMarked;
