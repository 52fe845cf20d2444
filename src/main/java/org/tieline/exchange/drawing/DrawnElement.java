package org.tieline.exchange.drawing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.DefaultAttribute;

/**
 * A node or an edge of a drawing, each equal to itself alone. Its attributes are made when it is written, so that they are
 * not kept for all.
 *
 * @param id unique among the nodes or edges
 * @param values by name, what is null left out when written
 */
final class DrawnElement {
    private final String id;
    private final Supplier<Map<String, Object>> values;

    DrawnElement(String id, Supplier<Map<String, Object>> values) {
        this.id = id;
        this.values = values;
    }

    String id() {
        return id;
    }

    Map<String, Attribute> attributes() {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        values.get().forEach((name, value) -> {
            if (value != null) {
                attributes.put(name, attribute(value));
            }
        });
        return attributes;
    }

    private static Attribute attribute(Object value) {
        return switch (value) {
            case Double number -> DefaultAttribute.createAttribute(number);
            case Boolean flag -> DefaultAttribute.createAttribute(flag);
            case List<?> elements -> text(elements.stream().map(String::valueOf).collect(Collectors.joining("|")));
            default -> text(value.toString());
        };
    }

    private static Attribute text(String text) {
        return DefaultAttribute.createAttribute(legible(text));
    }

    /** XML 1.0 cannot say most control characters, nor half a surrogate pair, in any way. */
    static String legible(String text) {
        boolean sound = text.codePoints().allMatch(DrawnElement::isXml);
        return sound
                ? text
                : text.codePoints()
                        .map(c -> isXml(c) ? c : '\uFFFD')
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** As production 2 of XML 1.0 (Char) has it. */
    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c < 0xD800
                || c > 0xDFFF && c != 0xFFFE && c != 0xFFFF;
    }
}
