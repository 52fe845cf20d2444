package org.tieline.restriction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tieline.model.Ban;
import org.tieline.model.BanState;

/** The bans of one day, by the organizations that they are against. */
public final class Restrictions {
    private final SortedMap<String, List<BanOnDay>> byTarget = new TreeMap<>();

    /** @param bans in the order in which they shall be listed */
    public Restrictions(Collection<Ban> bans, BanClock clock) {
        this(bans, clock::on);
    }

    /**
     * @param bans in the order in which they shall be listed
     * @param standing how each stood; empty if it did not exist yet, or was not known
     */
    public Restrictions(Collection<Ban> bans, Function<Ban, Optional<BanOnDay>> standing) {
        for (Ban ban : bans) {
            standing.apply(ban).ifPresent(onDay -> ban.targets()
                    .forEach(target -> byTarget.computeIfAbsent(target, none -> new ArrayList<>())
                            .add(onDay)));
        }
    }

    /** The organizations that at least one ban restricts, by id. */
    public SortedSet<String> restricted(BanFilter filter, Predicate<String> wanted) {
        SortedSet<String> restricted = new TreeSet<>();
        byTarget.forEach((target, bans) -> {
            if (wanted.test(target) && bans.stream().anyMatch(filter::accepts)) {
                restricted.add(target);
            }
        });
        return restricted;
    }

    /** The bans that restrict an organization, none if it is not restricted. */
    public List<BanOnDay> restricting(String target, BanFilter filter) {
        return byTarget.getOrDefault(target, List.of()).stream()
                .filter(filter::accepts)
                .toList();
    }

    /** The bans on an organization, of every nature, that have reached a state and have not ended. */
    public List<BanOnDay> on(String target, BanState least) {
        return byTarget.getOrDefault(target, List.of()).stream()
                .filter(onDay -> onDay.state().reaches(least))
                .toList();
    }
}
