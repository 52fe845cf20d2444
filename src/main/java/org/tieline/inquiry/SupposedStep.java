package org.tieline.inquiry;

import java.util.List;
import java.util.stream.Collectors;
import org.tieline.restriction.BanOnDay;

/** From what is on record to what a scenario supposes, on the same day with the same knowledge. */
final class SupposedStep extends Step {
    private final Scenario scenario;

    SupposedStep(Side before, Side after, Scenario scenario) {
        super(before, after);
        this.scenario = scenario;
    }

    @Override
    Origin origin() {
        return Origin.SCENARIO;
    }

    @Override
    List<Reason> walked(String tie) {
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
    List<Reason> shown(String tie) {
        return walked(tie);
    }

    @Override
    Reason ban(String ban) {
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
