package org.tieline.dataset.known;

import java.util.List;
import java.util.function.Consumer;
import org.tieline.model.Ban;
import org.tieline.model.Dataset;
import org.tieline.model.DatasetSummary;
import org.tieline.model.Identifier;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;

/**
 * Facts that may be too many for memory, of each kind sorted by id or key and each there once.
 *
 * @param organizations may be walked through again, like the others
 */
public record SortedFacts(
        Rows<Organization> organizations,
        Rows<Tie> ties,
        Rows<Ban> bans,
        Rows<Source> sources,
        Rows<Membership> memberships,
        Rows<Identifier> identifiers,
        Rows<SubscriberCount> subscribers) {

    /** Those of one kind. */
    public interface Rows<T> {
        /** How many they are. */
        long size();

        /** Hands them on in their order. */
        void forEach(Consumer<T> each);

        /** Those of a list. */
        static <T> Rows<T> of(List<T> sorted) {
            return new Rows<>() {
                @Override
                public long size() {
                    return sorted.size();
                }

                @Override
                public void forEach(Consumer<T> each) {
                    sorted.forEach(each);
                }
            };
        }
    }

    /** Those of a data set. */
    public static SortedFacts of(Dataset dataset) {
        return new SortedFacts(
                Rows.of(dataset.organizations()),
                Rows.of(dataset.ties()),
                Rows.of(dataset.bans()),
                Rows.of(dataset.sources()),
                Rows.of(dataset.memberships()),
                Rows.of(dataset.identifiers()),
                Rows.of(dataset.subscribers()));
    }

    /** What they are as a whole. */
    public DatasetSummary summary(String version, String sha256) {
        return new DatasetSummary(
                version,
                sha256,
                organizations.size(),
                ties.size(),
                bans.size(),
                sources.size(),
                memberships.size(),
                identifiers.size(),
                subscribers.size());
    }
}
