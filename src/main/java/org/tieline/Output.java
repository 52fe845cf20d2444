package org.tieline;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tieline.exposure.Direction;
import org.tieline.exposure.Flag;
import org.tieline.exposure.Hop;
import org.tieline.exposure.LeftOut;
import org.tieline.exposure.SearchOptions;
import org.tieline.inquiry.Affiliates;
import org.tieline.inquiry.ExposureAnswer;
import org.tieline.inquiry.ExposureAnswer.Found;
import org.tieline.inquiry.ExposureQuestion;
import org.tieline.inquiry.Listed;
import org.tieline.model.Organization;
import org.tieline.model.Term;
import org.tieline.web.AnswerJson;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;

/** How answers are printed. */
enum Output {
    /** For people: a line each, and what was searched. */
    TABLE {
        @Override
        void print(ExposureAnswer answer, ExposureQuestion question, PrintWriter out) {
            if (!answer.results().isEmpty()) {
                out.print(table(
                        COLUMNS, answer.results().stream().map(Output::row).toList(), COLUMNS.size() - 1));
                out.println();
            }
            searched(answer).forEach(out::println);
        }
    },

    /** For programs: the same as the API answers. */
    JSON {
        @Override
        void print(ExposureAnswer answer, ExposureQuestion question, PrintWriter out) {
            out.println(new String(AnswerJson.of(answer, question), StandardCharsets.UTF_8));
        }
    },

    /** For spreadsheets: a line each. */
    CSV {
        @Override
        void print(ExposureAnswer answer, ExposureQuestion question, PrintWriter out) {
            csv(COLUMNS, answer.results().stream().map(Output::row).toList(), out);
        }
    };

    private static final List<String> COLUMNS = List.of(
            "vendor", "carrier", "country", "hops", "relation", "evidence", "certainty", "flags", "path", "sources");
    private static final int GAP = 2;

    /** How to read any answer that speaks of ties. */
    static final String NOTICE = "A tie is not a finding of wrongdoing.";

    abstract void print(ExposureAnswer answer, ExposureQuestion question, PrintWriter out);

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static List<String> row(Found found) {
        Organization carrier = found.carrier();
        return List.of(
                found.vendor().id(),
                carrier.id(),
                carrier.country() == null ? "" : carrier.country(),
                Integer.toString(found.exposure().hops()),
                found.exposure().relation().text(),
                found.exposure().evidence().text(),
                found.exposure().certainty().text(),
                flags(found.exposure().flags()),
                path(found.exposure().path()),
                sources(found.exposure().path()));
    }

    static String flags(Set<Flag> flags) {
        return flags.stream().sorted().map(Term::text).collect(Collectors.joining(" "));
    }

    /** Each once, in the order of the path. */
    static String sources(List<Hop> hops) {
        return hops.stream().flatMap(hop -> hop.sources().stream()).distinct().collect(Collectors.joining(" "));
    }

    /** {@code huawei -PARTNERS_WITH-> softbank-group -OWNS-> sprint}; the arrow points as the tie does. */
    static String path(List<Hop> hops) {
        StringBuilder path = new StringBuilder(hops.getFirst().from());
        for (Hop hop : hops) {
            String arrow = hop.direction() == Direction.FORWARD ? " -%s-> " : " <-%s- ";
            path.append(arrow.formatted(hop.type().text())).append(hop.to());
        }
        return path.toString();
    }

    /** Lines for a spreadsheet, the names of the columns first. */
    static void csv(List<String> columns, List<List<String>> rows, PrintWriter out) {
        try (CsvWriter csv = CsvWriter.builder().build(new Unclosed(out))) {
            csv.writeRecord(columns);
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Columns as wide as their widest cell.
     *
     * @param shown how many columns; ties and sources, which make lines long, come last and are left out
     */
    static String table(List<String> columns, List<List<String>> results, int shown) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(columns.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList());
        rows.addAll(results);
        Column[] widths = IntStream.range(0, shown)
                .map(i ->
                        rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0) + GAP)
                .mapToObj(width -> new Column(width, 0, Column.Overflow.SPAN))
                .toArray(Column[]::new);
        TextTable table = TextTable.forColumns(Help.defaultColorScheme(Ansi.OFF), widths);
        rows.forEach(row -> table.addRowValues(row.subList(0, shown).toArray(String[]::new)));
        return table.toString();
    }

    /** An empty answer is an answer too: this says to what. */
    private static List<String> searched(ExposureAnswer answer) {
        ExposureAnswer.Searched searched = answer.searched();
        SearchOptions options = searched.options();
        List<String> lines = new ArrayList<>();
        int from = answer.page().offset();
        lines.add(
                answer.results().size() == answer.total()
                        ? answer.total() == 1 ? "1 exposure" : "%d exposures".formatted(answer.total())
                        : "%d exposures, %d to %d shown; --limit and --offset show others"
                                .formatted(
                                        answer.total(),
                                        from + 1,
                                        from + answer.results().size()));
        String vendors = searched.vendors().stream().map(Organization::id).collect(Collectors.joining(", "));
        lines.add("searched: as of %s, %s %s, at most %d ties, stakes from %s %%"
                .formatted(
                        options.asOf(),
                        searched.allRestricted() ? "every vendor restricted then:" : "from",
                        vendors.isEmpty() ? "none" : vendors,
                        options.maxHops(),
                        options.minStake().toPlainString()));
        if (searched.affiliates() != null) {
            lines.add("affiliates under %s: %s; open: %s"
                    .formatted(
                            searched.affiliates().basis().rule().text(),
                            affiliates(searched.affiliates().added()),
                            affiliates(searched.affiliates().unknown())));
        }
        lines.add(leftOut(searched.leftOut()));
        lines.add(NOTICE);
        return lines;
    }

    static String leftOut(LeftOut out) {
        return "left out at the edge: %d denied, %d not known yet, %d outside the time, %d of weak evidence, %d of old evidence, %d small stakes"
                .formatted(
                        out.denied(),
                        out.notKnown(),
                        out.outsideTime(),
                        out.weakEvidence(),
                        out.notEvidencedSince(),
                        out.belowMinStake());
    }

    private static String affiliates(Listed<Affiliates.Affiliate> affiliates) {
        String some = affiliates.results().stream()
                .map(affiliate ->
                        "%s (by %s)".formatted(affiliate.organization().id(), String.join(", ", affiliate.caughtBy())))
                .collect(Collectors.joining(", "));
        long more = affiliates.total() - affiliates.results().size();
        return (some.isEmpty() ? "none" : some) + (more > 0 ? " and %d more".formatted(more) : "");
    }

    /** Standard output stays open after an answer. */
    private static final class Unclosed extends FilterWriter {
        Unclosed(PrintWriter out) {
            super(out);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
