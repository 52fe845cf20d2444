package org.tieline.model;

import java.util.List;

/**
 * A data set that was read completely and found without errors.
 *
 * @param version its version as its data package gives it
 * @param sha256 64 lower-case hexadecimal digits over the content of its four tables in sorted order, so that two folders
 *     with the same rows have the same digest
 * @param organizations sorted by id, like the others
 */
public record Dataset(
        String version,
        String sha256,
        List<Organization> organizations,
        List<Tie> ties,
        List<Ban> bans,
        List<Source> sources) {
    public Dataset {
        organizations = List.copyOf(organizations);
        ties = List.copyOf(ties);
        bans = List.copyOf(bans);
        sources = List.copyOf(sources);
    }
}
