/**
 * Mistyped words: an unknown one and the known ones come in, those that were probably meant leave.
 *
 * <p>May use Commons Text and nothing else of Tieline. Settings, data and questions all suggest a remedy with it, and all by
 * the same measure, so that the same slip of the fingers is understood everywhere.
 */
package org.tieline.spelling;
