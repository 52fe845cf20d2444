package org.tieline.question.conflicts;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tieline.model.Ban;
import org.tieline.question.TextTable;
import org.tieline.question.conflicts.ConflictAnswer.Conflict;
import org.tieline.question.exposures.ExposureText;
import org.tieline.question.words.WalkedText;

/** Conflicts as people read them. */
final class ConflictText {
    private static final List<String> COLUMNS = List.of(
            "carrier", "country", "vendor", "ban", "conflict", "deadline", "past", "tie", "customer", "hops", "path");

    private ConflictText() {}

    static String of(ConflictAnswer answer) {
        List<List<String>> rows =
                answer.results().stream().map(ConflictText::row).toList();
        return new TextTable(COLUMNS, rows)
                + TextTable.lines(
                        answer.results().stream().map(Conflict::sentence).toList())
                + TextTable.lines(List.of(count(answer)))
                + TextTable.lines(ExposureText.searched(answer.searched()));
    }

    private static List<String> row(Conflict conflict) {
        Ban ban = conflict.ban().onDay().ban();
        return List.of(
                conflict.exposure().carrier().id(),
                text(conflict.exposure().carrier().country()),
                conflict.exposure().vendor().id(),
                ban.id(),
                Objects.requireNonNull(conflict.ban().conflict()).text(),
                text(ban.deadline()),
                conflict.ban().pastDeadline().text(),
                conflict.tie().tie(),
                conflict.customer().id(),
                Integer.toString(conflict.exposure().exposure().hops()),
                WalkedText.path(conflict.exposure().exposure().path()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String count(ConflictAnswer answer) {
        String all = (answer.total() == 1 ? "1 conflict" : answer.total() + " conflicts")
                + (answer.total() == 0 ? "" : ", %d established".formatted(answer.established()));
        int from = answer.page().offset();
        return answer.results().size() < answer.total()
                ? "%s; %d to %d shown; --limit and --offset show others"
                        .formatted(all, from + 1, from + answer.results().size())
                : all;
    }
}
