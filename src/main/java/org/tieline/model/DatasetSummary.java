package org.tieline.model;

/**
 * What a data set is as a whole, without its facts.
 *
 * @param version its version as its data package gives it
 * @param sha256 the digest of its content, as {@link Dataset#sha256()}
 * @param organizations how many it has, as of all that follow
 */
public record DatasetSummary(
        String version,
        String sha256,
        long organizations,
        long ties,
        long bans,
        long sources,
        long memberships,
        long identifiers,
        long subscribers) {

    public static DatasetSummary of(Dataset dataset) {
        return new DatasetSummary(
                dataset.version(),
                dataset.sha256(),
                dataset.organizations().size(),
                dataset.ties().size(),
                dataset.bans().size(),
                dataset.sources().size(),
                dataset.memberships().size(),
                dataset.identifiers().size(),
                dataset.subscribers().size());
    }

    /** Whether it is a release, which others may name by its version. */
    public boolean isRelease() {
        return !version.equals(Dataset.UNVERSIONED);
    }
}
