package org.tieline.question.summary;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tieline.exposure.SearchOptions;
import org.tieline.model.Membership;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;
import org.tieline.question.Snapshot;

/** Which carriers there are on one day, and where they are at home, as far as was known. */
final class CarriersOnDay {
    private final Snapshot snapshot;
    private final LocalDate asOf;
    private final @Nullable LocalDate knownAt;

    /** By country; where it is in none, a list of null. */
    private final Map<String, List<String>> blocs = new HashMap<>();

    CarriersOnDay(Snapshot snapshot, SearchOptions options) {
        this.snapshot = snapshot;
        asOf = options.asOf();
        knownAt = options.knownAt();
    }

    /** Whether a carrier possibly exists. */
    boolean exists(Organization carrier) {
        PartialDate since = carrier.since();
        PartialDate until = carrier.until();
        boolean begun = since == null || !isKnown(since) || !asOf.isBefore(since.firstDay());
        boolean over = until != null && isKnown(until) && !asOf.isBefore(until.overBy());
        return begun && !over;
    }

    private boolean isKnown(PartialDate date) {
        return knownAt == null || !date.firstDay().isAfter(knownAt);
    }

    /**
     * The rows of a carrier by its home, at least one; the key of carriers that are in none is null.
     *
     * @param by country or bloc
     */
    List<String> homes(SummaryBy by, Organization carrier) {
        return by == SummaryBy.COUNTRY
                ? Collections.singletonList(carrier.country())
                : blocs.computeIfAbsent(String.valueOf(carrier.country()), this::blocsOf);
    }

    private List<String> blocsOf(String country) {
        List<String> of = snapshot.memberships().stream()
                .filter(membership -> membership.country().equals(country) && membership.holds(asOf, knownAt))
                .map(Membership::bloc)
                .distinct()
                .toList();
        return of.isEmpty() ? Collections.singletonList(null) : of;
    }
}
