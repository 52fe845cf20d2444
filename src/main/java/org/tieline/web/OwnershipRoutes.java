package org.tieline.web;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import org.tieline.inquiry.CaughtQuestion;
import org.tieline.inquiry.OwnershipInquiry;
import org.tieline.inquiry.OwnershipQuestion;
import org.tieline.inquiry.Parameters;
import org.tieline.inquiry.Snapshots;
import org.tieline.restriction.RuleProfiles;

/** Who counts as owned by listed organizations: one organization, all, and the rules. */
final class OwnershipRoutes {
    private final Snapshots snapshots;

    OwnershipRoutes(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** The rules as they stood on a day. */
    record Rules(LocalDate asOf, List<RuleView> results) {}

    void one(Context context) {
        OwnershipQuestion question =
                OwnershipQuestion.read(Requests.id(context), Requests.parameters(context), Requests.today());
        Json.answer(context, OwnershipView.of(OwnershipInquiry.ask(snapshots.current(), question)));
    }

    void all(Context context) {
        CaughtQuestion question = CaughtQuestion.read(Requests.parameters(context), Requests.today());
        Json.answer(context, CaughtList.of(OwnershipInquiry.caught(snapshots.current(), question), question));
    }

    static void rules(Context context) {
        Parameters parameters = Requests.parameters(context);
        LocalDate asOf = parameters.day("asOf").orElse(Requests.today());
        parameters.refuseOthers();
        Json.answer(
                context,
                new Rules(
                        asOf,
                        RuleProfiles.all().stream()
                                .map(profile -> RuleView.of(profile, asOf))
                                .toList()));
    }
}
