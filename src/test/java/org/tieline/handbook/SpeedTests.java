package org.tieline.handbook;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tieline.testing.HeldPart;

/** Holds the README to the page that the comparison with others writes. */
class SpeedTests {
    private static final Path PAGE = Path.of("docs", "speed.md");
    private static final Pattern SIZE = Pattern.compile("(?m)^### (.*) organizations, (.*) ties$");

    /** The peer, two hops, and what is quoted: four. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| [^|]+ \\| ([\\d,.]+) \\|");

    private static final Pattern CORES = Pattern.compile("on (\\d+) cores");

    @Test
    void shouldQuoteTheLargestGraph() throws IOException {
        String page = Files.readString(PAGE);
        MatchResult size = last(SIZE, page);
        List<MatchResult> rows =
                ROW.matcher(page.substring(size.end())).results().toList();

        assertThat(rows).hasSizeGreaterThan(5).anyMatch(row -> row.group(1).equals("tieline"));
        HeldPart.holds(Path.of("README.md"), "speed", """
                Which carriers are tied to a vendor within four hops on a day, among %s organizations with %s ties, on %s cores:

                | asked of | milliseconds |
                |---|---|
                %s
                """.formatted(
                        size.group(1),
                        size.group(2),
                        last(CORES, page).group(1),
                        rows.stream()
                                .sorted(Comparator.comparingDouble(SpeedTests::millis))
                                .map(row -> "| %s | %s |".formatted(row.group(1), row.group(2)))
                                .collect(joining("\n"))));
    }

    @Test
    void shouldSayThatAllSizesOfTheRunAreThere() {
        assertThat(PAGE).content().doesNotContain("Not all there yet").contains("images/speed.svg");
    }

    private static double millis(MatchResult row) {
        return Double.parseDouble(row.group(2).replace(",", ""));
    }

    private static MatchResult last(Pattern pattern, String text) {
        return pattern.matcher(text).results().reduce((first, second) -> second).orElseThrow();
    }
}
