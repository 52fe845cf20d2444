package org.tieline.dataset;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tieline.dataset.known.KnownOrganizations;
import org.tieline.dataset.known.KnownSources;
import org.tieline.model.DataError;
import org.tieline.model.Evidence;
import org.tieline.model.PartialDate;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/**
 * Finds what contradicts no rule and is doubtful all the same: ties that were verified later than anybody wrote of them, ties
 * that never hold as one of their ends does not exist then, and supplies that end with an organization though somebody goes on
 * with its business.
 */
final class Doubts {
    private static final int SHOWN = 3;

    private final Ids ids;
    private final KnownOrganizations organizations;
    private final Ids sourceIds;
    private final KnownSources sources;
    private final DataErrors problems;

    /** The numbers of organizations that supply, and of those that have suppliers. */
    private final BitSet suppliers = new BitSet();

    private final BitSet customers = new BitSet();
    private final Map<Role, Open> open = new LinkedHashMap<>();

    /** That an organization that ended is one end of supplies: it has suppliers, or it supplies. */
    private record Role(String organization, int number, boolean customer) {}

    /** The ids of supplies that end with an organization: the first of them and how many there are. */
    private static final class Open {
        private final TreeSet<String> first = new TreeSet<>();
        private long count;

        void add(String tie) {
            count++;
            first.add(tie);
            if (first.size() > SHOWN) {
                first.pollLast();
            }
        }

        String shown() {
            String shown = String.join(", ", first);
            return count <= SHOWN ? shown : "%s and %d more".formatted(shown, count - SHOWN);
        }
    }

    /**
     * @param ids those of the organizations, with their places
     * @param sourceIds those of the sources
     */
    Doubts(Ids ids, KnownOrganizations organizations, Ids sourceIds, KnownSources sources, DataErrors problems) {
        this.ids = ids;
        this.organizations = organizations;
        this.sourceIds = sourceIds;
        this.sources = sources;
        this.problems = problems;
    }

    /**
     * Takes up a sound tie; organizations and sources are known by then.
     *
     * @param from the number of the organization it starts at
     * @param to the number of the organization it ends at
     */
    void add(Tie tie, int from, int to, RowPlace place) {
        if (tie.verified() != null) {
            checkVerified(tie, tie.verified(), place);
        }
        if (tie.evidence() == Evidence.DENIED) {
            return;
        }
        checkLife(tie, tie.from(), from, place);
        checkLife(tie, tie.to(), to, place);
        if (tie.type() == TieType.SUPPLIES) {
            supply(tie, tie.from(), from, false);
            supply(tie, tie.to(), to, true);
        }
    }

    /** A date of reduced precision is doubtful if all of its days are too late. */
    private void checkVerified(Tie tie, PartialDate verified, RowPlace place) {
        PartialDate newest = null;
        for (String source : tie.sources()) {
            PartialDate published = sources.published(sourceIds.number(source));
            if (published == null) {
                return;
            }
            if (newest == null || published.dayAfter().isAfter(newest.dayAfter())) {
                newest = published;
            }
        }
        if (newest != null && !verified.firstDay().isBefore(newest.dayAfter())) {
            warn(
                    place,
                    "verified",
                    verified,
                    "should not be later than the newest of its sources, which is of " + newest);
        }
    }

    private void checkLife(Tie tie, String end, int number, RowPlace place) {
        if (organizations.kind(number) == null) {
            return;
        }
        // Dates of organizations are looked up for those ties alone that have one.
        if (tie.since() != null
                && organizations.until(number) instanceof PartialDate last
                && !isMerger(tie, end, number)
                && !tie.since().firstDay().isBefore(last.overBy())) {
            warn(place, "since", tie.since(), "should be before %s ended (%s): it never holds".formatted(end, last));
        }
        if (tie.until() != null
                && organizations.since(number) instanceof PartialDate first
                && !tie.until().overBy().isAfter(first.firstDay())) {
            warn(place, "until", tie.until(), "should be after %s began (%s): it never holds".formatted(end, first));
        }
    }

    /** Whether a stake is the record of how an organization ended: whoever took it over owns it from the day on which it was gone. */
    private boolean isMerger(Tie tie, String ended, int number) {
        return tie.type() == TieType.OWNS
                && tie.to().equals(ended)
                && tie.from().equals(organizations.successor(number))
                && Objects.equals(tie.since(), organizations.until(number));
    }

    private void supply(Tie tie, String id, int number, boolean customer) {
        if (number < 0) {
            return;
        }
        (customer ? customers : suppliers).set(number);
        PartialDate until = organizations.until(number);
        if (until == null || organizations.successor(number) == null || tie.until() != null) {
            return;
        }
        if (tie.since() == null || tie.since().firstDay().isBefore(until.overBy())) {
            open.computeIfAbsent(new Role(id, number, customer), none -> new Open())
                    .add(tie.id());
        }
    }

    /** Says what only all ties together tell. */
    void check() {
        open.forEach((role, ties) -> {
            String successor = Objects.requireNonNull(organizations.successor(role.number()));
            int heir = ids.number(successor);
            if (heir < 0 || !(role.customer() ? customers : suppliers).get(heir)) {
                ids.place(role.organization())
                        .ifPresent(place -> warn(
                                place,
                                "successor",
                                successor,
                                "should have %s of its own if it goes on with those of %s that were open in %s: %s"
                                        .formatted(
                                                role.customer() ? "suppliers" : "customers",
                                                role.organization(),
                                                organizations.until(role.number()),
                                                ties.shown())));
            }
        });
    }

    private void warn(RowPlace place, String column, @Nullable Object value, String remedy) {
        problems.warn(new DataError(place.file(), place.line(), column, Objects.toString(value), remedy));
    }
}
