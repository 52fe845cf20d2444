package org.tieline.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.tieline.dataset.known.SortedFacts;
import org.tieline.model.Ban;
import org.tieline.model.Dataset;
import org.tieline.model.DatasetSummary;
import org.tieline.model.FactSink;
import org.tieline.model.Identifier;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;

/** Facts from elsewhere as a data set: sorted and digested as those of a folder are, and not checked. */
public final class Datasets {
    private Datasets() {}

    /**
     * A data set of facts in any order.
     *
     * @param version {@link Dataset#UNVERSIONED} if it has none
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
        Dataset facts =
                digested(version, "", organizations, ties, bans, sources, memberships, identifiers, subscribers);
        return facts.withSha256(sha256(SortedFacts.of(facts)));
    }

    /** The same where the digest is known. */
    static Dataset digested(
            String version,
            String sha256,
            Collection<Organization> organizations,
            Collection<Tie> ties,
            Collection<Ban> bans,
            Collection<Source> sources,
            Collection<Membership> memberships,
            Collection<Identifier> identifiers,
            Collection<SubscriberCount> subscribers) {
        return new Dataset(
                version,
                sha256,
                sorted(organizations, Organization::id),
                sorted(ties, Tie::id),
                sorted(bans, Ban::id),
                sorted(sources, Source::id),
                sorted(memberships, Membership::key),
                sorted(identifiers, Identifier::key),
                sorted(subscribers, SubscriberCount::key));
    }

    /** The digest of facts, as their data set has it: 64 lower-case hexadecimal digits. */
    public static String sha256(SortedFacts facts) {
        return ContentDigest.of(facts);
    }

    private static <T> List<T> sorted(Collection<T> rows, Function<T, String> id) {
        return rows.stream().sorted(Comparator.comparing(id)).toList();
    }

    /** Facts in memory, for whoever wants a data set as a whole. */
    static final class Gathered implements FactSink {
        private final List<Organization> organizations = new ArrayList<>();
        private final List<Tie> ties = new ArrayList<>();
        private final List<Ban> bans = new ArrayList<>();
        private final List<Source> sources = new ArrayList<>();
        private final List<Membership> memberships = new ArrayList<>();
        private final List<Identifier> identifiers = new ArrayList<>();
        private final List<SubscriberCount> subscribers = new ArrayList<>();

        @Override
        public void organization(Organization organization) {
            organizations.add(organization);
        }

        @Override
        public void tie(Tie tie) {
            ties.add(tie);
        }

        @Override
        public void ban(Ban ban) {
            bans.add(ban);
        }

        @Override
        public void source(Source source) {
            sources.add(source);
        }

        @Override
        public void membership(Membership membership) {
            memberships.add(membership);
        }

        @Override
        public void identifier(Identifier identifier) {
            identifiers.add(identifier);
        }

        @Override
        public void subscribers(SubscriberCount count) {
            subscribers.add(count);
        }

        /** @param summary what is known of the facts as a whole */
        Dataset dataset(DatasetSummary summary) {
            return digested(
                    summary.version(),
                    summary.sha256(),
                    organizations,
                    ties,
                    bans,
                    sources,
                    memberships,
                    identifiers,
                    subscribers);
        }
    }
}
