package org.tieline.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * A data set that was read completely and found without errors.
 *
 * @param version its version as its data package gives it
 * @param sha256 64 lower-case hexadecimal digits over the content of its tables in sorted order, so that two folders
 *     with the same rows have the same digest
 * @param organizations sorted by id, like the others
 * @param memberships sorted by bloc, country and first day; empty if the data set knows of no bloc
 * @param identifiers sorted by organization, scheme and value
 * @param subscribers sorted by organization and day
 */
@RecordBuilder
public record Dataset(
        String version,
        String sha256,
        List<Organization> organizations,
        List<Tie> ties,
        List<Ban> bans,
        List<Source> sources,
        List<Membership> memberships,
        List<Identifier> identifiers,
        List<SubscriberCount> subscribers)
        implements DatasetBuilder.With {
    /** The version of a data set that has none. */
    public static final String UNVERSIONED = "unversioned";

    public Dataset {
        organizations = List.copyOf(organizations);
        ties = List.copyOf(ties);
        bans = List.copyOf(bans);
        sources = List.copyOf(sources);
        memberships = List.copyOf(memberships);
        identifiers = List.copyOf(identifiers);
        subscribers = List.copyOf(subscribers);
    }

    /** Whether it is a release, which others may name by its version. */
    public boolean isRelease() {
        return !version.equals(UNVERSIONED);
    }

    /** A data set without identifiers and counts of subscribers. */
    public Dataset(
            String version,
            String sha256,
            List<Organization> organizations,
            List<Tie> ties,
            List<Ban> bans,
            List<Source> sources,
            List<Membership> memberships) {
        this(version, sha256, organizations, ties, bans, sources, memberships, List.of(), List.of());
    }

    /** A data set that knows of no bloc. */
    public Dataset(
            String version,
            String sha256,
            List<Organization> organizations,
            List<Tie> ties,
            List<Ban> bans,
            List<Source> sources) {
        this(version, sha256, organizations, ties, bans, sources, List.of());
    }
}
