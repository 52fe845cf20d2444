package org.tieline.exchange.gleif;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A row of a golden copy: the cells that are not empty, by column. */
record GleifRow(Map<String, String> cells) {
    GleifRow {
        cells = Map.copyOf(cells);
    }

    /** @param changes pairs of column and cell */
    GleifRow with(String... changes) {
        Map<String, String> changed = new HashMap<>(cells);
        for (int i = 0; i < changes.length; i += 2) {
            changed.put(changes[i], changes[i + 1]);
        }
        return new GleifRow(changed);
    }

    String get(String column) {
        return cells.getOrDefault(column, "");
    }

    /** All cells, in the order of the columns. */
    List<String> of(List<String> columns) {
        if (!columns.containsAll(cells.keySet())) {
            throw new IllegalArgumentException("not a column: " + cells.keySet());
        }
        return columns.stream().map(this::get).toList();
    }
}
