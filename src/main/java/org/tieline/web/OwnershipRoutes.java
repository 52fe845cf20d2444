package org.tieline.web;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import org.tieline.inquiry.CaughtQuestion;
import org.tieline.inquiry.OwnershipInquiry;
import org.tieline.inquiry.OwnershipQuestion;
import org.tieline.inquiry.Page;
import org.tieline.inquiry.Snapshots;
import org.tieline.restriction.RuleProfiles;

/** Who counts as owned by listed organizations: one organization, all, and the rules. */
final class OwnershipRoutes {
    private final Answers answers;

    OwnershipRoutes(Snapshots snapshots) {
        answers = Answers.ofSnapshot(snapshots);
    }

    /** The rules as they stood on a day. */
    record Rules(LocalDate asOf, List<RuleView> results) {}

    void one(Context context) {
        answers.one(context, asked -> {
            OwnershipQuestion question =
                    OwnershipQuestion.read(Requests.id(context), asked.parameters(), asked.today());
            return OwnershipView.of(OwnershipInquiry.ask(asked.snapshot(), question));
        });
    }

    void all(Context context) {
        answers.list(context, asked -> {
            CaughtQuestion question = CaughtQuestion.read(asked.parameters(), asked.today());
            CaughtList list = CaughtList.of(OwnershipInquiry.caught(asked.snapshot(), question), question);
            return ListAnswer.of(
                    list,
                    list.results(),
                    CaughtList.Caught.COLUMNS,
                    list.total(),
                    new Page(list.limit(), list.offset()));
        });
    }

    void rules(Context context) {
        answers.list(context, asked -> {
            LocalDate asOf = asked.parameters().day("asOf").orElse(asked.today());
            asked.parameters().refuseOthers();
            Rules rules = new Rules(
                    asOf,
                    RuleProfiles.all().stream()
                            .map(profile -> RuleView.of(profile, asOf))
                            .toList());
            return ListAnswer.of(rules, rules.results(), RuleView.COLUMNS);
        });
    }
}
