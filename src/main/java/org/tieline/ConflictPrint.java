package org.tieline;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.tieline.inquiry.ConflictAnswer;
import org.tieline.inquiry.ConflictAnswer.Conflict;
import org.tieline.inquiry.ConflictQuestion;
import org.tieline.model.Ban;
import org.tieline.model.Term;
import org.tieline.web.AnswerJson;

/** Prints conflicts. */
final class ConflictPrint {
    private static final List<String> COLUMNS = List.of(
            "carrier",
            "country",
            "vendor",
            "ban",
            "deadline",
            "past",
            "tie",
            "customer",
            "hops",
            "path",
            "jurisdiction",
            "scope",
            "flags",
            "banSources",
            "tieSources");

    /** In a table; what follows makes lines long. */
    private static final int SHOWN = COLUMNS.indexOf("path") + 1;

    private ConflictPrint() {}

    static void print(ConflictAnswer answer, ConflictQuestion question, Output form, PrintWriter out) {
        switch (form) {
            case TABLE -> {
                if (!answer.results().isEmpty()) {
                    out.print(sheet(answer).table(SHOWN));
                    out.println();
                }
                out.println(count(answer));
                ExposurePrint.searched(answer.searched()).forEach(out::println);
            }
            case JSON -> out.println(new String(AnswerJson.of(answer, question), StandardCharsets.UTF_8));
            case CSV -> sheet(answer).csv(out);
        }
    }

    private static Sheet sheet(ConflictAnswer answer) {
        return new Sheet(
                COLUMNS, answer.results().stream().map(ConflictPrint::row).toList());
    }

    private static List<String> row(Conflict conflict) {
        Ban ban = conflict.ban().onDay().ban();
        return List.of(
                conflict.exposure().carrier().id(),
                text(conflict.exposure().carrier().country()),
                conflict.exposure().vendor().id(),
                ban.id(),
                text(ban.deadline()),
                conflict.ban().pastDeadline() ? "yes" : "no",
                conflict.tie().tie(),
                conflict.customer().id(),
                Integer.toString(conflict.exposure().exposure().hops()),
                ExposurePrint.path(conflict.exposure().exposure().path()),
                conflict.ban().jurisdiction().text(),
                ban.scope().stream().map(Object::toString).collect(Collectors.joining(" ")),
                conflict.ban().flags().stream().sorted().map(Term::text).collect(Collectors.joining(" ")),
                String.join(" ", ban.sources()),
                String.join(" ", conflict.tie().sources()));
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static String count(ConflictAnswer answer) {
        int from = answer.page().offset();
        if (answer.results().size() < answer.total()) {
            return "%d conflicts, %d to %d shown; --limit and --offset show others"
                    .formatted(answer.total(), from + 1, from + answer.results().size());
        }
        return answer.total() == 1 ? "1 conflict" : answer.total() + " conflicts";
    }
}
