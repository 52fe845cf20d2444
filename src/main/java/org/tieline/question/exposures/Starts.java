package org.tieline.question.exposures;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tieline.question.Snapshot;
import org.tieline.restriction.Blocs;
import org.tieline.restriction.RestrictedIn;
import org.tieline.restriction.Restrictions;

/** Where a question starts on one day: at vendors and the affiliates they catch; and the carriers for which each of them counts. */
public final class Starts {
    private final Snapshot snapshot;
    private final SortedSet<String> vendors;

    /** Null if the question does not start from any. */
    private final @Nullable Affiliates affiliates;

    /** By vendor or affiliate the country of the only carriers for which it counts; none of those that count for all. */
    private final Map<String, String> onlyIn = new HashMap<>();

    private Starts(Snapshot snapshot, ExposureQuestion question, Restrictions restrictions) {
        this.snapshot = snapshot;
        boolean named = !question.vendors().isEmpty();
        vendors = named
                ? new TreeSet<>(question.vendors())
                : restrictions.restricted(question.bans(), snapshot::isVendor);
        if (!named && question.restrictedIn() == RestrictedIn.HOME_OR_SEVERAL) {
            narrow(question, restrictions);
        }
        affiliates = question.affiliates() == null
                ? null
                : Affiliates.of(snapshot, question.affiliatesBasis(), List.copyOf(vendors));
        if (affiliates != null) {
            narrow(affiliates.added().results());
        }
    }

    /**
     * The vendors that the question names, else all that are restricted.
     *
     * @param restrictions those of the day that the question asks about
     */
    public static Starts of(Snapshot snapshot, ExposureQuestion question, Restrictions restrictions) {
        return new Starts(snapshot, question, restrictions);
    }

    private void narrow(ExposureQuestion question, Restrictions restrictions) {
        Blocs blocs = new Blocs(
                snapshot.memberships(),
                question.search().asOf(),
                question.search().knownAt());
        for (String vendor : vendors) {
            Set<String> imposing = restrictions.restricting(vendor, question.bans()).stream()
                    .map(onDay -> onDay.ban().country())
                    .collect(Collectors.toSet());
            Set<String> countries = blocs.withMembers(imposing);
            if (countries.size() == 1) {
                onlyIn.put(vendor, countries.iterator().next());
            }
        }
    }

    /** Lets affiliates count where those count that catch them: for all carriers, once these are restricted in several countries. */
    private void narrow(Collection<Affiliates.Affiliate> caught) {
        for (Affiliates.Affiliate affiliate : caught) {
            Set<String> countries = new HashSet<>();
            affiliate.caughtBy().forEach(vendor -> countries.add(onlyIn.get(vendor)));
            if (countries.size() == 1 && !countries.contains(null)) {
                onlyIn.put(affiliate.organization().id(), countries.iterator().next());
            }
        }
    }

    /** The vendors by id, without affiliates. */
    public SortedSet<String> vendors() {
        return Collections.unmodifiableSortedSet(vendors);
    }

    /** Null if the question does not start from any. */
    public @Nullable Affiliates affiliates() {
        return affiliates;
    }

    /** The vendors, and the affiliates that the question starts from, by id. */
    public List<String> all() {
        List<String> ids = List.copyOf(vendors);
        return affiliates == null ? ids : affiliates.with(ids);
    }

    /** Whether one of the vendors, or an affiliate, counts for a carrier. */
    public boolean count(String start, String carrier) {
        String only = onlyIn.get(start);
        return only == null || only.equals(snapshot.organization(carrier).country());
    }

    /** The country of the only carriers for which a vendor counts; null if it counts for all. */
    public @Nullable String onlyIn(String vendor) {
        return onlyIn.get(vendor);
    }
}
