package org.tieline.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A list in one text: its elements have bars between them, and a backslash before each bar and backslash of their own. */
public final class Bars {
    private static final char BAR = '|';
    private static final char ESCAPE = '\\';

    private Bars() {}

    /** The elements as one text; empty if there are none. */
    public static String join(List<String> elements) {
        return switch (elements.size()) {
            case 0 -> "";
            case 1 -> escaped(elements.getFirst());
            default -> elements.stream().map(Bars::escaped).collect(Collectors.joining("|"));
        };
    }

    private static String escaped(String element) {
        return element.indexOf(BAR) < 0 && element.indexOf(ESCAPE) < 0
                ? element
                : element.replace("\\", "\\\\").replace("|", "\\|");
    }

    /** The elements of a text, at least one, which may be empty. A backslash before anything else stands for itself. */
    public static List<String> split(String text) {
        if (text.indexOf(BAR) < 0 && text.indexOf(ESCAPE) < 0) {
            return List.of(text);
        }
        List<String> elements = new ArrayList<>(2);
        StringBuilder element = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            if (c == ESCAPE && (next == BAR || next == ESCAPE)) {
                element.append(next);
                i++;
            } else if (c == BAR) {
                elements.add(element.toString());
                element.setLength(0);
            } else {
                element.append(c);
            }
        }
        elements.add(element.toString());
        return elements;
    }
}
