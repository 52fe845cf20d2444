package org.tieline.handbook;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jgrapht.alg.TransitiveReduction;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.jgrapht.traverse.TopologicalOrderIterator;

/**
 * Where the boxes of a picture stand: who uses others above those, in rows, with few crossings (the method of Sugiyama).
 *
 * @param boxes the places of the boxes by name
 * @param arrows the arrows that are drawn
 * @param width of the whole, in pixels
 * @param rows how many there are
 */
record RoomsLayout(SortedMap<String, Place> boxes, List<Arrow> arrows, int width, int rows) {
    private static final int GAP = 26;
    private static final int MARGIN = 30;
    private static final int SWEEPS = 40;

    /** A box. @param x its middle, in pixels. @param row from the top, from 0 */
    record Place(int x, int row, int width) {}

    /**
     * From one box to another.
     *
     * @param points the middle of the way in each row that it passes, both ends included, from the top
     * @param upwards whether it leads up, against the others, which closes a circle
     */
    record Arrow(String from, String to, List<Place> points, boolean upwards) {}

    /** What stands in a row: a box, or an arrow that passes. */
    private static final class Item {
        final int row;
        final int width;
        final List<Item> above = new ArrayList<>();
        final List<Item> below = new ArrayList<>();
        double x;

        Item(int row, int width) {
            this.row = row;
            this.width = width;
        }

        Place place() {
            return new Place((int) Math.round(x), row, width);
        }
    }

    /**
     * Arranges boxes.
     *
     * @param uses who uses whom, and how often; what follows from two other arrows is not drawn
     * @param widths by box, in pixels
     */
    static RoomsLayout of(SortedMap<String, ? extends Map<String, Integer>> uses, Map<String, Integer> widths) {
        SimpleDirectedGraph<String, DefaultEdge> all = graph(uses);
        SimpleDirectedGraph<String, DefaultEdge> down = graph(uses);
        List<String[]> upwards = new ArrayList<>();
        for (var circle : new KosarajuStrongConnectivityInspector<>(all).stronglyConnectedSets()) {
            List<String> order = circle.stream()
                    .sorted(comparingInt((String box) -> -balance(box, circle, uses))
                            .thenComparing(box -> box))
                    .toList();
            for (DefaultEdge edge : all.edgeSet()) {
                String from = all.getEdgeSource(edge);
                String to = all.getEdgeTarget(edge);
                if (order.contains(from) && order.indexOf(to) >= 0 && order.indexOf(to) < order.indexOf(from)) {
                    down.removeEdge(from, to);
                    upwards.add(new String[] {from, to});
                }
            }
        }
        TransitiveReduction.INSTANCE.reduce(down);
        return arranged(down, upwards, widths);
    }

    private static SimpleDirectedGraph<String, DefaultEdge> graph(
            SortedMap<String, ? extends Map<String, Integer>> uses) {
        SimpleDirectedGraph<String, DefaultEdge> graph = new SimpleDirectedGraph<>(DefaultEdge.class);
        uses.keySet().forEach(graph::addVertex);
        uses.forEach((from, others) -> new TreeSet<>(others.keySet()).forEach(to -> graph.addEdge(from, to)));
        return graph;
    }

    /** How much more a box of a circle uses the others than they use it. */
    private static int balance(
            String box, Collection<String> circle, Map<String, ? extends Map<String, Integer>> uses) {
        return circle.stream()
                .mapToInt(other ->
                        uses.get(box).getOrDefault(other, 0) - uses.get(other).getOrDefault(box, 0))
                .sum();
    }

