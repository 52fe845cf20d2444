package org.tieline.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tieline.model.DataError;
import org.tieline.model.Organization;

/** Finds former ids of organizations that do not lead to one organization alone. */
final class FormerIds {
    private record Placed(String id, RowPlace place) {}

    private final List<Placed> all = new ArrayList<>();

    void add(Organization organization, RowPlace place) {
        organization.formerIds().forEach(id -> all.add(new Placed(id, place)));
    }

    /** @param current the ids of all organizations */
    void check(Ids current, DataErrors problems) {
        Map<String, RowPlace> places = new HashMap<>();
        for (Placed former : all) {
            current.place(former.id())
                    .ifPresent(
                            place -> report(former, "must be the id of no organization, %s has it", place, problems));
            RowPlace earlier = places.putIfAbsent(former.id(), former.place());
            if (earlier != null) {
                report(former, "must be a former id of one organization, %s has it too", earlier, problems);
            }
        }
    }

    private static void report(Placed former, String remedy, RowPlace other, DataErrors problems) {
        RowPlace place = former.place();
        problems.add(new DataError(
                place.file(), place.line(), "formerIds", former.id(), remedy.formatted(other.seenFrom(place))));
    }
}
