package org.tieline.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tieline.model.DataError;
import org.tieline.model.Membership;

/** Finds memberships of one country in one bloc that share a day. */
final class Memberships {
    private record Placed(Membership membership, RowPlace place) {}

    private final List<Placed> all = new ArrayList<>();

    void add(Membership membership, RowPlace place) {
        all.add(new Placed(membership, place));
    }

    /** A country has few memberships, so each is compared with every earlier one of it. */
    void check(DataErrors problems) {
        Map<String, List<Placed>> byCountry = new HashMap<>();
        for (Placed placed : all) {
            List<Placed> earlier = byCountry.computeIfAbsent(placed.membership().country(), none -> new ArrayList<>());
            earlier.stream()
                    .filter(other -> other.membership().overlaps(placed.membership()))
                    .findFirst()
                    .ifPresent(other -> problems.add(new DataError(
                            placed.place().file(),
                            placed.place().line(),
                            "since",
                            Objects.toString(placed.membership().since(), ""),
                            "must not share a day with the membership on %s, which holds from %s%s"
                                    .formatted(
                                            other.place().seenFrom(placed.place()),
                                            other.membership().since(),
                                            until(other.membership())))));
            earlier.add(placed);
        }
    }

    private static String until(Membership membership) {
        return membership.until() == null ? " on" : " until " + membership.until();
    }
}
