package org.tieline;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tieline.exposure.Stake;
import org.tieline.inquiry.CaughtAnswer;
import org.tieline.inquiry.CaughtQuestion;
import org.tieline.inquiry.Listed;
import org.tieline.inquiry.OwnershipAnswer;
import org.tieline.inquiry.OwnershipAnswer.Addition;
import org.tieline.inquiry.OwnershipAnswer.Counts;
import org.tieline.inquiry.OwnershipAnswer.Holding;
import org.tieline.inquiry.OwnershipAnswer.Interval;
import org.tieline.model.Organization;
import org.tieline.restriction.OwnershipVerdict;
import org.tieline.web.AnswerJson;

/** Prints who counts as owned by whom. */
final class OwnershipPrint {
    private static final List<String> COLUMNS =
            List.of("organization", "verdict", "in force", "step", "percent", "held by", "ties", "sources");

    /** Without ties and sources. */
    private static final int SHOWN = COLUMNS.size() - 2;

    private final Output form;
    private final PrintWriter out;

    OwnershipPrint(Output form, PrintWriter out) {
        this.form = form;
        this.out = out;
    }

    /** A line for each step of the cascade, the organization that was asked about last. */
    void print(OwnershipAnswer answer) {
        List<List<String>> rows = answer.steps().results().stream()
                .map(step -> row(verdict(answer.searched(), step), step))
                .toList();
        switch (form) {
            case TABLE -> {
                table(rows);
                out.println("%s: %s"
                        .formatted(answer.organization().id(), answer.verdict().text()));
                out.println(answer.explanation());
                warnings(answer.warnings());
                cut("steps", answer.steps());
                searched(answer.searched()).forEach(out::println);
            }
            case JSON -> out.println(new String(AnswerJson.of(answer), StandardCharsets.UTF_8));
            case CSV -> new Sheet(COLUMNS, rows).csv(out);
        }
    }

    /** A line for each organization. */
    void print(CaughtAnswer answer, CaughtQuestion question) {
        List<List<String>> rows = answer.found().results().stream()
                .map(caught -> row(caught.verdict(), caught.addition()))
                .toList();
        switch (form) {
            case TABLE -> {
                table(rows);
                out.println(count(answer.found()));
                warnings(answer.warnings());
                searched(answer.searched()).forEach(out::println);
            }
            case JSON -> out.println(new String(AnswerJson.of(answer, question), StandardCharsets.UTF_8));
            case CSV -> new Sheet(COLUMNS, rows).csv(out);
        }
    }

    private static OwnershipVerdict verdict(OwnershipAnswer.Searched searched, Addition step) {
        return searched.period().force().on(step.ifInForce());
    }

    private void table(List<List<String>> rows) {
        if (!rows.isEmpty()) {
            out.println(new Sheet(COLUMNS, rows).table(SHOWN));
        }
    }

    private static List<String> row(OwnershipVerdict verdict, Addition addition) {
        List<Holding> added = addition.added().results();
        return List.of(
                addition.organization().id(),
                verdict.text(),
                addition.ifInForce().text(),
                addition.step() == 0 ? "" : Integer.toString(addition.step()),
                text(addition.sum()),
                added.stream().map(OwnershipPrint::owner).collect(Collectors.joining(", ")),
                added.stream()
                        .flatMap(holding -> holding.stakes().stream())
                        .map(Stake::tie)
                        .collect(Collectors.joining(" ")),
                added.stream()
                        .flatMap(holding -> holding.stakes().stream())
                        .flatMap(stake -> stake.sources().stream())
                        .distinct()
                        .collect(Collectors.joining(" ")));
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

    private void warnings(Listed<OwnershipAnswer.Warning> warnings) {
        warnings.results().forEach(warning -> out.println("warning: " + warning.text()));
        cut("warnings", warnings);
    }

    private void cut(String what, Listed<?> some) {
        if (some.total() > some.results().size()) {
            out.println("%d %s, %d shown"
                    .formatted(some.total(), what, some.results().size()));
        }
    }

    private static String count(Listed<?> found) {
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
        lines.add(ExposurePrint.NOTICE);
        return lines;
    }
}
