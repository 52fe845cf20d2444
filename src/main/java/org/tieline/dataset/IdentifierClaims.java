package org.tieline.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tieline.model.DataError;
import org.tieline.model.Identifier;

/**
 * Finds identifiers that two rows claim for one day: of one organization an error, of two a doubt, as registers themselves give
 * one code to a network and to whoever sells its service under a name of his own.
 */
final class IdentifierClaims {
    private record Placed(Identifier identifier, RowPlace place) {}

    private final List<Placed> all = new ArrayList<>();

    void add(Identifier identifier, RowPlace place) {
        all.add(new Placed(identifier, place));
    }

    List<Identifier> all() {
        return all.stream().map(Placed::identifier).toList();
    }

    /** Few rows have the same value, so each is compared with every earlier one of it. */
    void check(DataErrors problems) {
        Map<String, List<Placed>> byText = new HashMap<>();
        for (Placed placed : all) {
            List<Placed> earlier = byText.computeIfAbsent(placed.identifier().text(), none -> new ArrayList<>(1));
            earlier.stream()
                    .filter(other -> other.identifier().overlaps(placed.identifier()))
                    .findFirst()
                    .ifPresent(other -> report(placed, other, problems));
            earlier.add(placed);
        }
    }

    private static void report(Placed placed, Placed other, DataErrors problems) {
        Identifier identifier = placed.identifier();
        RowPlace place = placed.place();
        String there = other.place().seenFrom(place);
        if (identifier.organization().equals(other.identifier().organization())) {
            problems.add(new DataError(
                    place.file(),
                    place.line(),
                    "since",
                    Objects.toString(identifier.since(), ""),
                    "must not share a day with the same identifier on " + there));
        } else {
            problems.warn(new DataError(
                    place.file(),
                    place.line(),
                    "value",
                    identifier.value(),
                    "should mean one organization at a time, not %s (%s) too"
                            .formatted(other.identifier().organization(), there)));
        }
    }
}
