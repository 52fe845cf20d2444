package org.tieline.question.registry;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tieline.model.TielineException.BadQuestion;
import org.tieline.question.Question;
import org.tieline.question.age.AgeQuestion;
import org.tieline.question.changes.ChangeQuestion;
import org.tieline.question.conflicts.ConflictQuestion;
import org.tieline.question.events.EventQuestion;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.matrix.MatrixQuestion;
import org.tieline.question.ownership.CaughtQuestion;
import org.tieline.question.ownership.OwnershipQuestion;
import org.tieline.question.ownership.RulesQuestion;
import org.tieline.question.parameter.Given;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.paths.PathQuestion;
import org.tieline.question.records.BanQuestion;
import org.tieline.question.records.BansQuestion;
import org.tieline.question.records.FindQuestion;
import org.tieline.question.records.OrganizationQuestion;
import org.tieline.question.records.OrganizationsQuestion;
import org.tieline.question.records.SearchQuestion;
import org.tieline.question.records.SourceQuestion;
import org.tieline.question.records.TieQuestion;
import org.tieline.question.scenarios.ScenarioQuestion;
import org.tieline.question.series.SeriesQuestion;
import org.tieline.question.summary.SummaryQuestion;
import org.tieline.question.summary.SummarySeriesQuestion;

/**
 * Questions as doors see them: by the name under which they are asked, or by their address.
 *
 * @param all in the order in which they are shown
 */
public record Questions(List<Question> all) {
    /** All questions that a snapshot answers. One more question is one more line here. */
    public static final Questions DECLARED = new Questions(List.of(
            ExposureQuestion.DECLARED,
            PathQuestion.DECLARED,
            MatrixQuestion.DECLARED,
            SeriesQuestion.DECLARED,
            ChangeQuestion.DECLARED,
            EventQuestion.DECLARED,
            ScenarioQuestion.DECLARED,
            OwnershipQuestion.DECLARED,
            CaughtQuestion.DECLARED,
            RulesQuestion.DECLARED,
            ConflictQuestion.DECLARED,
            SummaryQuestion.DECLARED,
            SummarySeriesQuestion.DECLARED,
            AgeQuestion.DECLARED,
            OrganizationsQuestion.DECLARED,
            OrganizationQuestion.DECLARED,
            SearchQuestion.DECLARED,
            FindQuestion.DECLARED,
            BansQuestion.DECLARED,
            BanQuestion.DECLARED,
            TieQuestion.DECLARED,
            SourceQuestion.DECLARED));

    public Questions {
        all = List.copyOf(all);
    }

    /** Those that assistants are offered. */
    public Questions offered() {
        return new Questions(all.stream().filter(Question::offered).toList());
    }

    /** By name, each with those that share it. */
    public Map<String, Questions> byName() {
        Map<String, Questions> byName = new LinkedHashMap<>();
        all.stream()
                .map(Question::name)
                .distinct()
                .forEach(name -> byName.put(
                        name,
                        new Questions(all.stream()
                                .filter(question -> question.name().equals(name))
                                .toList())));
        return byName;
    }

    /** By address, each with those that share it. */
    public Map<String, Questions> byAddress() {
        Map<String, Questions> byAddress = new LinkedHashMap<>();
        all.stream()
                .flatMap(question -> question.addresses().stream())
                .distinct()
                .forEach(address -> byAddress.put(
                        address,
                        new Questions(all.stream()
                                .filter(question -> question.addresses().contains(address))
                                .toList())));
        return byAddress;
    }

    /**
     * The one that is meant: the one that a given parameter chooses, else the one that none chooses.
     *
     * @throws BadQuestion if each of them must be chosen, and none is
     */
    public Question meant(Given given) {
        return all.stream()
                .filter(question -> question.isChosen(given))
                .findFirst()
                .orElseGet(() -> all.stream()
                        .filter(question -> question.choice().isEmpty())
                        .findFirst()
                        .orElseThrow(() -> all.getFirst().notChosen()));
    }

    /** What one at least of them may be told, in order; of several parameters of one name the first. */
    public List<Parameter<?>> parameters() {
        Set<String> names = new LinkedHashSet<>();
        return all.stream()
                .flatMap(question -> question.parameters().all().stream())
                .<Parameter<?>>filter(parameter -> names.add(parameter.name()))
                .toList();
    }
}
