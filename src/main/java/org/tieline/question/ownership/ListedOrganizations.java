package org.tieline.question.ownership;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tieline.question.OrganizationRef;
import org.tieline.question.Snapshot;
import org.tieline.restriction.BanOnDay;
import org.tieline.restriction.Restrictions;

/**
 * Who counts as listed on the day, and by which bans.
 *
 * @param all the organizations that count as listed, by id
 * @param carriedBy ids of the bans on them that carry the rule, as strong as asked for on the day
 * @param carriedFor ids of the listed organizations that these bans target
 * @param passedOver the organizations that are restricted on the day by bans of which none carries the rule, by id; none
 *     where the question names the listed
 */
record ListedOrganizations(
        OwnershipBasis basis,
        List<OrganizationRef> all,
        List<String> carriedBy,
        Set<String> carriedFor,
        List<OrganizationRef> passedOver) {

    /** @throws org.tieline.model.TielineException.NotFound if the basis names an organization that is not there */
    static ListedOrganizations of(Snapshot snapshot, OwnershipBasis basis) {
        basis.listed().forEach(snapshot::organization);
        basis.bans().governments().forEach(snapshot::organization);
        Restrictions restrictions = snapshot.restrictions(basis.asOf(), basis.knownAt());
        SortedSet<String> restricted = basis.listed().isEmpty()
                ? restrictions.restricted(basis.bans(), snapshot.organizations()::containsKey)
                : Collections.emptySortedSet();
        List<String> listed = basis.listed().isEmpty()
                ? restricted.stream()
                        .filter(each -> restrictions.restricting(each, basis.bans()).stream()
                                .anyMatch(onDay -> carries(onDay, basis)))
                        .toList()
                : basis.listedInOrder();
        Set<String> among = Set.copyOf(listed);
        Map<String, List<String>> carriedBy = new TreeMap<>();
        for (String each : listed) {
            restrictions.on(each, basis.bans().minBan()).stream()
                    .filter(onDay -> carries(onDay, basis))
                    .forEach(onDay -> carriedBy
                            .computeIfAbsent(onDay.ban().id(), none -> new ArrayList<>())
                            .add(each));
        }
        return new ListedOrganizations(
                basis,
                references(snapshot, listed),
                List.copyOf(carriedBy.keySet()),
                carriedBy.values().stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet()),
                references(
                        snapshot,
                        restricted.stream()
                                .filter(each -> !among.contains(each))
                                .toList()));
    }

    private static boolean carries(BanOnDay onDay, OwnershipBasis basis) {
        return onDay.ban().ownershipRule() == basis.rule();
    }

    private static List<OrganizationRef> references(Snapshot snapshot, Collection<String> ids) {
        return ids.stream().map(snapshot::organization).map(OrganizationRef::of).toList();
    }
}
