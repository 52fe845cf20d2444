package org.tieline.question.ownership;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.model.Organization;
import org.tieline.question.Json;
import org.tieline.question.ListPart;
import org.tieline.question.TextTable;
import org.tieline.question.ownership.OwnershipAnswer.Addition;
import org.tieline.question.ownership.OwnershipAnswer.Counts;
import org.tieline.question.ownership.OwnershipAnswer.Holding;
import org.tieline.question.ownership.OwnershipAnswer.Interval;
import org.tieline.restriction.OwnershipVerdict;

/** Who counts as owned by whom, as people read it. */
public final class OwnershipText {
    private static final List<String> COLUMNS =
            List.of("organization", "verdict", "in force", "step", "percent", "held by");

    private OwnershipText() {}

    /** A line for each step of the cascade, the organization that was asked about last. */
    static String of(OwnershipAnswer answer) {
        List<List<String>> rows = answer.steps().results().stream()
                .map(step -> row(answer.verdict(step), step))
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s: %s".formatted(answer.organization().id(), answer.verdict().text()));
        lines.add(answer.explanation());
        lines.addAll(warnings(answer.warnings()));
        lines.addAll(cut("steps", answer.steps()));
        lines.addAll(searched(answer.searched()));
        return new TextTable(COLUMNS, rows) + TextTable.lines(lines);
    }

    /** A line for each organization. */
    static String of(CaughtAnswer answer) {
        List<List<String>> rows = answer.found().results().stream()
                .map(caught -> row(caught.verdict(), caught.addition()))
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add(count(answer.found()));
        lines.addAll(warnings(answer.warnings()));
        lines.addAll(searched(answer.searched()));
        return new TextTable(COLUMNS, rows) + TextTable.lines(lines);
    }

    private static List<String> row(OwnershipVerdict verdict, Addition addition) {
        List<Holding> added = addition.added().results();
        return List.of(
                addition.organization().id(),
                verdict.text(),
                addition.ifInForce().text(),
                addition.step() == 0 ? "" : Integer.toString(addition.step()),
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

    private static List<String> warnings(ListPart<OwnershipAnswer.Warning> warnings) {
        return Stream.concat(
                        warnings.results().stream().map(warning -> "warning: " + warning.text()),
                        cut("warnings", warnings).stream())
                .toList();
    }

    /** Nothing if all are shown. */
    private static List<String> cut(String what, ListPart<?> some) {
        return some.total() > some.results().size()
                ? List.of("%d %s, %d shown"
                        .formatted(some.total(), what, some.results().size()))
                : List.of();
    }

    private static String count(ListPart<?> found) {
        String total = found.total() == 1 ? "1 organization" : found.total() + " organizations";
        int shown = found.results().size();
        int from = found.page().offset();
        return shown == found.total()
                ? total
                : "%s, %d to %d shown; --limit and --offset show others".formatted(total, from + 1, from + shown);
    }

    private static List<String> searched(OwnershipAnswer.Searched searched) {
        List<String> lines = new ArrayList<>();
        String listed = searched.listed().stream().map(Organization::id).collect(Collectors.joining(", "));
        lines.add("rule: %s, %s; %s (%s)"
                .formatted(
                        searched.profile().title(),
                        searched.profile().law(),
                        searched.period().force().text(),
                        searched.period().reason()));
        lines.add("searched: as of %s, listed: %s%s"
                .formatted(
                        searched.basis().asOf(),
                        searched.allRestricted()
                                ? "every organization restricted then by a ban that carries the rule: "
                                : "",
                        listed.isEmpty() ? "none" : listed));
        lines.add(Json.NOTICE);
        return lines;
    }
}
