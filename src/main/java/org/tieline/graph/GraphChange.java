package org.tieline.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Ban;
import org.tieline.model.Identifier;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.SubscriberCount;
import org.tieline.model.Tie;

/**
 * What some commits made of a graph: what falls away, and what stands in its place now. Where nothing is new, all that falls away
 * is gone.
 *
 * @param commit the last of the commits
 * @param organizationsGone ids of the organizations that were read again, as they were before
 * @param organizations those that were read again
 * @param sourcesGone ids of the sources that were read again, as they were before
 * @param sources those that were read again
 * @param identifiedGone ids of organizations whose identifiers fall away
 * @param identifiers of those and of others
 * @param countedGone ids of organizations whose counts of subscribers fall away
 * @param subscribers of those and of others
 * @param tiesGone between which organizations all ties fall away
 * @param ties between those and others
 * @param bans all of them; null if they are as before
 * @param memberships all of them; null if they are as before
 * @param notes what the graph says of itself; null if it says what it said before
 * @param problems all that the graph has now, but for those that no single element has
 */
public record GraphChange(
        Commit commit,
        Set<String> organizationsGone,
        List<Organization> organizations,
        Set<String> sourcesGone,
        List<Source> sources,
        Set<String> identifiedGone,
        List<Identifier> identifiers,
        Set<String> countedGone,
        List<SubscriberCount> subscribers,
        Set<Between> tiesGone,
        List<Tie> ties,
        @Nullable List<Ban> bans,
        @Nullable List<Membership> memberships,
        @Nullable Notes notes,
        List<GraphProblem> problems) {

    /** Two organizations, by id, in the direction of a tie. */
    public record Between(String from, String to) {}

    /** What is kept in the graph about its facts. */
    public record Notes(Optional<LoadedDataset> dataset, List<LoadedDataset> releases, List<Movement> movements) {}
}
