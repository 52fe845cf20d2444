package org.tieline.question.exposures;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tieline.question.Snapshot;
import org.tieline.restriction.RestrictedIn;
import org.tieline.restriction.Restrictions;

/** The vendors that a question starts at on one day, and the carriers for which each of them counts. Immutable but for affiliates. */
public final class Starts {
    private final SortedSet<String> vendors;

    /** By vendor the country of the only carriers for which it counts; none of those that count for all. */
    private final Map<String, String> onlyIn = new HashMap<>();

    private Starts(SortedSet<String> vendors) {
        this.vendors = vendors;
    }

    /**
     * Those that the question names, else all that are restricted.
     *
     * @param restrictions those of the day that the question asks about
     */
    public static Starts of(Snapshot snapshot, ExposureQuestion question, Restrictions restrictions) {
        if (!question.vendors().isEmpty()) {
            return new Starts(new TreeSet<>(question.vendors()));
        }
        Starts starts = new Starts(new TreeSet<>(restrictions.restricted(question.bans(), snapshot::isVendor)));
        if (question.restrictedIn() == RestrictedIn.HOME_OR_SEVERAL) {
            starts.narrow(snapshot, question, restrictions);
        }
        return starts;
    }

    private void narrow(Snapshot snapshot, ExposureQuestion question, Restrictions restrictions) {
        for (String vendor : vendors) {
            Set<String> imposing = restrictions.restricting(vendor, question.bans()).stream()
                    .map(onDay -> onDay.ban().country())
                    .collect(Collectors.toSet());
            Set<String> countries = snapshot.withMembers(
                    imposing, question.search().asOf(), question.search().knownAt());
            if (countries.size() == 1) {
                onlyIn.put(vendor, countries.iterator().next());
            }
        }
    }

    /** Lets affiliates count where those count that catch them: for all carriers, once these are restricted in several countries. */
    public void add(Collection<Affiliates.Affiliate> affiliates) {
        for (Affiliates.Affiliate affiliate : affiliates) {
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

    /** Whether one of the vendors, or an affiliate, counts for a carrier of a country; null for one without a home. */
    public boolean count(String start, String country) {
        String only = onlyIn.get(start);
        return only == null || only.equals(country);
    }

    /** The country of the only carriers for which a vendor counts; null if it counts for all. */
    public String onlyIn(String vendor) {
        return onlyIn.get(vendor);
    }
}
