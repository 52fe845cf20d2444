package org.tieline.question.age;

import java.util.List;
import java.util.Set;
import org.tieline.question.Answer;
import org.tieline.question.Echo;
import org.tieline.question.Json;
import org.tieline.question.OrganizationRef;
import org.tieline.question.Question;
import org.tieline.question.Snapshot;
import org.tieline.question.TextTable;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.parameter.PageParameters;
import org.tieline.question.parameter.Paging;
import org.tieline.question.parameter.Parameter;
import org.tieline.question.parameter.Parameters;
import org.tieline.question.parameter.SearchParameters;
import org.tieline.question.parameter.Types;
import org.tieline.question.parameter.Values;

/** Which ties and bans want to be looked at again: for how long nobody has vouched for them, and how much stands on them. */
public final class AgeQuestion {
    private static final Parameter<Set<String>> COUNTRY = Parameter.of(
            "country",
            Types.COUNTRIES,
            "Only answers about carriers of these countries count, EU for its members on the day; of any if absent.");

    private static final Parameters PARAMETERS = Parameters.of(
                    ExposureQuestion.VENDOR, COUNTRY, SearchParameters.AS_OF, SearchParameters.KNOWN_AT)
            .and(PageParameters.ALL);

    public static final Question DECLARED = Question.of(
                    "age",
                    "Which ties and bans nobody has vouched for lately, weighted by the answers that stand on them.",
                    PARAMETERS,
                    values -> snapshot -> answer(snapshot, values),
                    "/v1/age")
            .answering(AgedFacts.class, AgedFact.class, AgedFact.COLUMNS)
            .remarking(
                    "An answer is an exposure with all other options as they are by default. It stands on the ties of its path and "
                            + "the bans that it lists.");

    private AgeQuestion() {}

    /** A part of the facts, most weight first. */
    private record AgedFacts(
            String notice, Echo<FoundOut> searched, long total, int limit, int offset, List<AgedFact> results) {}

    /**
     * What is told of the search besides its parameters.
     *
     * @param vendors where the search started
     * @param answers how many exposures there are
     * @param snapshot the state of the graph that was asked
     * @param problems how many things in the graph are badly made and left out; {@code /v1/catalog} lists them
     */
    private record FoundOut(List<OrganizationRef> vendors, int answers, String snapshot, int problems) {}

    private static Answer<AgedFact> answer(Snapshot snapshot, Values values) {
        AgeInquiry.Aged aged = AgeInquiry.ask(snapshot, exposures(values));
        Echo<FoundOut> searched = Echo.of(
                values,
                new FoundOut(
                        aged.vendors().stream().map(OrganizationRef::of).toList(),
                        aged.answers(),
                        snapshot.version(),
                        snapshot.problems().size()));
        Paging page = PageParameters.page(values);
        AgedFacts facts = new AgedFacts(
                Json.NOTICE, searched, aged.facts().size(), page.limit(), page.offset(), page.of(aged.facts()));
        return Answer.of(facts, facts.results(), AgedFact.COLUMNS, facts.total(), page)
                .told(() -> text(facts, aged.answers()));
    }

    private static ExposureQuestion exposures(Values values) {
        return ExposureQuestion.of(
                values.as(ExposureQuestion.COMMON).with(ExposureQuestion.CARRIER_COUNTRY, values.get(COUNTRY)),
                Paging.FIRST);
    }

    private static String text(AgedFacts facts, int answers) {
        return new TextTable(
                        AgedFact.SHORT.names(),
                        facts.results().stream().map(AgedFact.SHORT::row).toList())
                + TextTable.lines(List.of(
                        "%d of %d ties and bans on which %d answers stand; weight: answers times days since the last evidence"
                                .formatted(facts.results().size(), facts.total(), answers),
                        Json.NOTICE));
    }
}
