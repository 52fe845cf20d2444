package org.tieline.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tieline.model.TieType;

/** The graph model as a drawing in SVG, in the colours of the style sheet. What has no place in it is an error. */
final class GraphModelDrawing {
    private static final int LINE = 19;
    private static final int HEADER = 34;
    private static final String INK = "#1B1F24";
    private static final String SELF = "Organization %s Organization";

    /** Where a box is; the height follows from what is in it. */
    private record Place(int x, int y, int width) {}

    private static final Map<String, Place> PLACES = Map.of(
            "Organization", new Place(30, 300, 340),
            "Ban", new Place(740, 220, 330),
            "Country", new Place(390, 600, 200),
            "Source", new Place(780, 600, 290),
            "Identifier", new Place(400, 20, 190),
            "Count", new Place(820, 20, 170),
            "Dataset", new Place(30, 600, 290));

    /**
     * An arrow, from where to where, and where its name stands.
     *
     * @param path in the language of SVG paths
     */
    private record Arrow(String path, int x, int y, String anchor) {}

    private static final Map<String, Arrow> ARROWS = Map.of(
            "Organization IDENTIFIED_BY Identifier", new Arrow("M360 300 L450 91", 438, 150, "start"),
            "Organization HAS_SUBSCRIBERS Count", new Arrow("M370 325 L870 91", 700, 190, "start"),
            "Organization SUCCEEDED_BY Organization",
                    new Arrow("M80 %1$d C80 510 180 510 180 %1$d", 130, 515, "middle"),
            "Ban REPLACES Ban", new Arrow("M960 220 C960 170 1040 170 1040 216", 1000, 150, "middle"),
            "Organization IMPOSES Ban", new Arrow("M370 340 L738 270", 555, 290, "middle"),
            "Ban TARGETS Organization", new Arrow("M740 312 L374 392", 560, 384, "middle"),
            "Ban APPLIES_IN Country", new Arrow("M790 %d L560 598", 612, 512, "end"),
            "Ban CITES Source", new Arrow("M925 %d L925 598", 935, 540, "start"),
            "Organization BASED_IN Country", new Arrow("M330 %d L440 598", 412, 540, "start"),
            "Country BELONGS_TO Country", new Arrow("M590 615 C650 615 650 652 594 652", 645, 622, "start"));

    private final GraphModel model;
    private final GrassSheet sheet;
    private final StringBuilder svg = new StringBuilder();

    private GraphModelDrawing(GraphModel model, GrassSheet sheet) {
        this.model = model;
        this.sheet = sheet;
    }

    static String of(GraphModel model, GrassSheet sheet) {
        return new GraphModelDrawing(model, sheet).draw();
    }

