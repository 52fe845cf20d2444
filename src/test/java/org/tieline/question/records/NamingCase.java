package org.tieline.question.records;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.tieline.csv.CsvRow;
import org.tieline.csv.CsvRows;
import org.tieline.question.screening.ScreeningEntry;
import org.tieline.question.screening.ScreeningResult;
import org.tieline.question.screening.ScreeningResult.Outcome;

/**
 * A name as somebody wrote it, with the answer that is right.
 *
 * @param country code; null if none was given
 * @param right ids; none if the organization is not in the data
 * @param ambiguous whether nothing but somebody who knows what was meant can decide
 * @param kind what is difficult about it
 */
public record NamingCase(String query, String country, List<String> right, boolean ambiguous, String kind) {
    private static final String AMBIGUOUS = "ambiguous:";
    private static final String ELSE = " else ";

    /** What became of a case. */
    enum Result {
        /** Decided, and rightly so; of ambiguous ones and strangers, rightly not decided. */
        RIGHT,

        /** Not decided, with the right one first. */
        FIRST,

        /** Not decided, with another one or nobody first. */
        MISSED,

        /** Decided, and wrongly so. */
        WRONG
    }

    /** @param known the ids of the data: where several answers are given, the first whose ids are all there is right */
    public static List<NamingCase> shipped(Set<String> known) throws IOException {
        return read("naming-cases.csv", known);
    }

    /** Cases that were written by somebody who knew the data and none of the rules. */
    static List<NamingCase> second(Set<String> known) throws IOException {
        return read("naming-cases-second.csv", known);
    }

    private static List<NamingCase> read(String file, Set<String> known) throws IOException {
        List<NamingCase> cases = new ArrayList<>();
        try (CsvRows rows = new CsvRows(new InputStreamReader(
                Objects.requireNonNull(NamingCase.class.getResourceAsStream(file)), StandardCharsets.UTF_8))) {
            rows.next();
            while (rows.hasNext()) {
                cases.add(of(rows.next(), known));
            }
        }
        return cases;
    }

    private static NamingCase of(CsvRow row, Set<String> known) {
        String country = row.cell(1).isEmpty() ? null : row.cell(1);
        String right = Arrays.stream(row.cell(2).split(ELSE))
                .filter(answer -> known.containsAll(ids(answer)))
                .findFirst()
                .orElseThrow();
        boolean ambiguous = right.startsWith(AMBIGUOUS);
        List<String> ids = ids(right);
        return new NamingCase(row.cell(0), country, ids, ambiguous, row.cell(3));
    }

    private static List<String> ids(String answer) {
        return answer.equals("none")
                ? List.of()
                : List.of(answer.replace(AMBIGUOUS, "").split(" "));
    }

    ScreeningEntry entry() {
        return new ScreeningEntry(1, null, null, query, country, null);
    }

    /** Whether it means nobody in the data. */
    boolean isStranger() {
        return right.isEmpty();
    }

    /** Whether one organization is meant and no other. */
    public boolean isClear() {
        return !isStranger() && !ambiguous;
    }

    Result result(ScreeningResult screened) {
        boolean decided = screened.outcome() == Outcome.MATCHED;
        boolean first = screened.outcome() != Outcome.UNMATCHED
                && right.contains(screened.candidates().getFirst().id());
        if (isClear()) {
            return decided ? (first ? Result.RIGHT : Result.WRONG) : first ? Result.FIRST : Result.MISSED;
        }
        if (decided) {
            return Result.WRONG;
        }
        return isStranger() || first ? Result.RIGHT : Result.MISSED;
    }
}
