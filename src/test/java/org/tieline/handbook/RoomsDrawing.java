package org.tieline.handbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tieline.handbook.RoomsLayout.Arrow;
import org.tieline.handbook.RoomsLayout.Place;

/**
 * The rooms and who uses whom as a drawing in SVG. Many packages beneath one are one box, which lists them. An arrow that follows
 * from others is left out.
 */
final class RoomsDrawing {
    private static final int MANY = 4;
    private static final int LETTER = 8;
    private static final int LINE = 18;
    private static final int BETWEEN = 64;
    private static final int TOP = 24;
    private static final int NAMES_IN_A_LINE = 2;

    private final SortedMap<String, SortedSet<String>> members = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, Integer>> uses = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> libraries = new TreeMap<>();
    private final StringBuilder svg = new StringBuilder();

    /** Of each row, in pixels from the top: where its boxes begin, and where they end. */
    private int[] tops;

    private int[] bottoms;

    private RoomsDrawing(Rooms rooms) {
        Map<String, Long> children = new TreeMap<>();
        rooms.uses().keySet().forEach(room -> children.merge(parent(room), 1L, Long::sum));
        rooms.uses().forEach((room, others) -> {
            String box = box(room, children);
            members.computeIfAbsent(box, key -> new TreeSet<>()).add(room);
            libraries
                    .computeIfAbsent(box, key -> new TreeSet<>())
                    .addAll(rooms.libraries().get(room));
            SortedMap<String, Integer> mine = uses.computeIfAbsent(box, key -> new TreeMap<>());
            others.forEach((other, count) -> {
                if (!box(other, children).equals(box)) {
                    mine.merge(box(other, children), count, Integer::sum);
                }
            });
        });
    }

    static String of(Rooms rooms) {
        return new RoomsDrawing(rooms).draw();
    }

    private static String parent(String room) {
        return room.contains(".") ? room.substring(0, room.lastIndexOf('.')) : "";
    }

    private static String box(String room, Map<String, Long> children) {
        String parent = parent(room);
        return !parent.isEmpty() && children.get(parent) >= MANY ? parent + ".*" : room;
    }

    private String draw() {
        SortedMap<String, Integer> widths = new TreeMap<>();
        uses.keySet().forEach(box -> widths.put(box, width(box)));
        RoomsLayout layout = RoomsLayout.of(uses, widths);
        rows(layout);
        int height = bottoms[layout.rows() - 1] + TOP;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"14\">"
                        .formatted(layout.width(), height));
        add("<title>The packages of Tieline, and which of them uses which</title>");
        add("<rect width=\"%d\" height=\"%d\" fill=\"#FFFFFF\"/>".formatted(layout.width(), height));
        layout.arrows().forEach(this::arrow);
        layout.boxes().forEach(this::box);
        add("</svg>");
        return svg.toString();
    }

    /** A row is as high as the fullest of its boxes. */
    private void rows(RoomsLayout layout) {
        tops = new int[layout.rows()];
        bottoms = new int[layout.rows()];
        int y = TOP;
        for (int row = 0; row < layout.rows(); row++) {
            int number = row;
            int lines = layout.boxes().entrySet().stream()
                    .filter(box -> box.getValue().row() == number)
                    .mapToInt(box -> lines(box.getKey()).size())
                    .max()
                    .orElse(0);
            tops[row] = y;
            bottoms[row] = y + 36 + lines * LINE;
            y = bottoms[row] + BETWEEN;
        }
    }

    private int width(String box) {
        int longest = lines(box).stream().mapToInt(String::length).max().orElse(0) * LETTER * 7 / 8;
        return Math.max(110, Math.max(box.length() * LETTER + LETTER * 2, longest) + 20);
    }

    /** What stands below the name: the packages of many in one box, then the libraries. */
    private List<String> lines(String box) {
        List<String> lines = new ArrayList<>();
        if (box.endsWith(".*")) {
            int prefix = box.length() - 1;
            joined(members.get(box).stream().map(room -> room.substring(prefix)).toList(), NAMES_IN_A_LINE + 2, lines);
        }
        joined(List.copyOf(libraries.get(box)), NAMES_IN_A_LINE, lines);
        return lines;
    }

    private static void joined(List<String> words, int each, List<String> lines) {
        for (int i = 0; i < words.size(); i += each) {
            int end = Math.min(i + each, words.size());
            lines.add(String.join(", ", words.subList(i, end)) + (end < words.size() ? "," : ""));
        }
    }

    private void box(String box, Place place) {
        int x = place.x() - place.width() / 2;
        int y = top(place);
        add(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\" fill=\"#F4F6F8\" stroke=\"#3D5A80\" stroke-width=\"2\"/>"
                        .formatted(x, y, place.width(), bottom(place) - y));
        text(place.x(), y + 23, "bold", "#1B1F24", box);
        int line = y + 23;
        for (String words : lines(box)) {
            line += LINE;
            text(place.x(), line, "normal", "#4A545F", words);
        }
    }

    private void arrow(Arrow arrow) {
        List<Place> points = arrow.points();
        int last = points.size() - 1;
        StringBuilder path =
                new StringBuilder("M%d %d".formatted(points.getFirst().x(), bottom(points.getFirst())));
        for (int i = 1; i <= last; i++) {
            int y = bottom(points.get(i - 1));
            int end = top(points.get(i)) - (i == last && !arrow.upwards() ? 10 : 0);
            int half = (y + end) / 2;
            path.append(" C%d %d %d %d %d %d"
                    .formatted(
                            points.get(i - 1).x(),
                            half,
                            points.get(i).x(),
                            half,
                            points.get(i).x(),
                            end));
            if (i < last) {
                path.append(" L%d %d".formatted(points.get(i).x(), bottom(points.get(i))));
            }
        }
        String colour = arrow.upwards() ? "#B3261E" : "#7A8794";
        add("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.6\"%s/>"
                .formatted(path, colour, arrow.upwards() ? " stroke-dasharray=\"6 4\"" : ""));
        Place end = arrow.upwards() ? points.getFirst() : points.getLast();
        int tip = arrow.upwards() ? bottom(end) : top(end);
        int back = arrow.upwards() ? tip + 11 : tip - 11;
        add(String.format(
                Locale.ROOT,
                "<path d=\"M%d %d L%d %d L%d %d Z\" fill=\"%s\"/>",
                end.x(),
                tip,
                end.x() - 5,
                back,
                end.x() + 5,
                back,
                colour));
    }

    private int top(Place place) {
        return tops[place.row()];
    }

    private int bottom(Place place) {
        return bottoms[place.row()];
    }

    private void text(int x, int y, String weight, String colour, String text) {
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" font-weight=\"%s\" fill=\"%s\">%s</text>"
                .formatted(x, y, weight, colour, text));
    }

    private void add(String line) {
        svg.append(line).append('\n');
    }
}
