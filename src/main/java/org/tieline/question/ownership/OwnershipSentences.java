package org.tieline.question.ownership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tieline.question.OrganizationRef;
import org.tieline.question.ownership.OwnershipAnswer.Addition;
import org.tieline.question.ownership.OwnershipAnswer.Holding;
import org.tieline.question.ownership.OwnershipAnswer.Interval;
import org.tieline.question.ownership.OwnershipAnswer.Open;
import org.tieline.restriction.OwnershipVerdict;
import org.tieline.restriction.RuleForce;
import org.tieline.restriction.RuleProfile;

/** Verdicts in sentences, made of the facts of their working alone. */
final class OwnershipSentences {
    /** More owners make a sentence nobody reads; all are in the working. */
    private static final int MOST_OWNERS = 5;

    private static final int MOST_OPEN = 5;

    private final AppliedRule rule;

    OwnershipSentences(AppliedRule rule) {
        this.rule = rule;
    }

    /** Of an organization that needs no owner to count. */
    String ofListed(OrganizationRef organization) {
        return "%s is itself one of the listed organizations.".formatted(organization.name());
    }

    /**
     * Of an organization that is not listed.
     *
     * @param addition how the stakes in it add up
     * @param open what leaves verdicts open, here and on the way
     */
    String of(Addition addition, OwnershipVerdict verdict, OwnershipVerdict ifInForce, List<Open> open) {
        List<String> sentences = new ArrayList<>();
        sentences.add(says(addition.organization(), verdict));
        if (rule.period().force() != RuleForce.IN_FORCE) {
            sentences.add(force());
        }
        sentences.add(holds(addition));
        if (addition.added().total() > 0 && rule.version().threshold() != null) {
            sentences.add(compares(addition));
        }
        open.stream().limit(MOST_OPEN).map(each -> capital(each.text()) + ".").forEach(sentences::add);
        if (verdict != ifInForce) {
            sentences.add("If the rule were in force, the verdict would be %s.".formatted(ifInForce.text()));
        }
        return String.join(" ", sentences);
    }

    private String force() {
        LocalDate day = rule.basis().asOf();
        String name = rule.basis().rule().text();
        String said = rule.period().force() == RuleForce.NOT_ESTABLISHED
                ? "Whether the rule %s was in force on %s is not established".formatted(name, day)
                : "The rule %s was not in force on %s and caught nobody".formatted(name, day);
        return "%s: %s.".formatted(said, rule.period().reason());
    }

    private String holds(Addition addition) {
        List<Holding> added = addition.added().results();
        if (rule.version().threshold() == null) {
            return "The rule reaches nobody but the listed organizations themselves.";
        }
        if (added.isEmpty()) {
            return "No listed or caught organization has a stake in it on record.";
        }
        String owners =
                added.stream().limit(MOST_OWNERS).map(OwnershipSentences::owner).collect(Collectors.joining(", "));
        long more = addition.added().total() - Math.min(added.size(), MOST_OWNERS);
        return "It is held by %s%s.".formatted(owners, more > 0 ? " and %d more".formatted(more) : "");
    }

    private static String owner(Holding holding) {
        String why =
                switch (holding.counts()) {
                    case LISTED -> "listed";
                    case CAUGHT -> "caught in step " + holding.step();
                    case POSSIBLY_CAUGHT -> "possibly caught in step " + holding.step();
                    case NO -> throw new IllegalArgumentException("an owner that does not count is not added");
                };
        return "%s (%s) with %s".formatted(holding.owner().name(), why, Percent.text(holding.share()));
    }

    private String compares(Addition addition) {
        RuleProfile.Version version = rule.version();
        Interval sum = addition.sum();
        return "%s %s; the rule asks for %s %s%s."
                .formatted(
                        version.aggregates() ? "Together that is" : "The largest of these is",
                        Percent.text(sum),
                        version.isStrict() ? "more than" : "at least",
                        Percent.text(Objects.requireNonNull(version.threshold())),
                        version.aggregates() ? "" : " in one hand");
    }

    private String says(OrganizationRef organization, OwnershipVerdict verdict) {
        String counts = "count%s as owned by listed organizations under "
                + rule.basis().rule().text();
        String subject = "On %s, %s ".formatted(rule.basis().asOf(), organization.name());
        return switch (verdict) {
            case YES -> subject + counts.formatted("s") + ".";
            case NO -> subject + "does not " + counts.formatted("") + ".";
            case UNKNOWN ->
                "Whether %s %s on %s is open."
                        .formatted(
                                organization.name(),
                                counts.formatted("s"),
                                rule.basis().asOf());
            case RED_FLAG ->
                subject + "does not " + counts.formatted("")
                        + ", but a listed or caught organization holds a stake in it, which is a red flag.";
        };
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