    private static RoomsLayout arranged(
            SimpleDirectedGraph<String, DefaultEdge> down, List<String[]> upwards, Map<String, Integer> widths) {
        Map<String, Integer> rows = new HashMap<>();
        new TopologicalOrderIterator<>(down, comparing((String box) -> box)).forEachRemaining(box -> {
            int row = down.incomingEdgesOf(box).stream()
                    .mapToInt(edge -> rows.get(down.getEdgeSource(edge)) + 1)
                    .max()
                    .orElse(0);
            rows.put(box, row);
        });
        Map<String, Item> boxes = new TreeMap<>();
        rows.forEach((box, row) -> boxes.put(box, new Item(row, widths.get(box))));
        List<List<Item>> lines = new ArrayList<>();
        int height = rows.values().stream().mapToInt(row -> row + 1).max().orElse(0);
        IntStream.range(0, height).forEach(row -> lines.add(new ArrayList<>()));
        boxes.values().forEach(item -> lines.get(item.row).add(item));

        Map<String[], List<Item>> ways = new LinkedHashMap<>();
        down.edgeSet().stream()
                .map(edge -> new String[] {down.getEdgeSource(edge), down.getEdgeTarget(edge)})
                .sorted(Comparator.<String[], String>comparing(edge -> edge[0]).thenComparing(edge -> edge[1]))
                .forEach(edge -> ways.put(edge, way(boxes.get(edge[0]), boxes.get(edge[1]), lines)));
        order(lines);
        int width = spread(lines);

        SortedMap<String, Place> places = new TreeMap<>();
        boxes.forEach((box, item) -> places.put(box, item.place()));
        List<Arrow> arrows = new ArrayList<>();
        ways.forEach((edge, way) -> arrows.add(
                new Arrow(edge[0], edge[1], way.stream().map(Item::place).toList(), false)));
        upwards.stream()
                .sorted(Comparator.comparing(Arrays::toString))
                .map(edge -> new Arrow(edge[0], edge[1], List.of(places.get(edge[1]), places.get(edge[0])), true))
                .forEach(arrows::add);
        return new RoomsLayout(places, List.copyOf(arrows), width, height);
    }

    private static List<Item> way(Item from, Item to, List<List<Item>> lines) {
        List<Item> way = new ArrayList<>(List.of(from));
        for (int row = from.row + 1; row < to.row; row++) {
            Item passing = new Item(row, 0);
            lines.get(row).add(passing);
            way.add(passing);
        }
        way.add(to);
        for (int i = 1; i < way.size(); i++) {
            way.get(i - 1).below.add(way.get(i));
            way.get(i).above.add(way.get(i - 1));
        }
        return way;
    }

    /** Puts each item between those that it is joined to, row after row, down and up. */
    private static void order(List<List<Item>> lines) {
        lines.forEach(RoomsLayout::number);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean downwards = sweep % 2 == 0;
            for (List<Item> line : downwards ? lines : lines.reversed()) {
                line.sort(Comparator.comparingDouble(item -> middle(downwards ? item.above : item.below, item.x)));
                number(line);
            }
        }
    }

    private static void number(List<Item> line) {
        for (int i = 0; i < line.size(); i++) {
            line.get(i).x = (i + 0.5) / line.size();
        }
    }

    private static double middle(List<Item> items, double otherwise) {
        return items.stream().mapToDouble(item -> item.x).average().orElse(otherwise);
    }

    /** Moves items below and above those that they are joined to, without changing their order; gives the width of all. */
    private static int spread(List<List<Item>> lines) {
        for (List<Item> line : lines) {
            double left = 0;
            for (Item item : line) {
                item.x = left + item.width / 2.0;
                left += item.width + GAP;
            }
            double half = left / 2;
            line.forEach(item -> item.x -= half);
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (List<Item> line : sweep % 2 == 0 ? lines : lines.reversed()) {
                settle(line);
            }
        }
        double least = lines.stream()
                .flatMap(List::stream)
                .mapToDouble(item -> item.x - item.width / 2.0)
                .min()
                .orElse(0);
        double most = lines.stream()
                .flatMap(List::stream)
                .mapToDouble(item -> item.x + item.width / 2.0)
                .max()
                .orElse(0);
        lines.forEach(line -> line.forEach(item -> item.x += MARGIN - least));
        return (int) Math.ceil(most - least) + 2 * MARGIN;
    }

    /** Half way between pushing from the left and pushing from the right, so that neither side has the say. */
    private static void settle(List<Item> line) {
        int size = line.size();
        double[] wanted = line.stream()
                .mapToDouble(item -> {
                    List<Item> joined = new ArrayList<>(item.above);
                    joined.addAll(item.below);
                    return middle(joined, item.x);
                })
                .toArray();
        double[] fromLeft = wanted.clone();
        double[] fromRight = wanted.clone();
        for (int i = 1; i < size; i++) {
            fromLeft[i] = Math.max(fromLeft[i], fromLeft[i - 1] + apart(line.get(i - 1), line.get(i)));
        }
        for (int i = size - 2; i >= 0; i--) {
            fromRight[i] = Math.min(fromRight[i], fromRight[i + 1] - apart(line.get(i), line.get(i + 1)));
        }
        for (int i = 0; i < size; i++) {
            line.get(i).x = (fromLeft[i] + fromRight[i]) / 2;
        }
    }

    private static double apart(Item left, Item right) {
        return (left.width + right.width) / 2.0 + GAP;
    }
}
