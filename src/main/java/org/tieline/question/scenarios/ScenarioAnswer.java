package org.tieline.question.scenarios;

import java.util.List;
import org.tieline.question.changes.ChangeAnswer;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.included.Inclusion;

/**
 * What would differ if what a scenario supposes were so.
 *
 * @param question what is asked, on record and in the scenario alike
 * @param inclusion what is told besides
 * @param changes a sentence for each change, as it was understood
 * @param ties ids of the ties that the scenario added or changed, in code-point order; not those that it took away
 * @param bans ids of the bans that the scenario added or changed; not those that it took away
 * @param organizations ids of the organizations of which the scenario changed the life; not those that it took away
 * @param difference from the answer on record to that of the scenario
 */
public record ScenarioAnswer(
        ExposureQuestion question,
        Inclusion inclusion,
        List<String> changes,
        List<String> ties,
        List<String> bans,
        List<String> organizations,
        ChangeAnswer difference) {}
