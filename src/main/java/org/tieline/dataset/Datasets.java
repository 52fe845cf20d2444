package org.tieline.dataset;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.tieline.model.Ban;
import org.tieline.model.Dataset;
import org.tieline.model.Identifier;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;

/** Facts from elsewhere as a data set: sorted and digested as those of a folder are, and not checked. */
public final class Datasets {
    /** The version of a data set that has none. */
    public static final String UNVERSIONED = Dataset.UNVERSIONED;

    private Datasets() {}

    /**
     * A data set of facts in any order.
     *
     * @param version {@link #UNVERSIONED} if it has none
     */
    public static Dataset of(
            String version,
            Collection<Organization> organizations,
            Collection<Tie> ties,
            Collection<Ban> bans,
            Collection<Source> sources,
            Collection<Membership> memberships,
            Collection<Identifier> identifiers,
            Collection<SubscriberCount> subscribers) {
        List<Organization> sortedOrganizations = sorted(organizations, Organization::id);
        List<Tie> sortedTies = sorted(ties, Tie::id);
        List<Ban> sortedBans = sorted(bans, Ban::id);
        List<Source> sortedSources = sorted(sources, Source::id);
        List<Membership> sortedMemberships = sorted(memberships, Membership::key);
        Dataset undigested = new Dataset(
                version,
                "",
                sortedOrganizations,
                sortedTies,
                sortedBans,
                sortedSources,
                sortedMemberships,
                sorted(identifiers, Identifier::key),
                sorted(subscribers, SubscriberCount::key));
        return with(version, ContentDigest.of(undigested), undigested);
    }

    /** The same facts under another version. */
    public static Dataset versioned(String version, Dataset facts) {
        return with(version, facts.sha256(), facts);
    }

    private static Dataset with(String version, String sha256, Dataset facts) {
        return new Dataset(
                version,
                sha256,
                facts.organizations(),
                facts.ties(),
                facts.bans(),
                facts.sources(),
                facts.memberships(),
                facts.identifiers(),
                facts.subscribers());
    }

    private static <T> List<T> sorted(Collection<T> rows, Function<T, String> id) {
        return rows.stream().sorted(Comparator.comparing(id)).toList();
    }
}