    private String draw() {
        Set<String> ties = new TreeSet<>();
        Arrays.stream(TieType.values()).forEach(type -> ties.add(SELF.formatted(type)));
        Set<String> drawn = new TreeSet<>(ARROWS.keySet());
        drawn.addAll(ties);
        requirePlaces("relationships", drawn, model.relationships().keySet());
        requirePlaces("labels", PLACES.keySet(), model.nodes().keySet());

        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1100 740\" font-family=\"sans-serif\" font-size=\"14\">");
        add("<title>The graph model: labels, relationships and their properties</title>");
        add("<rect width=\"1100\" height=\"740\" fill=\"#FFFFFF\"/>");
        ties();
        model.nodes().forEach(this::box);
        ARROWS.keySet().stream()
                .filter(model.relationships()::containsKey)
                .sorted()
                .forEach(this::arrow);
        add("</svg>");
        return svg.toString();
    }

    private static void requirePlaces(String what, Set<String> drawn, Set<String> found) {
        if (!drawn.containsAll(found)) {
            throw new AssertionError(
                    "the drawing has places for the %s %s, the graph has %s".formatted(what, drawn, found));
        }
    }

    /** Above the organizations, with an arrow out of them and one back: a tie leads from one to another. */
    private void ties() {
        Set<String> shared = new TreeSet<>();
        for (TieType type : TieType.values()) {
            shared.addAll(model.relationships().get(SELF.formatted(type)));
        }
        List<String> lines = wrapped(List.copyOf(shared), 314);
        int y = 58;
        int height = 58 + (TieType.values().length + lines.size()) * LINE;
        add("<rect x=\"30\" y=\"20\" width=\"340\" height=\"%d\" rx=\"6\" fill=\"#F4F6F8\" stroke=\"#8A939E\"/>"
                .formatted(height));
        text(44, 44, "start", "bold", INK, "A tie, between two organizations");
        for (TieType type : TieType.values()) {
            String colour = sheet.value("relationship." + type, "color");
            int width = sheet.pixels("relationship." + type, "shaft-width");
            add("<line x1=\"44\" y1=\"%d\" x2=\"84\" y2=\"%d\" stroke=\"%s\" stroke-width=\"%d\"/>"
                    .formatted(y + 8, y + 8, colour, width));
            text(96, y + 13, "start", "normal", INK, type.name());
            y += LINE;
        }
        for (String line : lines) {
            y += LINE;
            text(44, y, "start", "normal", "#4A545F", line);
        }
        add("<line x1=\"110\" y1=\"300\" x2=\"110\" y2=\"%d\" stroke=\"%s\" stroke-width=\"2\"/>"
                .formatted(height + 20, INK));
        add("<line x1=\"290\" y1=\"%d\" x2=\"290\" y2=\"290\" stroke=\"%s\" stroke-width=\"2\"/>"
                .formatted(height + 20, INK));
        head(290, 298, 0, 1, INK);
    }

    private void box(String label, List<String> properties) {
        Place place = PLACES.get(label);
        boolean organization = label.equals("Organization");
        List<String> lines = wrapped(properties, place.width() - 26);
        add(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\" fill=\"#FFFFFF\" stroke=\"%s\" stroke-width=\"2\"/>"
                        .formatted(place.x(), place.y(), place.width(), height(label), colour(label, "border-color")));
        add("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\" fill=\"%s\"/>"
                .formatted(place.x(), place.y(), place.width(), HEADER, colour(label, "color")));
        add("<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\"/>"
                .formatted(
                        place.x(),
                        place.y() + HEADER,
                        place.x() + place.width(),
                        place.y() + HEADER,
                        colour(label, "border-color")));
        text(place.x() + 14, place.y() + 23, "start", "bold", colour(label, "text-color-internal"), label);
        int y = place.y() + HEADER + LINE;
        if (organization) {
            int x = place.x() + 12;
            for (String kind : kinds()) {
                int width = 14 + 8 * kind.length();
                if (x + width > place.x() + place.width()) {
                    x = place.x() + 12;
                    y += 28;
                }
                add("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"22\" rx=\"11\" fill=\"%s\"/>"
                        .formatted(x, y - 14, width, colour(kind, "color")));
                text(x + width / 2, y + 2, "middle", "normal", colour(kind, "text-color-internal"), kind);
                x += width + 6;
            }
            y += 30;
        }
        for (String line : lines) {
            text(place.x() + 14, y, "start", "normal", "#4A545F", line);
            y += LINE;
        }
    }

    private List<String> kinds() {
        return sheet.named("node").stream().filter(model.kinds()::contains).toList();
    }

    private int height(String label) {
        int lines = wrapped(model.nodes().get(label), PLACES.get(label).width() - 26)
                .size();
        return HEADER + lines * LINE + 14 + (label.equals("Organization") ? 58 : 0);
    }

    private void arrow(String relationship) {
        String[] words = relationship.split(" ");
        Arrow arrow = ARROWS.get(relationship);
        Place from = PLACES.get(words[0]);
        String path = arrow.path().formatted(from.y() + height(words[0]));
        String colour = sheet.value("relationship." + words[1], "color");
        add("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%d\"/>"
                .formatted(path, colour, Math.min(4, 2 + sheet.pixels("relationship." + words[1], "shaft-width") / 2)));
        double[] numbers = Arrays.stream(path.replaceAll("[MLC]", " ").strip().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        int last = numbers.length - 2;
        head(
                numbers[last],
                numbers[last + 1],
                numbers[last] - numbers[last - 2],
                numbers[last + 1] - numbers[last - 1],
                colour);
        text(arrow.x(), arrow.y(), arrow.anchor(), "bold", INK, words[1]);
        List<String> properties = model.relationships().get(relationship);
        int y = arrow.y();
        for (String line : wrapped(properties, 130)) {
            y += LINE;
            text(arrow.x(), y, arrow.anchor(), "normal", "#4A545F", line);
        }
    }

    /** The point of an arrow that comes from a direction. */
    private void head(double x, double y, double dx, double dy, String colour) {
        double length = Math.hypot(dx, dy);
        double ux = dx / length;
        double uy = dy / length;
        add(String.format(
                Locale.ROOT,
                "<path d=\"M%.1f %.1f L%.1f %.1f L%.1f %.1f Z\" fill=\"%s\"/>",
                x,
                y,
                x - 13 * ux - 6 * uy,
                y - 13 * uy + 6 * ux,
                x - 13 * ux + 6 * uy,
                y - 13 * uy - 6 * ux,
                colour));
    }

    private String colour(String label, String property) {
        return sheet.value("node." + label, property);
    }

    /** Words with commas between them, on lines of at most a width in pixels. */
    private static List<String> wrapped(List<String> words, int width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : words) {
            String longer = line.isEmpty() ? word : line + ", " + word;
            if (longer.length() * 7 > width && !line.isEmpty()) {
                lines.add(line + ",");
                line = word;
            } else {
                line = longer;
            }
        }
        return Stream.concat(lines.stream(), Stream.of(line).filter(rest -> !rest.isEmpty()))
                .toList();
    }

    private void text(int x, int y, String anchor, String weight, String colour, String text) {
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" font-weight=\"%s\" fill=\"%s\">%s</text>"
                .formatted(x, y, anchor, weight, colour, text));
    }

    private void add(String line) {
        svg.append(line).append('\n');
    }
}
