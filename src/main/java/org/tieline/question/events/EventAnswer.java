package org.tieline.question.events;

import java.util.List;

/**
 * What has happened.
 *
 * @param after what came later is told
 * @param reached up to here it is told; where the next question begins
 * @param oldest the earliest point that may be asked about
 * @param events by time, then by vendor, carrier and ban
 */
public record EventAnswer(Timepoint after, Timepoint reached, Timepoint oldest, List<Event> events) {}
