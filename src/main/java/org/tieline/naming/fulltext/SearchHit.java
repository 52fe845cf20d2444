package org.tieline.naming.fulltext;

/**
 * An organization that a search found.
 *
 * @param id its id
 * @param name its name
 * @param matched the one of its name, aliases and id that is nearest to what was looked for
 * @param score 0 to 4, higher is better; from 3 up {@code matched} is what was looked for, from 2 up it begins with it,
 *     from 1 up it contains it, below that it resembles it
 */
public record SearchHit(String id, String name, String matched, double score) {}
