package org.tieline.exchange.drawing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.tieline.csv.Bars;

/**
 * What a node or an edge of a drawing tells. Its attributes are made when it is written, so that they are not kept for all.
 *
 * @param id unique among the nodes or edges
 * @param span when it is there
 * @param values by name, what is null left out when written
 */
record DrawnElement(String id, DrawnSpan span, Supplier<Map<String, Object>> values) {
    /** Its attributes as texts of XML, by name. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        values.get().forEach((name, value) -> {
            if (value != null) {
                attributes.put(name, legible(text(value)));
            }
        });
        return attributes;
    }

    private static String text(Object value) {
        return value instanceof List<?> elements
                ? Bars.join(elements.stream().map(String::valueOf).toList())
                : value.toString();
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
