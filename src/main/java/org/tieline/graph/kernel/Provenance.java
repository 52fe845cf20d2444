package org.tieline.graph.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.factory.primitive.LongObjectMaps;
import org.eclipse.collections.api.factory.primitive.LongSets;
import org.eclipse.collections.api.map.primitive.LongObjectMap;
import org.eclipse.collections.api.map.primitive.MutableLongObjectMap;
import org.eclipse.collections.api.set.primitive.MutableLongSet;
import org.tieline.graph.GraphFollower.Nodes;
import org.tieline.graph.GraphFollower.Origins;
import org.tieline.graph.GraphProblem;

/** From which elements of the database facts and problems came, by the numbers of nodes and relationships. For one thread. */
final class Provenance {
    /** What is read again together. */
    enum Kind {
        /** By its node. */
        ORGANIZATION,
        /** By its node. */
        SOURCE,
        /** Those of one organization, by its node. */
        IDENTIFIERS,
        /** Those of one organization, by its node. */
        SUBSCRIBERS,
        /** By its relationship. */
        TIE,
        /** All of them. */
        BANS,
        /** All of them, and what belongs to what. */
        COUNTRIES,
        /** All that the graph says of itself. */
        NOTES
    }

    /** @param element 0 for kinds that are read as a whole */
    record Place(Kind kind, long element) {
        static Place all(Kind kind) {
            return new Place(kind, 0);
        }
    }

    /** The ids of organizations and sources that were handed over, by node. */
    final MutableLongObjectMap<String> organizations;

    final MutableLongObjectMap<String> sources;

    /** Nodes that should be organizations or sources, and are so badly made that they are not. */
    final MutableLongSet unusable = LongSets.mutable.empty();

    final MutableLongSet bans = LongSets.mutable.empty();
    final MutableLongSet countries = LongSets.mutable.empty();
    final MutableLongSet notes = LongSets.mutable.empty();

    private final Map<Place, List<GraphProblem>> problems = new HashMap<>();

    Provenance() {
        organizations = LongObjectMaps.mutable.empty();
        sources = LongObjectMaps.mutable.empty();
    }

    /** That of a graph in which nothing is wrong. */
    Provenance(Origins origins) {
        organizations = byNumber(origins.organizations());
        sources = byNumber(origins.sources());
        bans.addAll(origins.bans());
        countries.addAll(origins.countries());
        notes.addAll(origins.notes());
    }

    private static MutableLongObjectMap<String> byNumber(Nodes nodes) {
        MutableLongObjectMap<String> ids = LongObjectMaps.mutable.withInitialCapacity(nodes.numbers().length);
        for (int i = 0; i < nodes.numbers().length; i++) {
            ids.put(nodes.numbers()[i], nodes.ids()[i]);
        }
        return ids;
    }

    /** All of this as it is now; empty if something is wrong. */
    Optional<Origins> origins() {
        return unusable.isEmpty() && problems.isEmpty()
                ? Optional.of(new Origins(
                        nodes(organizations), nodes(sources), bans.toArray(), countries.toArray(), notes.toArray()))
                : Optional.empty();
    }

    private static Nodes nodes(LongObjectMap<String> ids) {
        long[] numbers = ids.keySet().toArray();
        String[] texts = new String[numbers.length];
        Arrays.setAll(texts, i -> ids.get(numbers[i]));
        return new Nodes(numbers, texts);
    }

    void problem(Place place, GraphProblem problem) {
        problems.computeIfAbsent(place, none -> new ArrayList<>(1)).add(problem);
    }

    /** @param other of those places that were read again; empty where nothing is wrong any longer */
    void replaceProblems(Map<Place, List<GraphProblem>> other) {
        other.forEach((place, those) -> {
            if (those.isEmpty()) {
                problems.remove(place);
            } else {
                problems.put(place, those);
            }
        });
    }

    /** All of them, with some places as they are now. */
    List<GraphProblem> problems(Map<Place, List<GraphProblem>> other) {
        List<GraphProblem> all = new ArrayList<>();
        problems.forEach((place, those) -> {
            if (!other.containsKey(place)) {
                all.addAll(those);
            }
        });
        other.values().forEach(all::addAll);
        return all;
    }
}
