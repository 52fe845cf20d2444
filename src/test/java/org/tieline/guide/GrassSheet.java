package org.tieline.guide;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The style sheet as Neo4j Browser reads it.
 *
 * @param rules properties by selector, like {@code node.Vendor}, in the order of the sheet
 */
record GrassSheet(Map<String, Map<String, String>> rules) {
    private static final Pattern RULE = Pattern.compile("(?m)^([\\w.]+) \\{\\n((?:  [\\w-]+: .+;\\n)+)}\\n");
    private static final Pattern PROPERTY = Pattern.compile("(?m)^  ([\\w-]+): (.+);$");

    static GrassSheet read() {
        Map<String, Map<String, String>> rules = new LinkedHashMap<>();
        Matcher rule = RULE.matcher(Guide.style());
        int end = 0;
        while (rule.find()) {
            if (rule.start() != end) {
                break;
            }
            end = rule.end();
            Map<String, String> properties = new LinkedHashMap<>();
            PROPERTY.matcher(rule.group(2)).results().forEach(each -> properties.put(each.group(1), each.group(2)));
            rules.put(rule.group(1), properties);
        }
        if (end != Guide.style().length()) {
            throw new AssertionError("not understood: " + Guide.style().substring(end));
        }
        return new GrassSheet(rules);
    }

    /** The selectors of nodes or of relationships, without these words. */
    List<String> named(String kind) {
        return rules.keySet().stream()
                .filter(selector -> selector.startsWith(kind + "."))
                .map(selector -> selector.substring(kind.length() + 1))
                .toList();
    }

    /** Of a selector, or what its kind has if it says nothing of its own. */
    String value(String selector, String property) {
        String own = rules.getOrDefault(selector, Map.of()).get(property);
        return own != null ? own : rules.get(selector.split("\\.")[0]).get(property);
    }

    /** In pixels. */
    int pixels(String selector, String property) {
        return Integer.parseInt(value(selector, property).replace("px", ""));
    }

    /** The relative luminance of WCAG 2.2, 0 (black) to 1 (white). */
    static double luminance(String colour) {
        double[] parts = new double[3];
        for (int i = 0; i < parts.length; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            parts[i] = part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    /** The contrast ratio of WCAG 2.2, 1 to 21. */
    static double contrast(String one, String other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }
}
