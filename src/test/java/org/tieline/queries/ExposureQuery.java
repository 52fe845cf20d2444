package org.tieline.queries;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.neo4j.graphdb.GraphDatabaseService;
import org.tieline.exposure.ExposureSearch;
import org.tieline.exposure.FoundExposures;
import org.tieline.exposure.NaiveExposures;
import org.tieline.exposure.SearchOptions;
import org.tieline.exposure.TieGraph;
import org.tieline.exposure.TieGraphBuilder;
import org.tieline.exposure.path.Certainty;
import org.tieline.exposure.path.Exposure;
import org.tieline.exposure.path.Flag;
import org.tieline.exposure.path.Hop;
import org.tieline.model.Organization;
import org.tieline.model.Source;
import org.tieline.model.Tie;

/** {@code exposures.cypher}, the snapshot engine and the naive reference, asked the same and answering in the same form. */
final class ExposureQuery {
    private static final QueryFile QUERY = QueryFile.read("exposures");

    private ExposureQuery() {}

    /** What all three say of an exposure: the ids of the ties on its path, whether all certainly hold, and its flags. */
    record Answer(List<?> ties, String certainty, Set<?> flags) {}

    /** By carrier; of the question only what the query knows counts. */
    static TreeMap<String, Answer> ask(GraphDatabaseService database, NaiveExposures.Question question) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("vendor", question.vendor());
        parameters.put("asOf", question.asOf());
        parameters.put("minStake", question.minStake().doubleValue());
        parameters.put("maxHops", question.maxHops());
        parameters.put("maxAge", question.maxAge());
        parameters.put("limit", Integer.MAX_VALUE);
        TreeMap<String, Answer> answer = new TreeMap<>();
        for (List<Object> row : QUERY.run(database, parameters).rows()) {
            List<?> ties = (List<?>) row.get(2);
            if (!row.get(1).equals((long) ties.size()) || !row.get(4).equals(ties)) {
                throw new AssertionError("hops, ties and path must agree, were " + row);
            }
            answer.put(
                    (String) row.getFirst(), new Answer(ties, (String) row.get(5), Set.copyOf((List<?>) row.get(6))));
        }
        return answer;
    }

    static TreeMap<String, Answer> ask(ExposureSearch engine, NaiveExposures.Question question) {
        TreeMap<String, Answer> answer = new TreeMap<>();
        try (FoundExposures reach = engine.reach(
                question.vendor(),
                new SearchOptions(
                        question.asOf(),
                        question.knownAt(),
                        question.certain() ? Certainty.CERTAIN : Certainty.POSSIBLE,
                        question.evidencedSince(),
                        question.maxAge(),
                        question.minStake(),
                        question.maxHops(),
                        question.ties(),
                        question.minEvidence()))) {
            for (int i = 0; i < reach.size(); i++) {
                Exposure exposure = reach.exposure(i);
                answer.put(
                        reach.carrier(i),
                        new Answer(
                                exposure.path().stream().map(Hop::tie).toList(),
                                exposure.certainty().text(),
                                exposure.flags().stream().map(Flag::text).collect(Collectors.toSet())));
            }
        }
        return answer;
    }

    /** The snapshot engine on these facts. */
    static ExposureSearch engine(List<Organization> organizations, List<Tie> ties, List<Source> sources) {
        TieGraphBuilder builder = TieGraph.builder();
        organizations.forEach(builder::add);
        sources.forEach(builder::add);
        ties.forEach(builder::add);
        return new ExposureSearch(builder.build(id -> {
            throw new AssertionError("two ties with the id " + id);
        }));
    }

    static TreeMap<String, Answer> ask(NaiveExposures reference, NaiveExposures.Question question) {
        TreeMap<String, Answer> answer = new TreeMap<>();
        reference
                .of(question)
                .forEach((carrier, exposure) -> answer.put(
                        carrier,
                        new Answer(exposure.ties(), exposure.certain() ? "certain" : "possible", exposure.flags())));
        return answer;
    }
}
