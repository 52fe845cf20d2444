package org.tieline.dataset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tieline.model.DataError;
import org.tieline.model.Evidence;
import org.tieline.model.Organization;
import org.tieline.model.PartialDate;
import org.tieline.model.Source;
import org.tieline.model.Tie;
import org.tieline.model.TieType;

/**
 * Finds what contradicts no rule and is doubtful all the same: ties that were verified later than anybody wrote of them, ties
 * that never hold as one of their ends does not exist then, and supplies that end with an organization though somebody goes on
 * with its business.
 */
final class Doubts {
    private static final int SHOWN = 3;

    private final Map<String, Organization> organizations;
    private final Map<String, Source> sources;
    private final DataErrors problems;
    private final Set<Role> supplied = new HashSet<>();
    private final Map<Role, List<String>> open = new LinkedHashMap<>();

    /** That an organization is one end of supplies: it has suppliers, or it supplies. */
    private record Role(@Nullable String organization, boolean customer) {}

    Doubts(Map<String, Organization> organizations, Map<String, Source> sources, DataErrors problems) {
        this.organizations = organizations;
        this.sources = sources;
        this.problems = problems;
    }

    /** Takes up a sound tie; organizations and sources are known by then. */
    void add(Tie tie, RowPlace place) {
        if (tie.verified() != null) {
            checkVerified(tie, tie.verified(), place);
        }
        if (tie.evidence() == Evidence.DENIED) {
            return;
        }
        checkLife(tie, tie.from(), place);
        checkLife(tie, tie.to(), place);
        if (tie.type() == TieType.SUPPLIES) {
            supply(tie, new Role(tie.from(), false));
            supply(tie, new Role(tie.to(), true));
        }
    }

    /** A date of reduced precision is doubtful if all of its days are too late. */
    private void checkVerified(Tie tie, PartialDate verified, RowPlace place) {
        List<Source> known = tie.sources().stream()
                .map(sources::get)
                .filter(source -> source != null && source.published() != null)
                .toList();
        if (known.size() < tie.sources().size()) {
            return;
        }
        PartialDate newest = known.stream()
                .map(Source::published)
                .max(Comparator.comparing(PartialDate::lastDay))
                .orElseThrow();
        if (verified.firstDay().isAfter(newest.lastDay())) {
            warn(
                    place,
                    "verified",
                    verified,
                    "should not be later than the newest of its sources, which is of " + newest);
        }
    }

    private void checkLife(Tie tie, String end, RowPlace place) {
        Organization organization = organizations.get(end);
        if (organization == null) {
            return;
        }
        PartialDate last = organization.until();
        if (last != null
                && !isMerger(tie, organization)
                && tie.since() != null
                && !tie.since().firstDay().isBefore(last.overBy())) {
            warn(place, "since", tie.since(), "should be before %s ended (%s): it never holds".formatted(end, last));
        }
        PartialDate first = organization.since();
        if (first != null && tie.until() != null && !tie.until().overBy().isAfter(first.firstDay())) {
            warn(place, "until", tie.until(), "should be after %s began (%s): it never holds".formatted(end, first));
        }
    }

    /** Whether a stake is the record of how an organization ended: whoever took it over owns it from the day on which it was gone. */
    private static boolean isMerger(Tie tie, Organization ended) {
        return tie.type() == TieType.OWNS
                && tie.to().equals(ended.id())
                && tie.from().equals(ended.successor())
                && Objects.equals(tie.since(), ended.until());
    }

    private void supply(Tie tie, Role role) {
        supplied.add(role);
        Organization organization = organizations.get(role.organization());
        if (organization == null
                || organization.until() == null
                || organization.successor() == null
                || tie.until() != null) {
            return;
        }
        LocalDate end = organization.until().overBy();
        if (tie.since() == null || tie.since().firstDay().isBefore(end)) {
            open.computeIfAbsent(role, none -> new ArrayList<>()).add(tie.id());
        }
    }

    /** @param places where the rows of the organizations are */
    void check(Ids places) {
        open.forEach((role, ties) -> {
            Organization ended = Objects.requireNonNull(organizations.get(role.organization()));
            if (!supplied.contains(new Role(ended.successor(), role.customer()))) {
                places.place(ended.id())
                        .ifPresent(place -> warn(
                                place,
                                "successor",
                                ended.successor(),
                                "should have %s of its own if it goes on with those of %s that were open in %s: %s"
                                        .formatted(
                                                role.customer() ? "suppliers" : "customers",
                                                ended.id(),
                                                ended.until(),
                                                shown(ties))));
            }
        });
    }

    private static String shown(List<String> ties) {
        String first = ties.stream().sorted().limit(SHOWN).collect(Collectors.joining(", "));
        return ties.size() <= SHOWN ? first : "%s and %d more".formatted(first, ties.size() - SHOWN);
    }

    private void warn(RowPlace place, String column, @Nullable Object value, String remedy) {
        problems.warn(new DataError(place.file(), place.line(), column, Objects.toString(value), remedy));
    }
}
