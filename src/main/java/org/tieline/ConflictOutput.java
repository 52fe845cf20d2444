package org.tieline;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tieline.inquiry.ConflictAnswer;
import org.tieline.inquiry.ConflictAnswer.Conflict;
import org.tieline.inquiry.ConflictQuestion;
import org.tieline.model.Ban;
import org.tieline.model.Term;
import org.tieline.web.AnswerJson;

/** How conflicts are printed. */
enum ConflictOutput {
    /** For people: a line each, and what was searched. */
    TABLE {
        @Override
        void print(ConflictAnswer answer, ConflictQuestion question, PrintWriter out) {
            if (!answer.results().isEmpty()) {
                out.print(sheet(answer).table(SHOWN));
                out.println();
            }
            out.println(count(answer));
            Output.searched(answer.searched()).forEach(out::println);
        }
    },

    /** For programs: the same as the API answers. */
    JSON {
        @Override
        void print(ConflictAnswer answer, ConflictQuestion question, PrintWriter out) {
            out.println(new String(AnswerJson.of(answer, question), StandardCharsets.UTF_8));
        }
    },

    /** For spreadsheets: a line each. */
    CSV {
        @Override
        void print(ConflictAnswer answer, ConflictQuestion question, PrintWriter out) {
            sheet(answer).csv(out);
        }
    };

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

    abstract void print(ConflictAnswer answer, ConflictQuestion question, PrintWriter out);

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Sheet sheet(ConflictAnswer answer) {
        return new Sheet(
                COLUMNS, answer.results().stream().map(ConflictOutput::row).toList());
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
                Output.path(conflict.exposure().exposure().path()),
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
