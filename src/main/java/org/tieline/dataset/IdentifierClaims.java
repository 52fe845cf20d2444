package org.tieline.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tieline.model.DataError;
import org.tieline.model.Identifier;
import org.tieline.naming.column.RepeatedLongs;
import org.tieline.naming.column.TextNumbers;

/**
 * Finds identifiers that two rows claim for one day: of one organization an error, of two a doubt, as registers themselves give
 * one code to a network and to whoever sells its service under a name of his own.
 */
final class IdentifierClaims {
    private record Placed(Identifier identifier, RowPlace place) {}

    private final List<Placed> all = new ArrayList<>();

    /** The hashes of those that a first look found twice, whoever has them. */
    private final Set<Long> twice = new HashSet<>();

    private final RepeatedLongs claimed = new RepeatedLongs();

    /** Takes up a row at a first look. */
    void look(String scheme, String value) {
        claimed.add(hash(scheme, value));
    }

    /** Ends the first look. */
    void endLook() {
        claimed.handOver(twice::add);
    }

    private static long hash(String scheme, String value) {
        return TextNumbers.hash(scheme + ":" + value);
    }

    /** Takes up a sound identifier, if another row may have it too. */
    void add(Identifier identifier, RowPlace place) {
        if (twice.contains(hash(identifier.scheme().text(), identifier.value()))) {
            all.add(new Placed(identifier, place));
        }
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
