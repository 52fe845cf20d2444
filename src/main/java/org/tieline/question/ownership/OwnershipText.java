package org.tieline.question.ownership;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.question.FirstResults;
import org.tieline.question.Json;
import org.tieline.question.OrganizationRef;
import org.tieline.question.TextTable;
import org.tieline.question.ownership.CaughtAnswer.Caught;
import org.tieline.question.ownership.OwnershipAnswer.Addition;
import org.tieline.question.ownership.OwnershipAnswer.Counts;
import org.tieline.question.ownership.OwnershipAnswer.Holding;
import org.tieline.question.ownership.OwnershipAnswer.Interval;

/** Who counts as owned by whom, as people read it. */
public final class OwnershipText {
    private static final List<String> COLUMNS =
            List.of("organization", "verdict", "in force", "step", "percent", "held by");

    private OwnershipText() {}

    /** A line for each step of the cascade, the organization that was asked about last. */
    static String of(OwnershipAnswer answer, List<Caught> steps) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s: %s".formatted(answer.organization().id(), answer.verdict().text()));
        lines.add(answer.explanation());
        lines.addAll(warnings(answer.warnings()));
        lines.addAll(cut("steps", answer.steps()));
        lines.addAll(searched(answer.searched()));
        return table(steps) + TextTable.lines(lines);
    }

    /** A line for each organization. */
    static String of(CaughtAnswer answer) {
        List<String> lines = new ArrayList<>();
        lines.add(count(answer));
        lines.addAll(warnings(answer.warnings()));
        lines.addAll(searched(answer.searched()));
        return table(answer.results()) + TextTable.lines(lines);
    }

    private static TextTable table(List<Caught> all) {
        return new TextTable(COLUMNS, all.stream().map(OwnershipText::row).toList());
    }

    private static List<String> row(Caught caught) {
        Addition addition = caught.addition();
        List<Holding> added = addition.added().results();
        return List.of(
                addition.organization().id(),
                caught.verdict().text(),
                addition.ifInForce().text(),
                addition.step() == null ? "" : addition.step().toString(),
                text(addition.sum()),
                added.stream().map(OwnershipText::owner).collect(Collectors.joining(", ")));
    }

    /** {@code huawei 51 (listed)}. */
    private static String owner(Holding holding) {
        String step = holding.counts() == Counts.LISTED ? "" : " in step " + holding.step();
        return "%s %s (%s%s)"
                .formatted(
                        holding.owner().id(),
                        text(holding.share()),
                        holding.counts().text(),
                        step);
    }

    /** {@code 51}, or {@code 0-51}. */
    private static String text(Interval interval) {
        String lowest = interval.lowest().toPlainString();
        String highest = interval.highest().toPlainString();
        return lowest.equals(highest) ? lowest : lowest + "-" + highest;
    }

    private static List<String> warnings(FirstResults<OwnershipAnswer.Warning> warnings) {
        return Stream.concat(
                        warnings.results().stream().map(warning -> "warning: " + warning.text()),
                        cut("warnings", warnings).stream())
                .toList();
    }

    /** Nothing if all are shown. */
    private static List<String> cut(String what, FirstResults<?> some) {
        return some.total() > some.results().size()
                ? List.of("%d %s, %d shown"
                        .formatted(some.total(), what, some.results().size()))
                : List.of();
    }

    private static String count(CaughtAnswer answer) {
        String total = answer.total() == 1 ? "1 organization" : answer.total() + " organizations";
        int shown = answer.results().size();
        int from = answer.offset();
        return shown == answer.total()
                ? total
                : "%s, %d to %d shown; --limit and --offset show others".formatted(total, from + 1, from + shown);
    }

    private static List<String> searched(OwnershipSearched searched) {
        List<String> lines = new ArrayList<>();
        String listed = searched.listed().stream().map(OrganizationRef::id).collect(Collectors.joining(", "));
        lines.add("rule: %s, %s; %s (%s)"
                .formatted(
                        searched.rule().title(),
                        searched.rule().law(),
                        searched.rule().force().text(),
                        searched.rule().forceReason()));
        lines.add("searched: as of %s, listed: %s%s"
                .formatted(
                        searched.asOf(),
                        searched.restricted() != null
                                ? "every organization restricted then by a ban that carries the rule: "
                                : "",
                        listed.isEmpty() ? "none" : listed));
        lines.add(Json.NOTICE);
        return lines;
    }
}
