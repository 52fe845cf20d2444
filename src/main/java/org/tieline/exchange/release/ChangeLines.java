package org.tieline.exchange.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tieline.dataset.FactChange;
import org.tieline.dataset.FactChange.Cell;

/** What became of facts from one release to another, for programs: a JSON object each. */
public final class ChangeLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ChangeLines() {}

    /** One line, without its end. What is empty or has no reason is null. */
    public static String of(FactChange change) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("table", change.table());
        fields.put("id", change.id());
        fields.put("change", change.kind().text());
        fields.put("cells", change.cells().stream().map(ChangeLines::fields).toList());
        fields.put("reason", change.reason());
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a change cannot be written", e);
        }
    }

    private static Map<String, Object> fields(Cell cell) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("column", cell.column());
        fields.put("old", cell.old().isEmpty() ? null : cell.old());
        fields.put("new", cell.now().isEmpty() ? null : cell.now());
        fields.put("reason", cell.reason());
        return fields;
    }
}
