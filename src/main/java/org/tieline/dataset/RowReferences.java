package org.tieline.dataset;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.tieline.model.DataError;

/** Rows of one table that refer to others of it: finds those that lead nowhere, or in a circle. */
final class RowReferences {
    private final String column;
    private final Map<String, RowPlace> places = new HashMap<>();
    private final SequencedMap<String, List<String>> targets = new LinkedHashMap<>();

    /** @param column that which has the references */
    RowReferences(String column) {
        this.column = column;
    }

    void add(String id, List<String> others, RowPlace place) {
        if (!others.isEmpty()) {
            places.put(id, place);
            targets.put(id, others);
        }
    }

    /** @param known the ids of all rows */
    void check(Ids known, DataErrors problems) {
        targets.forEach((id, others) -> others.stream()
                .filter(other -> known.canonical(other) == null)
                .forEach(other -> report(id, other, known.remedy(other), DataError.Rule.KNOWN_ID, problems)));
        SequencedMap<String, List<String>> open = new LinkedHashMap<>(targets);
        dropEnding(open);
        while (!open.isEmpty()) {
            List<String> circle = circle(open);
            reportCircle(circle, problems);
            circle.forEach(open::remove);
            dropEnding(open);
        }
    }

    /** Takes out every row from which all ways end; what is left leads into circles. */
    private static void dropEnding(Map<String, List<String>> open) {
        Map<String, Integer> ways = new HashMap<>();
        Map<String, List<String>> backwards = new HashMap<>();
        open.forEach((id, others) -> others.stream().filter(open::containsKey).forEach(other -> {
            ways.merge(id, 1, Integer::sum);
            backwards.computeIfAbsent(other, none -> new ArrayList<>()).add(id);
        }));
        Deque<String> ending = new ArrayDeque<>(
                open.keySet().stream().filter(id -> !ways.containsKey(id)).toList());
        while (!ending.isEmpty()) {
            String id = ending.pop();
            open.remove(id);
            backwards.getOrDefault(id, List.of()).stream()
                    .filter(before -> ways.merge(before, -1, Integer::sum) == 0)
                    .forEach(ending::push);
        }
    }

    private static List<String> circle(SequencedMap<String, List<String>> open) {
        List<String> way = new ArrayList<>();
        Map<String, Integer> steps = new HashMap<>();
        String id = open.firstEntry().getKey();
        while (steps.putIfAbsent(id, way.size()) == null) {
            way.add(id);
            id = open.getOrDefault(id, List.of()).stream()
                    .filter(open::containsKey)
                    .findFirst()
                    .orElseThrow();
        }
        return way.subList(steps.get(id), way.size());
    }

    /** Of a circle the row is told that was read last, as those before it were sound without it. */
    private void reportCircle(List<String> circle, DataErrors problems) {
        int last = 0;
        for (int i = 1; i < circle.size(); i++) {
            last = place(circle.get(i)).compareTo(place(circle.get(last))) > 0 ? i : last;
        }
        List<String> round = new ArrayList<>();
        for (int i = 0; i <= circle.size(); i++) {
            round.add(circle.get((last + i) % circle.size()));
        }
        report(
                circle.get(last),
                round.get(1),
                "must not lead back to its own row: " + String.join(", ", round),
                DataError.Rule.FORM,
                problems);
    }

    private RowPlace place(String id) {
        return Objects.requireNonNull(places.get(id));
    }

    private void report(String id, String value, String remedy, DataError.Rule rule, DataErrors problems) {
        RowPlace place = place(id);
        problems.add(new DataError(place.file(), place.line(), column, value, remedy, rule));
    }
}
