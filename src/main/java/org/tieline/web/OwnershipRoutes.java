package org.tieline.web;



import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import org.tieline.question.GivenParameters;
import org.tieline.question.Paging;
import org.tieline.question.Snapshots;
import org.tieline.question.ownership.CaughtAnswer;
import org.tieline.question.ownership.CaughtQuestion;
import org.tieline.question.ownership.OwnershipAnswer;
import org.tieline.question.ownership.OwnershipInquiry;
import org.tieline.question.ownership.OwnershipQuestion;
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
        answers.list(context, asked -> one(Requests.id(context), asked.parameters(), asked.today())
                .in(asked.snapshot()));
    }

    /** As a list, the steps of the cascade, with the organization that is asked about at the end. */
    static Question.Understood one(String id, GivenParameters parameters, LocalDate today) {
        OwnershipQuestion question = OwnershipQuestion.read(id, parameters, today);
        return snapshot -> {
            OwnershipAnswer answer = OwnershipInquiry.ask(snapshot, question);
            List<CaughtList.Caught> steps = answer.steps().results().stream()
                    .map(step -> CaughtList.Caught.of(
                            answer.verdict(step), step, answer.searched().basis()))
                    .toList();
            return ListAnswer.of(
                            OwnershipView.of(answer),
                            steps,
                            CaughtList.Caught.COLUMNS,
                            answer.steps().total(),
                            null)
                    .told(() -> OwnershipText.of(answer));
        };
    }

    void all(Context context) {
        answers.list(context, asked -> all(asked.parameters(), asked.today()).in(asked.snapshot()));
    }

    static Question.Understood all(GivenParameters parameters, LocalDate today) {
        CaughtQuestion question = CaughtQuestion.read(parameters, today);
        return snapshot -> {
            CaughtAnswer answer = OwnershipInquiry.caught(snapshot, question);
            CaughtList list = CaughtList.of(answer, question);
            return ListAnswer.of(
                            list,
                            list.results(),
                            CaughtList.Caught.COLUMNS,
                            list.total(),
                            new Paging(list.limit(), list.offset()))
                    .told(() -> OwnershipText.of(answer));
        };
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
