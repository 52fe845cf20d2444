package org.tieline;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tieline.inquiry.Change;
import org.tieline.inquiry.ChangeAnswer;
import org.tieline.inquiry.ChangeKind;
import org.tieline.inquiry.ChangeQuestion;
import org.tieline.inquiry.ExposureAnswer.Found;
import org.tieline.inquiry.Reason;
import org.tieline.inquiry.ScenarioAnswer;
import org.tieline.inquiry.ScenarioText;
import org.tieline.model.BanState;
import org.tieline.model.Term;
import org.tieline.web.AnswerJson;

/** Prints differences between answers. */
final class ChangePrint {
    private static final List<String> COLUMNS = List.of(
            "change",
            "vendor",
            "carrier",
            "country",
            "aspects",
            "before",
            "after",
            "reasons",
            "pathBefore",
            "pathAfter",
            "sources");

    /** Without paths and sources. */
    private static final int SHOWN = COLUMNS.size() - 3;

    private ChangePrint() {}

    static void print(ChangeAnswer answer, ChangeQuestion question, Output form, PrintWriter out) {
        switch (form) {
            case TABLE -> {
                table(answer, out);
                out.println("compared: %s with %s%s".formatted(question.from(), question.to(), known(question)));
                out.println(ExposurePrint.NOTICE);
            }
            case JSON -> out.println(new String(AnswerJson.of(answer, question), StandardCharsets.UTF_8));
            case CSV -> new Sheet(COLUMNS, rows(answer)).csv(out);
        }
    }

    static void print(ScenarioAnswer answer, ScenarioText text, Output form, PrintWriter out) {
        switch (form) {
            case TABLE -> {
                for (int i = 0; i < answer.changes().size(); i++) {
                    out.println("changes[%d]: %s".formatted(i, answer.changes().get(i)));
                }
                table(answer.difference(), out);
                out.println("compared: %s as on record and as supposed; nothing was written"
                        .formatted(answer.question().search().asOf()));
                out.println(ExposurePrint.NOTICE);
            }
            case JSON -> out.println(new String(AnswerJson.of(answer, text), StandardCharsets.UTF_8));
            case CSV -> new Sheet(COLUMNS, rows(answer.difference())).csv(out);
        }
    }

    private static String known(ChangeQuestion question) {
        if (question.knownFrom() == null) {
            return ", with everything on record";
        }
        return ", known on %s and %s"
                .formatted(question.knownFrom(), question.knownTo() == null ? "now" : question.knownTo());
    }

    private static void table(ChangeAnswer answer, PrintWriter out) {
        if (!answer.results().isEmpty()) {
            out.println(new Sheet(COLUMNS, rows(answer)).table(SHOWN));
        }
        if (answer.results().size() < answer.total()) {
            out.println("%d of %d shown, from %d on; --limit and --offset show others"
                    .formatted(
                            answer.results().size(),
                            answer.total(),
                            answer.page().offset() + 1));
        }
        out.println("%d appeared, %d disappeared, %d changed; %d exposures before, %d after"
                .formatted(
                        answer.counts().get(ChangeKind.APPEARED),
                        answer.counts().get(ChangeKind.DISAPPEARED),
                        answer.counts().get(ChangeKind.CHANGED),
                        answer.totalBefore(),
                        answer.totalAfter()));
    }

    private static List<List<String>> rows(ChangeAnswer answer) {
        List<List<String>> rows = new ArrayList<>();
        answer.results().forEach(change -> rows.add(row(change)));
        return rows;
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
                change.reasons().stream().map(ChangePrint::brief).collect(Collectors.joining("; ")),
                path(change.before()),
                path(change.after()),
                change.reasons().stream()
                        .flatMap(reason -> reason.sources().stream())
                        .distinct()
                        .collect(Collectors.joining(" ")));
    }

    private static String relation(Found found) {
        return found == null
                ? "-"
                : "%s/%d"
                        .formatted(
                                found.exposure().relation().text(),
                                found.exposure().hops());
    }

    private static String path(Found found) {
        return found == null ? "" : ExposurePrint.path(found.exposure().path());
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

    private static String state(BanState state) {
        return state == null ? "none" : state.text();
    }
}
