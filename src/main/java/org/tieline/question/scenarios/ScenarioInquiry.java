package org.tieline.question.scenarios;

import java.time.LocalDate;
import java.util.List;
import org.tieline.question.Snapshot;
import org.tieline.question.changes.ChangeAnswer;
import org.tieline.question.changes.ComparedAnswer;
import org.tieline.question.changes.Comparison;
import org.tieline.question.exposures.ExposureQuestion;

/** Answers what would differ if something were so. Nothing is written, and nobody else sees what is supposed. */
public final class ScenarioInquiry {
    /** The most that one scenario may suppose. */
    public static final int MOST_CHANGES = 500;

    private ScenarioInquiry() {}

    /**
     * Asks one snapshot, as it is and as the scenario has it.
     *
     * @param today the day that {@code asOf} means when it is absent
     * @throws org.tieline.model.TielineException.BadParts if something in the scenario cannot be understood
     */
    public static ScenarioAnswer ask(Snapshot snapshot, ScenarioText text, LocalDate today) {
        ScenarioReader reader = new ScenarioReader(snapshot, text, today);
        Scenario scenario = reader.read();
        ExposureQuestion question = scenario.question();
        try (ComparedAnswer before = ComparedAnswer.of(reader.snapshot(), question);
                ComparedAnswer after =
                        ComparedAnswer.of(scenario.snapshot(), question, scenario::standing, scenario::mark)) {
            ChangeAnswer difference = new Comparison(
                            List.of(new SupposedDifference(before, after, scenario)),
                            reader.kinds(),
                            reader.aspects(),
                            question.page())
                    .answer();
            return new ScenarioAnswer(
                    question,
                    reader.inclusion(),
                    scenario.sentences(),
                    scenario.ties(),
                    scenario.bans(),
                    scenario.organizations(),
                    difference);
        }
    }
}
