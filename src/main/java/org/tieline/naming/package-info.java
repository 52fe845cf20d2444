/**
 * Names that somebody wrote otherwise than they are on record: a name or word comes in, the organizations or words that it
 * may mean leave, with the reason.
 *
 * <p>{@link org.tieline.naming.NameIndex} finds organizations by any of their names, in any script, and says what a candidate
 * stands on. {@link org.tieline.naming.Nearest} suggests remedies for mistyped words; settings, data and questions all use
 * it, so that the same slip of the fingers is understood everywhere. May use the model and Commons Text.
 */
package org.tieline.naming;
