package org.tieline.peers;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.svg.SVGGraphics2D;
import org.tieline.peers.PeersBenchmark.Asked;
import org.tieline.peers.PeersBenchmark.Row;
import org.tieline.peers.PeersBenchmark.Taken;

/** Writes docs/speed.md: the words of a template, the tables of a run, and their picture. */
final class SpeedPage {
    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 620;

    /** How far the highest point stays below the top, in powers of ten, at least. */
    private static final double GAP = 0.02;

    private static final float LINE = 2.2f;
    private static final float OURS = 4.5f;
    private static final int[] COLORS = {
        0xC4550F, 0x7A8794, 0x1F77B4, 0x2CA02C, 0x9467BD, 0x8C564B, 0xE377C2, 0x17A2B8, 0xD62728, 0x1B3A8C, 0xBCA000, 0x000000
    };

    private final Path docs;
    private final TreeSet<Integer> unfinished;

    /** A page in a folder, of a run with such sizes. */
    SpeedPage(Path docs, int... sizes) {
        this.docs = docs;
        unfinished = Arrays.stream(sizes).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    /** All were asked with a graph of this size. */
    void ended(int size) {
        unfinished.remove(size);
    }

    /** Writes what there is. */
    void write(List<Row> all) throws IOException {
        String template;
        try (InputStream in = SpeedPage.class.getResourceAsStream("/speed.md")) {
            template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Runtime machine = Runtime.getRuntime();
        Files.writeString(
                docs.resolve("speed.md"),
                template.replace("${cores}", Integer.toString(machine.availableProcessors()))
                        .replace("${java}", Integer.toString(Runtime.version().feature()))
                        .replace("${heap}", Long.toString(Math.round((double) machine.maxMemory() / (1 << 30))))
                        .replace("${sizes}", numbers(sizes(all)))
                        .replace(
                                "${unfinished}",
                                unfinished.isEmpty() ? "" : "\n**Not all there yet: " + numbers(unfinished) + ".**\n")
                        .replace("${tables}", sizes(all).stream()
                                .map(size -> table(size, all))
                                .collect(Collectors.joining("\n"))));
        Files.writeString(docs.resolve("images/speed.svg"), picture(all));
    }

    private static TreeSet<Integer> sizes(List<Row> all) {
        return all.stream().map(Row::organizations).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String numbers(TreeSet<Integer> sizes) {
        String last = "%,d".formatted(sizes.last());
        return sizes.size() == 1
                ? last
                : sizes.headSet(sizes.last()).stream().map("%,d"::formatted).collect(Collectors.joining(", ")) + " and " + last;
    }

    private static String table(int size, List<Row> all) {
        StringBuilder text = new StringBuilder();
        text.append("### %,d organizations, %,d ties%n%n".formatted(size, PeersBenchmark.TIES_OF_ONE * size));
        text.append("| milliseconds a question |");
        for (Asked asked : Asked.values()) {
            text.append(' ').append(asked.text).append(" |");
        }
        text.append(" seconds to fill | what differs |\n|---|").append("---|".repeat(Asked.values().length + 1)).append("---|\n");
        all.stream().filter(row -> row.organizations() == size).forEach(row -> {
            text.append("| ").append(row.peer()).append(" |");
            for (Asked asked : Asked.values()) {
                text.append(' ').append(row.taken().containsKey(asked) ? cell(row.taken().get(asked)) : "").append(" |");
            }
            text.append(' ').append(Double.isNaN(row.open()) ? "" : "%,.1f".formatted(row.open()));
            text.append(" | ").append(row.note()).append(" |\n");
        });
        return text.toString();
    }

    /** The milliseconds, or why there are none. */
    static String cell(Taken taken) {
        return taken.trouble().isEmpty() ? digits(taken.millis()) : taken.trouble();
    }

    /** Three digits. */
    private static String digits(double number) {
        String format = number >= 100 ? "%,.0f" : number >= 10 ? "%.1f" : number >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, number);
    }

    /** Of the question with four hops to ordinary vendors, a line for each peer, the slowest first in the legend. */
    private static String picture(List<Row> all) {
        List<String> peers = all.stream().map(Row::peer).distinct().toList();
        Map<String, Double> last = all.stream()
                .filter(SpeedPage::isDrawn)
                .collect(Collectors.toMap(Row::peer, SpeedPage::drawn, (smaller, larger) -> larger));
        DefaultCategoryDataset lines = new DefaultCategoryDataset();
        peers.stream()
                .filter(last::containsKey)
                .sorted(Comparator.comparing(last::get).reversed())
                .forEach(peer -> sizes(all).forEach(size -> lines.addValue(
                        all.stream()
                                .filter(row -> row.organizations() == size && row.peer().equals(peer) && isDrawn(row))
                                .map(SpeedPage::drawn)
                                .findAny()
                                .orElse(null),
                        peer,
                        "%,d".formatted(size))));
        JFreeChart chart = ChartFactory.createLineChart(
                null, "organizations", null, lines, PlotOrientation.VERTICAL, true, false, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(14, 8, 8, 14));
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
        chart.getLegend().setPosition(RectangleEdge.RIGHT);
        chart.getLegend().setItemFont(font);
        chart.getLegend().setFrame(BlockBorder.NONE);
        CategoryPlot plot = chart.getCategoryPlot();
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(new Color(0xC8CED6));
        plot.setOutlineVisible(false);
        plot.getDomainAxis().setTickLabelFont(font);
        plot.getDomainAxis().setLabelFont(font);
        LogAxis axis = new LogAxis("milliseconds a question: an ordinary vendor, four hops");
        axis.setNumberFormatOverride(new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        axis.setTickLabelFont(font);
        axis.setLabelFont(font);
        axis.setTickUnit(new NumberTickUnit(1), false, true);
        DoubleSummaryStatistics drawn = all.stream().filter(SpeedPage::isDrawn).mapToDouble(SpeedPage::drawn).summaryStatistics();
        if (drawn.getCount() > 0) {
            axis.setRange(
                    Math.pow(10, Math.floor(Math.log10(drawn.getMin()))), Math.pow(10, Math.ceil(Math.log10(drawn.getMax()) + GAP)));
        }
        plot.setRangeAxis(axis);
        LineAndShapeRenderer renderer = (LineAndShapeRenderer) plot.getRenderer();
        renderer.setDefaultShapesVisible(true);
        for (int line = 0; line < lines.getRowCount(); line++) {
            int peer = peers.indexOf(lines.getRowKey(line));
            renderer.setSeriesPaint(line, new Color(COLORS[peer % COLORS.length]));
            renderer.setSeriesStroke(line, new BasicStroke(peer == 0 ? OURS : LINE));
        }
        SVGGraphics2D svg = new SVGGraphics2D(WIDTH, HEIGHT);
        chart.draw(svg, new Rectangle(WIDTH, HEIGHT));
        return svg.getSVGDocument();
    }

    private static boolean isDrawn(Row row) {
        return row.taken().containsKey(Asked.ORDINARY_4) && !Double.isNaN(drawn(row));
    }

    private static double drawn(Row row) {
        return row.taken().get(Asked.ORDINARY_4).millis();
    }
}
