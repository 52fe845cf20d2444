package org.tieline.restriction;

import java.util.Set;
import org.tieline.model.Ban;
import org.tieline.model.BanState;

/**
 * A ban as it stood on a day.
 *
 * @param ban the ban as it was known: dates and sources that were not known yet are left out
 * @param state its state
 * @param flags what to know before relying on it
 */
public record BanOnDay(Ban ban, BanState state, Set<BanFlag> flags) {}
