package org.tieline.procedure;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import org.neo4j.driver.types.Node;
import org.neo4j.driver.types.Path;
import org.tieline.exposure.path.Hop;
import org.tieline.graph.bolt.Neo4j;
import org.tieline.question.Snapshot;
import org.tieline.question.exposures.ExposureAnswer.Found;
import org.tieline.question.exposures.ExposureInquiry;
import org.tieline.question.exposures.ExposureQuestion;
import org.tieline.question.parameter.Paging;
import org.tieline.testing.GivenQuestions;

/**
 * An exposure with everything that a row says of it.
 *
 * @param known the ties as they were known
 * @param path of each hop the type and id of its tie, and its two ends in walking order
 * @param bans id, state and flags
 */
record ComparedExposure(
        String vendor,
        String carrier,
        long hops,
        String relation,
        String evidence,
        String certainty,
        List<String> flags,
        List<List<String>> path,
        List<String> known,
        List<String> bans) {

    /** The rows of a call over Bolt. */
    static List<ComparedExposure> called(Neo4j neo4j, String call, Map<String, Object> parameters) {
        return neo4j.read(tx -> tx.run(call, parameters).list(ComparedExposure::of));
    }

    /** What the inquiry answers page by page. */
    static List<ComparedExposure> asked(Snapshot snapshot, Map<String, List<String>> parameters) {
        ExposureQuestion question = GivenQuestions.exposures((parameters), LocalDate.now(ZoneOffset.UTC));
        List<ComparedExposure> rows = new ArrayList<>();
        int total;
        do {
            var answer = ExposureInquiry.ask(
                    snapshot,
                    new ExposureQuestion(
                            question.vendors(),
                            question.bans(),
                            question.restrictedIn(),
                            question.search(),
                            question.carriers(),
                            question.carrierCountries(),
                            question.relations(),
                            question.minHops(),
                            new Paging(Paging.MOST, rows.size()),
                            question.affiliates(),
                            question.contacts()));
            answer.results().forEach(found -> rows.add(of(found)));
            total = answer.total();
        } while (rows.size() < total);
        return rows;
    }

    private static ComparedExposure of(Record row) {
        return new ComparedExposure(
                id(row.get("vendor").asNode()),
                id(row.get("carrier").asNode()),
                row.get("hops").asLong(),
                row.get("relation").asString(),
                row.get("evidence").asString(),
                row.get("certainty").asString(),
                row.get("flags").asList(Value::asString),
                path(row.get("path").asPath()),
                row.get("ties").asList(ComparedExposure::known),
                row.get("bans").asList(ban -> "%s %s %s"
                        .formatted(id(ban.get("ban").asNode()), ban.get("state").asString(), ban.get("flags"))));
    }

    private static ComparedExposure of(Found found) {
        return new ComparedExposure(
                found.vendor().id(),
                found.carrier().id(),
                found.exposure().hops(),
                found.exposure().relation().text(),
                found.exposure().evidence().text(),
                found.exposure().certainty().text(),
                found.exposure().flags().stream()
                        .sorted()
                        .map(flag -> flag.text())
                        .toList(),
                path(found.exposure().path()),
                found.exposure().path().stream().map(ComparedExposure::known).toList(),
                found.bans().stream()
                        .map(ban -> "%s %s %s"
                                .formatted(
                                        ban.onDay().ban().id(),
                                        ban.onDay().state().text(),
                                        Values.value(ban.flags().stream()
                                                .sorted()
                                                .map(flag -> flag.text())
                                                .toList())))
                        .toList());
    }

    static List<List<String>> path(Path path) {
        List<List<String>> hops = new ArrayList<>();
        path.forEach(hop -> hops.add(Stream.of(
                        hop.relationship().type(),
                        hop.relationship().get("id").asString(),
                        id(hop.start()),
                        id(hop.end()))
                .toList()));
        return hops;
    }

    static List<List<String>> path(List<Hop> path) {
        return path.stream()
                .map(hop -> List.of(hop.type().text(), hop.tie(), hop.from(), hop.to()))
                .toList();
    }

    private static String known(Value tie) {
        return "%s %s %s..%s %s %s %s %s %s"
                .formatted(
                        tie.get("tie").asString(),
                        tie.get("direction").asString(),
                        tie.get("since").asString("-"),
                        tie.get("until").asString("-"),
                        tie.get("percent").isNull() ? "-" : tie.get("percent").asDouble(),
                        tie.get("segment").asList(Value::asString),
                        tie.get("certainty").asString(),
                        tie.get("lastEvidenced").asString("-"),
                        tie.get("sources").asList(Value::asString));
    }

    private static String known(Hop hop) {
        return "%s %s %s..%s %s %s %s %s %s"
                .formatted(
                        hop.tie(),
                        hop.direction().text(),
                        Objects.toString(hop.since(), "-"),
                        Objects.toString(hop.until(), "-"),
                        hop.percent() == null ? "-" : hop.percent().doubleValue(),
                        hop.segment().stream().map(segment -> segment.text()).toList(),
                        hop.certainty().text(),
                        Objects.toString(hop.lastEvidenced(), "-"),
                        hop.sources());
    }

    private static String id(Node node) {
        return node.get("id").asString();
    }
}
