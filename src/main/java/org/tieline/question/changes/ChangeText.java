package org.tieline.question.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tieline.model.BanState;
import org.tieline.model.Term;
import org.tieline.question.Json;
import org.tieline.question.TextTable;
import org.tieline.question.exposures.ExposureAnswer.Found;

/** Differences between answers as people read them. */
public final class ChangeText {
    private static final List<String> COLUMNS =
            List.of("change", "vendor", "carrier", "country", "aspects", "before", "after", "reasons");

    private ChangeText() {}

    static String of(ChangeAnswer answer, ChangeQuestion question) {
        return table(answer)
                + TextTable.lines(List.of(
                        "compared: %s with %s%s".formatted(question.from(), question.to(), known(question)),
                        Json.NOTICE));
    }

    private static String known(ChangeQuestion question) {
        if (question.knownFrom() == null) {
            return ", with everything on record";
        }
        return ", known on %s and %s"
                .formatted(question.knownFrom(), question.knownTo() == null ? "now" : question.knownTo());
    }

    /** The differences, and how many there are. */
    public static String table(ChangeAnswer answer) {
        List<String> said = new ArrayList<>();
        if (answer.results().size() < answer.total()) {
            said.add("%d of %d shown, from %d on; --limit and --offset show others"
                    .formatted(
                            answer.results().size(),
                            answer.total(),
                            answer.page().offset() + 1));
        }
        said.add("%d appeared, %d disappeared, %d changed; %d exposures before, %d after"
                .formatted(
                        answer.counts().get(ChangeKind.APPEARED),
                        answer.counts().get(ChangeKind.DISAPPEARED),
                        answer.counts().get(ChangeKind.CHANGED),
                        answer.totalBefore(),
                        answer.totalAfter()));
        List<List<String>> rows = answer.results().stream().map(ChangeText::row).toList();
        return new TextTable(COLUMNS, rows) + TextTable.lines(said);
    }

    private static List<String> row(Change change) {
        String country = change.carrier().country();
        return List.of(
                change.kind().text(),
                change.vendor().id(),
                change.carrier().id(),
                country == null ? "" : country,
                change.aspects().stream().sorted().map(Term::text).collect(Collectors.joining(" ")),
                relation(change.before()),
                relation(change.after()),
                change.reasons().stream().map(ChangeText::brief).collect(Collectors.joining("; ")));
    }

    private static String relation(@Nullable Found found) {
        return found == null
                ? "-"
                : "%s/%d"
                        .formatted(
                                found.exposure().relation().text(),
                                found.exposure().hops());
    }

    /** {@code tie-ended huawei-supplies-sprint 2018-12-07}. */
    private static String brief(Reason reason) {
        StringBuilder brief = new StringBuilder(reason.kind().text())
                .append(' ')
                .append(reason.tie() != null ? reason.tie() : reason.ban());
        if (reason.ban() != null) {
            brief.append(' ').append(state(reason.stateBefore())).append(" to ").append(state(reason.stateAfter()));
        }
        if (reason.date() != null || reason.day() != null) {
            brief.append(' ').append(reason.date() != null ? reason.date() : reason.day());
        }
        reason.changes()
                .forEach(change -> brief.append(" changes[").append(change).append(']'));
        return brief.toString();
    }

    private static String state(@Nullable BanState state) {
        return state == null ? "none" : state.text();
    }
}
