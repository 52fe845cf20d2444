package org.tieline.exchange.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts, by reason, what was not taken as it stood, with the first few examples of each. */
final class ReasonTally {
    /** A file may be wrong in more ways than anybody reads; from then on they are one. */
    private static final int MOST_REASONS = 60;

    private static final int MOST_EXAMPLES = 3;
    private static final int LONGEST_EXAMPLE = 400;
    private static final String OTHER = "other reasons";

    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    private static final class Tally {
        private final List<String> examples = new ArrayList<>(MOST_EXAMPLES);
        private long count;
    }

    /** @param example the place of what was not taken, and what it is; null if that tells nothing */
    void add(String reason, @Nullable String example) {
        String under = tallies.containsKey(reason) || tallies.size() < MOST_REASONS ? reason : OTHER;
        Tally tally = tallies.computeIfAbsent(under, none -> new Tally());
        tally.count++;
        if (example != null && tally.examples.size() < MOST_EXAMPLES) {
            tally.examples.add(
                    example.length() > LONGEST_EXAMPLE ? example.substring(0, LONGEST_EXAMPLE) + "…" : example);
        }
    }

    /** The most frequent first. */
    List<ImportReport.Reason> list() {
        return tallies.entrySet().stream()
                .map(entry ->
                        new ImportReport.Reason(entry.getKey(), entry.getValue().count, entry.getValue().examples))
                .sorted(Comparator.comparingLong(ImportReport.Reason::count).reversed())
                .toList();
    }
}
