package org.tieline.question.scenarios;

import java.util.List;
import java.util.stream.Collectors;
import org.tieline.question.changes.AnswerDifference;
import org.tieline.question.changes.ChangeOrigin;
import org.tieline.question.changes.ComparedAnswer;
import org.tieline.question.changes.Reason;
import org.tieline.question.changes.ReasonKind;
import org.tieline.restriction.BanOnDay;

/** From what is on record to what a scenario supposes, on the same day with the same knowledge. */
final class SupposedDifference extends AnswerDifference {
    private final Scenario scenario;

    SupposedDifference(ComparedAnswer before, ComparedAnswer after, Scenario scenario) {
        super(before, after);
        this.scenario = scenario;
    }

    @Override
    public ChangeOrigin origin() {
        return ChangeOrigin.SCENARIO;
    }

    @Override
    public List<Reason> walked(String tie) {
        List<Integer> changes = scenario.changesOfTie(tie);
        return List.of(new Reason(
                ReasonKind.SUPPOSED,
                origin(),
                tie,
                null,
                changes,
                null,
                null,
                null,
                null,
                List.of(),
                sentences(changes)));
    }

    @Override
    public List<Reason> shown(String tie) {
        return walked(tie);
    }

    @Override
    public Reason ban(String ban) {
        List<Integer> changes = scenario.changesOfBan(ban);
        return new Reason(
                ReasonKind.SUPPOSED,
                origin(),
                null,
                ban,
                changes,
                before.ban(ban).map(BanOnDay::state).orElse(null),
                after.ban(ban).map(BanOnDay::state).orElse(null),
                null,
                null,
                List.of(),
                sentences(changes));
    }

    private String sentences(List<Integer> changes) {
        return changes.stream().map(scenario.sentences()::get).collect(Collectors.joining(" "));
    }
}
