package org.tieline.peers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogarithmicAxis;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.svg.SVGGraphics2D;
import org.tieline.peers.PeersBenchmark.Asked;
import org.tieline.peers.PeersBenchmark.Timing;

/** Writes docs/speed.md: the words of a template, the tables of a run, and their picture. */
final class SpeedPage {
    private static final int WIDTH = 960;
    private static final int ROW_HEIGHT = 34;
    private static final int LEAST_HEIGHT = 160;

    private final List<Timing> timings;

    SpeedPage(List<Timing> timings) {
        this.timings = timings;
    }

    void write(Path docs) throws IOException {
        String template;
        try (InputStream in = SpeedPage.class.getResourceAsStream("/speed.md")) {
            template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Runtime machine = Runtime.getRuntime();
        Files.writeString(
                docs.resolve("speed.md"),
                template.replace("${cores}", Integer.toString(machine.availableProcessors()))
                        .replace("${java}", Integer.toString(Runtime.version().feature()))
                        .replace("${heap}", Long.toString(machine.maxMemory() >> 30))
                        .replace("${tables}", tables()));
        Files.writeString(docs.resolve("images/speed.svg"), picture());
    }

    private String tables() {
        return sizes().stream().map(this::table).collect(Collectors.joining("\n"));
    }

    private Set<Integer> sizes() {
        return timings.stream().map(Timing::organizations).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String table(int size) {
        StringBuilder text = new StringBuilder();
        text.append("### %,d organizations, %,d ties%n%n".formatted(size, 5 * size));
        text.append("| milliseconds a question |");
        for (Asked asked : Asked.values()) {
            text.append(' ').append(asked.text).append(" |");
        }
        text.append(" what differs |\n|---|").append("---|".repeat(Asked.values().length)).append("---|\n");
        Map<String, List<Timing>> byPeer = timings.stream()
                .filter(timing -> timing.organizations() == size)
                .collect(Collectors.groupingBy(Timing::peer, LinkedHashMap::new, Collectors.toList()));
        byPeer.forEach((peer, rows) -> {
            text.append("| ").append(peer).append(" |");
            rows.forEach(row -> text.append(' ').append(millis(row.millis())).append(" |"));
            text.append(' ').append(rows.getFirst().note()).append(" |\n");
        });
        return text.toString();
    }

    /** Three digits; what was given up is said so. */
    static String millis(double millis) {
        if (Double.isNaN(millis)) {
            return "given up";
        }
        String format = millis >= 100 ? "%,.0f" : millis >= 10 ? "%.1f" : millis >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, format, millis);
    }

    /** Of the question with four hops to ordinary vendors, the sizes side by side. */
    private String picture() {
        DefaultCategoryDataset bars = new DefaultCategoryDataset();
        timings.stream()
                .filter(timing -> timing.asked() == Asked.ORDINARY_4 && !Double.isNaN(timing.millis()))
                .forEach(timing -> bars.addValue(
                        timing.millis(),
                        String.format(Locale.ROOT, "%,d organizations", timing.organizations()),
                        timing.peer()));
        JFreeChart chart = ChartFactory.createBarChart(
                "An ordinary vendor, 4 hops", null, "milliseconds a question", bars, PlotOrientation.HORIZONTAL, true, false, false);
        LogarithmicAxis axis = new LogarithmicAxis("milliseconds a question");
        axis.setAllowNegativesFlag(true);
        chart.getCategoryPlot().setRangeAxis(axis);
        int height = LEAST_HEIGHT + ROW_HEIGHT * bars.getColumnCount() * sizes().size();
        SVGGraphics2D svg = new SVGGraphics2D(WIDTH, height);
        chart.draw(svg, new java.awt.Rectangle(WIDTH, height));
        return svg.getSVGDocument();
    }
}
