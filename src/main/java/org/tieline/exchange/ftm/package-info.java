/**
 * FollowTheMoney, the form of Aleph and OpenSanctions: facts become entities, and entities become facts. A foreign claim that
 * has no counterpart here is left with the reason. {@link org.tieline.exchange.ftm.FtmWords} holds the words that both
 * directions use, so that what is written is read again as the same.
 */
@NullMarked
package org.tieline.exchange.ftm;

import org.jspecify.annotations.NullMarked;
