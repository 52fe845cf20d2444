package org.tieline.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes JSON as the examples of the documentation have it: as much in a line as fits, and what does not fit below its name. */
final class CompactJson {
    private static final int WIDTH = 126;
    private static final int STEP = 2;

    private CompactJson() {}

    /**
     * Without an end of line after it.
     *
     * @param column where it begins, and below which its further lines stay
     */
    static String of(JsonNode node, int column) {
        String line = inline(node);
        if (!node.isContainerNode() || column + line.length() <= WIDTH) {
            return line;
        }
        List<String> parts = new ArrayList<>();
        if (node.isObject()) {
            node.properties().forEach(field -> parts.add(field(field.getKey(), field.getValue(), column + 1)));
        } else {
            node.forEach(element -> parts.add(of(element, column + 1)));
        }
        return (node.isObject() ? "{" : "[") + filled(parts, column + 1) + (node.isObject() ? "}" : "]");
    }

    private static String field(String name, JsonNode value, int column) {
        String head = "\"" + name + "\": ";
        String line = head + inline(value);
        if (!value.isContainerNode() || column + line.length() < WIDTH) {
            return line;
        }
        int below = column + STEP;
        return head.stripTrailing() + "\n" + " ".repeat(below) + of(value, below);
    }

    /** Parts with commas: those of one line side by side, those of several each by itself. */
    private static String filled(List<String> parts, int column) {
        StringBuilder text = new StringBuilder(parts.getFirst());
        int end = column + parts.getFirst().length();
        boolean broken = parts.getFirst().contains("\n");
        for (String part : parts.subList(1, parts.size())) {
            boolean several = part.contains("\n");
            text.append(',');
            if (broken || several || end + 2 + part.length() + 1 > WIDTH) {
                text.append('\n').append(" ".repeat(column));
                end = column;
            } else {
                text.append(' ');
                end += 2;
            }
            text.append(part);
            end += part.length();
            broken = several;
        }
        return text.toString();
    }

    private static String inline(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .map(field -> "\"%s\": %s".formatted(field.getKey(), inline(field.getValue())))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node.isArray()) {
            List<String> elements = new ArrayList<>();
            node.forEach(element -> elements.add(inline(element)));
            return elements.stream().collect(Collectors.joining(", ", "[", "]"));
        }
        return node.toString();
    }
}
