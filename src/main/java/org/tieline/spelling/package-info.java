/**
 * Words and names that somebody wrote otherwise than they are on record: an unknown word or name and the known ones come
 * in, those that were probably meant leave.
 *
 * <p>{@link org.tieline.spelling.Nearest} suggests remedies for mistyped words; settings, data and questions all use it, so
 * that the same slip of the fingers is understood everywhere. {@link org.tieline.spelling.NameIndex} finds organizations by
 * any of their names, in any script, and says what a find stands on. May use Commons Text and nothing else of Tieline.
 */
package org.tieline.spelling;
