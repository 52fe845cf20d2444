package org.tieline.question.exposures;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tieline.model.Organization;
import org.tieline.question.ListPart;
import org.tieline.question.Snapshot;
import org.tieline.question.ownership.AppliedRule;
import org.tieline.question.ownership.OwnershipBasis;
import org.tieline.question.parameter.Paging;
import org.tieline.restriction.OwnershipVerdict;

/**
 * The organizations that vendors catch under a rule, each vendor taken alone as the only listed organization. They may be
 * of any kind, as a vendor that a question names may: a carrier that a vendor catches is started at like one that is banned.
 *
 * @param basis the rule, the day and the evidence; its listed organizations are the vendors, one at a time
 * @param added those that are caught, by id; the search starts at the first {@link Paging#DEFAULT_LIMIT} of them
 * @param unknown those on which the verdict is open, by id; the search does not start at them
 */
public record Affiliates(OwnershipBasis basis, ListPart<Affiliate> added, ListPart<Affiliate> unknown) {

    /**
     * One of them.
     *
     * @param caughtBy ids of the vendors that catch it, or may catch it
     */
    public record Affiliate(Organization organization, List<String> caughtBy) {}

    public static Affiliates of(Snapshot snapshot, OwnershipBasis basis, List<String> vendors) {
        Map<String, List<String>> added = new TreeMap<>();
        Map<String, List<String>> unknown = new TreeMap<>();
        Set<String> searched = new HashSet<>(vendors);
        AppliedRule rule = new AppliedRule(snapshot, basis);
        for (String vendor : vendors) {
            rule.run(List.of(vendor));
            for (int touched : rule.touched()) {
                String id = rule.organization(touched).id();
                OwnershipVerdict verdict = rule.verdict(touched);
                if (!searched.contains(id) && verdict == OwnershipVerdict.YES) {
                    added.computeIfAbsent(id, none -> new ArrayList<>()).add(vendor);
                } else if (!searched.contains(id) && verdict == OwnershipVerdict.UNKNOWN) {
                    unknown.computeIfAbsent(id, none -> new ArrayList<>()).add(vendor);
                }
            }
        }
        added.keySet().forEach(unknown::remove);
        return new Affiliates(basis, listed(snapshot, added), listed(snapshot, unknown));
    }

    private static ListPart<Affiliate> listed(Snapshot snapshot, Map<String, List<String>> found) {
        List<Affiliate> affiliates = found.entrySet().stream()
                .map(entry -> new Affiliate(snapshot.organization(entry.getKey()), List.copyOf(entry.getValue())))
                .toList();
        return ListPart.of(affiliates, Paging.FIRST);
    }

    /** Where the search starts: at the vendors and at those they catch, by id. */
    public List<String> with(List<String> vendors) {
        return Stream.concat(vendors.stream(), added.results().stream().map(affiliate -> affiliate
                        .organization()
                        .id()))
                .sorted()
                .toList();
    }
}
