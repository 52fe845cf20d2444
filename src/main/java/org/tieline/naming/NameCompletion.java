package org.tieline.naming;

/**
 * An organization of which somebody may be typing the name.
 *
 * @param id the id of the organization
 * @param matched the name, alias or id that was met, as it is on record
 */
public record NameCompletion(String id, String matched) {
    /** The most organizations that are found. */
    public static final int MOST = 1_000;
}
